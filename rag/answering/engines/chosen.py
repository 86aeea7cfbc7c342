"""The engine that the settings choose; a chat model that cannot be opened fails per question."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answer import Hit
from rag.answering.draft import Draft, Engine, Question
from rag.answering.grounding import Similarity
from rag.errors import EngineFailed
from rag.settings import Settings


def open_engine(settings: Settings, extractive: Engine, similarity: Similarity) -> Engine:
    """The chat model that ``settings`` name, or ``extractive`` when they name none.

    ``similarity`` finds the sentence of another language that backs a claim.

    :raises UsageError: a name that no provider can be told from.
    """
    if not settings.llm:
        return extractive
    from rag.answering.engines.llm import open_chat_engine

    try:
        return open_chat_engine(settings, similarity=similarity)
    except EngineFailed as failure:
        return _Unopened(settings.llm, failure)


@dataclass(frozen=True)
class _Unopened:
    """Stands for a chat model that could not be opened, so that each answer says so."""

    name: str
    failure: EngineFailed

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:  # noqa: ARG002
        raise self.failure
