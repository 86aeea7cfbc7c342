"""The nouns of an answer; an invalid one cannot be built."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, get_args

from corpus.article import Language, Passage
from corpus.wording import Line

Status = Literal["answered", "partial", "abstained"]
Reason = Literal[
    "not_in_corpus", "filtered_out", "sources_disagree", "false_premise", "empty_corpus", "bad_question"
]
REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages may be used; an empty field does not restrict. Both dates are inclusive.

    An article of unknown date passes no date filter. With ``any_day`` the dates in a question's words are not
    read as one; that alone restricts nothing.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    any_day: bool = False

    def __bool__(self) -> bool:
        return any((self.since, self.until, self.sources, self.articles, self.languages))

    def admit(self, passage: Passage) -> bool:
        """Whether ``passage`` passes every filter; sources compare without case."""
        published = passage.byline.published
        return (
            (self.since is None or (published is not None and published >= self.since))
            and (self.until is None or (published is not None and published <= self.until))
            and (not self.sources or passage.byline.source.casefold() in {s.casefold() for s in self.sources})
            and (not self.articles or passage.article_id in self.articles)
            and (not self.languages or passage.language in self.languages)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved passage: ``score`` is its fused score (`rag.answering.fusion`), higher is nearer.

    Ranks count from 1 within the passage's language, None beyond what was read of that ranking;
    ``similarity`` is the cosine (−1…1) of question and passage.
    """

    passage: Passage
    score: float
    dense_rank: int | None = None
    lexical_rank: int | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Passage evidence: ``marker`` is 1-based, as printed; ``quote`` is verbatim by construction."""

    marker: int
    passage: Passage
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.marker < 1:
            raise ValueError(f"markers count from 1, not {self.marker}")
        if not 0 <= self.start < self.end <= len(self.passage.text):
            raise ValueError(f"citation [{self.start}, {self.end}) is not inside {self.passage.id}")

    @property
    def quote(self) -> str:
        """The cited characters of the passage."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or bullet of an answer with the markers of the citations that back it."""

    text: str
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """The answer in a few words: ``text`` is cut from the quotes of ``markers``, or a date or number of
    theirs written in the language of the answer; ``resolved`` when a relative date was counted from the
    article's date.
    """

    text: str
    markers: tuple[int, ...]
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of several values that articles give for the same thing, with the citations that give it."""

    value: str
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown: claims with citations, or an abstention with its reason.

    ``text`` is the whole answer as plain text, in ``language``; ``engine`` names who proposed the
    claims; ``notice`` is a sentence about how it was made (a fallback, say), or empty. A ``partial``
    answer has claims and a reason: the articles disagree (``sides`` says how) or deny what the question
    assumes. ``confidence`` is the chance, 0…1, that the best sentence found answers, also of an
    abstention; 0 when nothing was weighed.

    :raises ValueError: an answered claim without citation, an abstention with one or without a
        reason, markers that are not 1..k in order of first use, a short answer or a side that cites none
        of them.
    """

    question: str
    language: Language
    status: Status
    text: str
    engine: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    hits: tuple[Hit, ...] = ()
    reason: Reason | None = None
    notice: str = ""
    timings_ms: tuple[tuple[str, float], ...] = ()
    short: Short | None = None
    sides: tuple[Side, ...] = ()
    confidence: float = 0.0

    @property
    def verbatim(self) -> bool:
        """Whether every claim holds the quotes that it cites, word for word."""
        quotes = {citation.marker: citation.quote for citation in self.citations}
        return all(quotes[marker] in claim.text for claim in self.claims for marker in claim.markers)

    def __post_init__(self) -> None:
        if self.status == "abstained":
            if self.reason is None or self.claims or self.citations or self.short or self.sides:
                raise ValueError("an abstention has a reason, no claim and no citation")
            return
        if (self.status == "partial") != (self.reason is not None):
            raise ValueError("a partial answer has a reason, a whole one has none")
        if not self.claims or not all(claim.markers for claim in self.claims):
            raise ValueError("every claim of an answer has a citation")
        used = list(dict.fromkeys(marker for claim in self.claims for marker in claim.markers))
        if used != [citation.marker for citation in self.citations] or used != list(range(1, len(used) + 1)):
            raise ValueError(f"markers are not 1..k in order of first use: {used}")
        said = (*((self.short,) if self.short else ()), *self.sides)
        if not all(part.markers and set(part.markers) <= set(used) for part in said):
            raise ValueError("a short answer and each side cite citations of the answer")


@dataclass(frozen=True, slots=True)
class Update:
    """One step of a streamed answer: hits first, then one more verified claim at a time, then the whole.

    ``citations`` are those of the claims so far; ``answer`` is set in the last update only.
    """

    stage: Literal["retrieved", "claim", "done"]
    hits: tuple[Hit, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a reader may know of the library and index at a glance; ``newest`` is a publication date."""

    articles: int
    articles_by_language: tuple[tuple[Language, int], ...]
    passages: int
    newest: date | None
    sample: bool
    generation: str
    embedder: str
    engine: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange of a conversation."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a synchronisation did, in articles; ``passages`` is the total in the index afterwards."""

    added: int
    changed: int
    removed: int
    unchanged: int
    passages: int

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do: the index was that of the library."""
        return not (self.added or self.changed or self.removed)


NEWEST = 20  # items of a feed that are read unless told otherwise: a front page; what follows is older news


class AddOptions(TypedDict, total=False):
    """How to add: the ``limit`` of a feed's newest items, ``NEWEST`` unless said; whether to fetch from
    ``private`` networks and this machine too; who is told the name of each thing as it has ``begun``.
    """

    limit: int
    private: bool
    begun: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, address or item that was not added, and why, in one line of either language."""

    path: str
    why: Line


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add` did: article ids by outcome, and what it had to skip."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Skipped, ...]
