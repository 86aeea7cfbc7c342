"""What an engine proposes, before anything has been checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.article import Language, Passage
from rag.answer import Filters, Hit, Reason


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the engines see it.

    ``language`` is that of the answer; ``asked_in`` that of the question when it is another.
    """

    text: str
    language: Language
    filters: Filters = Filters()
    asked_in: Language | None = None

    @property
    def spoken(self) -> Language:
        """The language of the question's own words."""
        return self.asked_in or self.language


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters ``[start, end)`` of a passage that are said to back a claim."""

    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The characters themselves."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One claim as proposed: ``quoted`` claims contain their evidence verbatim, others are paraphrases."""

    text: str
    evidence: tuple[Evidence, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """The claims an engine proposes, or none and the reason; ``notice`` says how it was made."""

    engine: str
    proposals: tuple[Proposal, ...] = ()
    reason: Reason | None = None
    notice: str = ""


class Engine(Protocol):
    """Whoever proposes claims from passages.

    :raises EngineFailed: the engine is unreachable, too slow, empty or broken.
    """

    @property
    def name(self) -> str:
        """What the answer says of its maker, e.g. ``extractive`` or ``openai:gpt-4o-mini``."""
        ...

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        """Claims that answer ``question`` from ``hits`` (best first), unchecked."""
        ...
