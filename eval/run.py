"""Asks the shipped assistant every question, and keeps what came back or why nothing did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from eval.items import Item
from rag.answer import Answer, Facts, Hit, IndexReport
from rag.assistant import open_assistant
from rag.settings import Settings

# As deep as nDCG@10 and MRR@10 look.
DEPTH = 10
# The day after the newest dispatch of the sample. “Yesterday” and “since March” are counted from it: from a
# real today the same question would be answered otherwise tomorrow.
ASKED_ON = date(2023, 4, 1)


class Assistant(Protocol):
    """The part of `rag.assistant.Assistant` that is measured."""

    def ask(self, question: str, /) -> Answer:
        """The answer a reader would get."""
        ...

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """The ``k`` passages a reader would be shown, best first."""
        ...


class Shipped(Assistant, Protocol):
    """An assistant with an index of its own."""

    def sync(self) -> IndexReport:
        """Makes the index match the library."""
        ...

    def facts(self) -> Facts:
        """What the index was made of."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one item brought: an answer and the ranking, or the ``error`` that prevented them."""

    item: Item
    answer: Answer | None = None
    hits: tuple[Hit, ...] = ()
    error: str = ""

    def __post_init__(self) -> None:
        if (self.answer is None) != bool(self.error):
            raise ValueError(f"{self.item.id}: an outcome is an answer or an error")


def open_shipped(settings: Settings) -> Shipped:
    """The shipped assistant, asked on the day for which the items are written."""
    return open_assistant(settings, today=ASKED_ON)


def run(items: Iterable[Item], assistant: Assistant) -> tuple[Outcome, ...]:
    """One outcome an item, in order; an item that raises is an error, never a score of 0."""
    return tuple(_ask(item, assistant) for item in items)


def _ask(item: Item, assistant: Assistant) -> Outcome:
    try:
        answer: object = assistant.ask(item.question)
        # What the answer was chosen from; only a question that was refused unread is searched besides.
        hits: object = getattr(answer, "hits", ()) or assistant.search(item.question, k=DEPTH)
    except (Exception, SystemExit) as error:  # a fault of the engine is a finding, never the end of the run
        return Outcome(item, error=f"{type(error).__name__}: {error}")
    if not isinstance(answer, Answer):
        return Outcome(item, error=f"ask returned {type(answer).__name__}, not an Answer")
    if answer.question != item.question:
        return Outcome(item, error=f"ask answered another question: {answer.question}")
    if not isinstance(hits, tuple) or not all(isinstance(hit, Hit) for hit in hits):
        return Outcome(item, error=f"the ranking is {type(hits).__name__}, not a tuple of Hit")
    return Outcome(item, answer, hits[:DEPTH])
