"""How likely a sentence answers a question: what speaks for it, and how much each part counts."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.article import Passage, Span
from corpus.text.analyser import content_words
from corpus.text.dates import DateMention, dates_in
from rag.answer import Hit
from rag.answering.days import days_of
from rag.answering.draft import Question
from rag.answering.engines.around import DAY, days_told_by, months_in, months_told_by, told_by
from rag.answering.enumerations import asks_for_names, enumerates
from rag.answering.kinds import Kind, asks_for_several, is_contested, kind_of
from rag.answering.mentions import Mention, holds, new_in, said_in
from rag.answering.names import anchors_in, keys_of
from rag.answering.reader import Reading

# Kinds of answers whose words can be found in a sentence.
TELLING: tuple[Kind, ...] = ("person", "organisation", "date", "number", "place")

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each part of a `Candidate`."""

    bias: float
    similarity: float
    coverage: float
    anchored: float
    fits: float
    rank: float
    across: float
    relevance: float = 0.0
    answerable: float = 0.0
    span: float = 0.0
    pointed: float = 0.0
    lists: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its passage, found at ``rank`` (from 0), and what the reader says of that."""

    rank: int
    hit: Hit
    span: Span
    reading: Reading | None

    @property
    def text(self) -> str:
        """The sentence."""
        return self.hit.passage.text[self.span.start : self.span.end]


@dataclass(frozen=True)
class Candidate:
    """One sentence that may answer, with what speaks for it.

    ``similarity`` is the cosine of question and sentence, whose own ``vector`` is of unit length;
    ``coverage`` and ``anchored`` are shares (0…1) of the question's words and of its names; ``rank`` is
    that of the passage, from 0; ``given`` is what the sentence adds of the ``kind`` asked for;
    ``lists``: it enumerates where several things are asked for; ``reading`` is the reader's opinion of the
    passage, None without a reader.
    """

    hit: Hit
    span: Span
    rank: int
    similarity: float
    coverage: float
    anchored: float
    fits: bool
    across: bool
    kind: Kind = "other"
    given: tuple[Mention, ...] = ()
    lists: bool = False
    reading: Reading | None = None
    vector: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32), compare=False)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.hit.passage.text[self.span.start : self.span.end]

    @cached_property
    def read(self) -> float:
        """The share of the reader's answer that lies in the sentence, 0…1."""
        if self.reading is None or self.reading.end <= self.reading.start:
            return 0.0
        shared = min(self.reading.end, self.span.end) - max(self.reading.start, self.span.start)
        return max(0, shared) / (self.reading.end - self.reading.start)

    @property
    def near(self) -> float:
        """The cosine of question and passage; that of the sentence where it was not measured.

        Of all parts it tells best whether the articles answer at all: 0.88 of the dev pairs of a right
        best sentence and one of a question without an answer, their chances 0.80 (area under the curve).
        """
        return self.similarity if self.hit.similarity is None else self.hit.similarity

    @cached_property
    def pointed(self) -> tuple[Mention, ...]:
        """What of ``given`` the reader points at."""
        if self.reading is None:
            return ()
        start, end = self.reading.start - self.span.start, self.reading.end - self.span.start
        return tuple(mention for mention in self.given if mention.start < end and start < mention.end)

    @property
    def answers(self) -> tuple[Mention, ...]:
        """What the reader points at, or else all that is given."""
        return self.pointed or self.given

    @cached_property
    def values(self) -> frozenset[str]:
        """The keys of ``answers``."""
        return frozenset(mention.key for mention in self.answers)

    def parts(self) -> dict[str, float]:
        """What the chance is made of, under the names of the `Weights`."""
        reading = self.reading
        return {
            "bias": 1.0,
            "similarity": self.similarity,
            "coverage": self.coverage,
            "anchored": self.anchored,
            "fits": float(self.fits),
            "rank": 1 / (1 + self.rank),
            "across": float(self.across),
            "relevance": reading.relevance if reading else 0.0,
            "answerable": reading.answerable if reading else 0.0,
            "span": self.read,
            "pointed": float(bool(self.pointed) or self.kind not in TELLING),
            "lists": float(self.lists),
        }

    def chance(self, weights: Weights) -> float:
        """How likely the sentence answers the question, 0…1."""
        evidence = sum(getattr(weights, name) * part for name, part in self.parts().items())
        return 1 / (1 + math.exp(-evidence))


class Scale:
    """Weighs sentences against one question; what depends on the question alone is computed once."""

    def __init__(self, question: Question) -> None:
        days = dates_in(question.subject, question.spoken)
        anchors = anchors_in(_without(question.subject, days))
        self._question = question
        self._words = frozenset(content_words(question.subject, question.spoken))
        self._anchors = tuple(keys_of([anchor]) for anchor in anchors)
        self._days = frozenset(day.value[-5:] for day in days if DAY.search(day.value))
        self._months = months_in(question.subject, question.spoken)
        self._years = frozenset(_YEAR.findall(question.subject))
        self._held: dict[str, float] = {}
        self._kind = kind_of(question.subject)
        self._said = said_in(question.subject, question.spoken)
        self._named = asks_for_names(question.subject)
        self._several = asks_for_several(question.subject) and not is_contested(question.subject)

    def speaks_of_the_years(self, hit: Hit) -> bool:
        """Whether every year of the question stands in the passage, its title or its date.

        Another year is another event: who won in 2018 is not told by who won in 2022.
        """
        return self._years <= set(_YEAR.findall(told_by(hit)))

    @property
    def is_dated(self) -> bool:
        """Whether the question names a day or a month."""
        return bool(self._days or self._months)

    def speaks_of_the_days(self, hit: Hit) -> bool:
        """Whether every day and month of the question is one that the passage is about."""
        days = not self._days or self._days <= days_told_by(hit)
        return days and (not self._months or self._months <= months_told_by(hit))

    def figures_in(self, candidate: Candidate) -> tuple[Mention, ...]:
        """The numbers of the sentence that the question has not."""
        return new_in("number", candidate.text, candidate.hit.passage.language, self._said)

    def weigh(self, place: Place, vector: NDArray[np.float32], cosine: float) -> Candidate:
        """The sentence at ``place`` with all that speaks for it."""
        passage, text = place.hit.passage, place.text
        across = passage.language != self._question.spoken
        given = self._given(text, passage)
        fits = bool(given) or holds(self._kind, text, passage.language, self._said)
        return Candidate(
            place.hit,
            place.span,
            place.rank,
            similarity=max(-1.0, min(1.0, cosine)),
            coverage=0.0 if across else self._coverage(text, place.hit),
            anchored=self._anchored_once(place.hit),
            fits=fits and self._kind not in ("verdict", "other"),
            across=across,
            kind=self._kind,
            given=given,
            lists=self._several and enumerates(text, passage.language, names=self._named),
            reading=place.reading,
            vector=vector,
        )

    def _given(self, sentence: str, passage: Passage) -> tuple[Mention, ...]:
        """What the sentence adds of the kind asked for; “on Thursday” is a day that its article tells."""
        if self._kind != "date":
            return new_in(self._kind, sentence, passage.language, self._said)
        days = days_of(sentence, passage.language, passage.byline.published)
        return tuple(Mention(day.value, day.start, day.end) for day in days if day.value not in self._said)

    def _coverage(self, sentence: str, hit: Hit) -> float:
        """The share of the question's content words in the sentence, half for the passage or title."""
        if not self._words:
            return 0.0
        language = hit.passage.language
        near = set(content_words(sentence, language))
        around = set(content_words(f"{hit.passage.byline.title} {hit.passage.text}", language))
        return sum(1.0 if word in near else 0.5 * (word in around) for word in self._words) / len(self._words)

    def _anchored_once(self, hit: Hit) -> float:
        """`_anchored`, which costs more than all else, once for the sentences of one passage."""
        if hit.passage.id not in self._held:
            self._held[hit.passage.id] = self._anchored(hit)
        return self._held[hit.passage.id]

    def _anchored(self, hit: Hit) -> float:
        """The share of the question's names, numbers and days that the passage or its byline holds."""
        if not self._anchors and not self._days:
            return 1.0
        there = keys_of([told_by(hit)])
        held = sum(bool(keys & there) for keys in self._anchors)
        held += len(self._days & days_told_by(hit)) if self._days else 0
        return held / (len(self._anchors) + len(self._days))


def _without(text: str, days: Sequence[DateMention]) -> str:
    """``text`` with blanks for ``days``: what is left of it are names and numbers."""
    for day in days:
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return text
