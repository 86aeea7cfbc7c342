"""What an engine proposes, before anything has been checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.article import Language, Passage
from rag.answer import Filters, Hit, Reason
from rag.answering.account_words import asks_for_account, topic_of
from rag.answering.time import Period


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the engines see it.

    ``language`` is that of the answer; ``asked_in`` that of the question when it is another;
    ``period`` is the time that its words set, which ``filters`` already hold unless they admit any day.
    """

    text: str
    language: Language
    filters: Filters = Filters()
    asked_in: Language | None = None
    period: Period | None = None

    @property
    def subject(self) -> str:
        """What is asked without the words that set the period: no passage needs to say « hier »."""
        rest = self.text
        for words in reversed(self.period.words if self.period else ()):
            rest = rest[: words.start].rstrip() + rest[words.end :]
        return rest.strip(" ,") if any(map(str.isalpha, rest)) else self.text

    @property
    def topic(self) -> str:
        """What is searched for: the `subject`, or what it wants an account of."""
        return topic_of(self.subject) if self.wants_account else self.subject

    @property
    def wants_account(self) -> bool:
        """Whether it asks for what happened, or what articles say, as a whole."""
        return asks_for_account(self.subject)

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
class Gist:
    """A few words and the evidence they were cut from; ``resolved``: see `rag.answer.Short`."""

    text: str
    evidence: tuple[Evidence, ...]
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """The claims an engine proposes, or none and the reason; ``notice`` says how it was made.

    With claims *and* a reason the answer is partial. ``short`` is the answer in a few words, ``sides``
    are the values that the claims give for the same thing; ``confidence`` as in `rag.answer.Answer`.
    """

    engine: str
    proposals: tuple[Proposal, ...] = ()
    reason: Reason | None = None
    notice: str = ""
    short: Gist | None = None
    sides: tuple[Gist, ...] = ()
    confidence: float = 0.0


def told_once(claims: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """``claims`` without those whose only quote is part of another's."""
    quotes = [evidence for claim in claims for evidence in claim.evidence]
    return tuple(
        claim
        for claim in dict.fromkeys(claims)
        if len(claim.evidence) > 1 or not any(_is_part(claim.evidence[0], other) for other in quotes)
    )


def _is_part(evidence: Evidence, other: Evidence) -> bool:
    """Whether ``other`` quotes more of the passage around ``evidence``."""
    inside = other.start <= evidence.start and evidence.end <= other.end
    return inside and evidence.passage.id == other.passage.id and evidence.quote != other.quote


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
