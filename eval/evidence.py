"""What the engine sees of a question before it decides, beside what is known: the ground of its weights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.article import Language, Passage, Span
from rag.answer import Hit
from rag.answering.draft import Draft, Evidence, Question
from rag.answering.engines.asking import asked_of
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.extractive import ExtractiveEngine


class Judge(Protocol):
    """Who knows the answer to a question about one thing."""

    def sentence(self, passage: Passage, span: Span) -> bool:
        """Whether the sentence ``span`` of ``passage`` tells it."""
        ...

    def short(self, text: str, language: Language, evidence: Sequence[Evidence]) -> bool:
        """Whether it is ``text``, in a few words of ``language`` that were read in ``evidence``."""
        ...


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is ``asked``: the sentences that may answer, and which of them do (none may)."""

    asked: Question
    answerable: bool
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    judge: Judge


class Witness:
    """Stands where the engine does, answers nothing, and notes down what ``engine`` would choose from."""

    name = "witness"

    def __init__(self, engine: ExtractiveEngine) -> None:
        self._engine = engine
        self._seen: tuple[Question, tuple[Candidate, ...]] | None = None

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        """Nothing; what joins or compares several things is passed by."""
        if len(asked_of(question)) == 1:
            self._seen = question, tuple(self._engine.fitting(question, hits))
        return Draft(self.name, reason="not_in_corpus")

    def told(self) -> tuple[Question, tuple[Candidate, ...]] | None:
        """What was noted down since the last call; None where nothing was asked of the engine."""
        seen, self._seen = self._seen, None
        return seen


def cases(
    asked: Iterable[tuple[str, bool, Judge]], ask: Callable[[str], object], witness: Witness
) -> tuple[Case, ...]:
    """One case for each question (its words, whether it has an answer, who judges) that is about one thing.

    ``ask`` puts the words to the assistant of which ``witness`` is the engine.
    """
    found: list[Case] = []
    for words, answerable, judge in asked:
        ask(words)
        if (told := witness.told()) is not None:
            question, seen = told
            right = tuple(judge.sentence(one.hit.passage, one.span) for one in seen)
            found.append(Case(question, answerable, seen, right, judge))
    return tuple(found)
