"""A sentence that may answer, with all that speaks for it and how much each part counts."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.article import Language, Span
from rag.answer import Hit
from rag.answering.kinds import Kind
from rag.answering.mentions import Mention
from rag.answering.odds import chance_of
from rag.answering.reader import Reading

# Kinds of answers whose words can be found in a sentence.
TELLING: tuple[Kind, ...] = ("person", "organisation", "date", "number", "place")


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
    lists: float = 0.0
    less_told: float = 0.0
    less_answerable: float = 0.0
    less_similar: float = 0.0


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
    passage, None without a reader; what is ``less`` is how far it is from the best of the others
    (`rag.answering.engines.rivals`); ``named``: with its headline it names all that the question names;
    ``timely``: its passage is about the days and months of the question.
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
    less_told: float = 0.0
    less_answerable: float = 0.0
    less_similar: float = 0.0
    named: bool = False
    timely: bool = True

    @property
    def text(self) -> str:
        """The sentence."""
        return self.hit.passage.text[self.span.start : self.span.end]

    @property
    def language(self) -> Language:
        """That of the sentence."""
        return self.hit.passage.language

    @cached_property
    def read(self) -> float:
        """The share of the reader's answer that lies in the sentence, 0…1."""
        if self.reading is None or self.reading.end <= self.reading.start:
            return 0.0
        shared = min(self.reading.end, self.span.end) - max(self.reading.start, self.span.start)
        return max(0, shared) / (self.reading.end - self.reading.start)

    @cached_property
    def strength(self) -> float:
        """What the reader says for an answer within the sentence (`rag.answering.reader.Reading`)."""
        return self.reading.strength(self.span.start, self.span.end) if self.reading else 0.0

    @property
    def answerable(self) -> float:
        """The reader's chance that the passage answers, 0…1; 0 without a reader."""
        return self.reading.answerable if self.reading else 0.0

    @property
    def most_answerable(self) -> float:
        """The highest chance of the passages that were read, 0…1; 0 without a reader."""
        return self.answerable - self.less_answerable

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
            "answerable": self.answerable,
            "span": self.read,
            "lists": float(self.lists),
            "less_told": self.less_told,
            "less_answerable": self.less_answerable,
            "less_similar": self.less_similar,
        }

    def chance(self, weights: Weights) -> float:
        """How likely the sentence answers the question, 0…1."""
        evidence = sum(getattr(weights, name) * part for name, part in self.parts().items())
        return chance_of(evidence)
