"""How likely a sentence answers a question: what speaks for it, and how much each part counts."""

import math
import re
from dataclasses import dataclass
from functools import cached_property

from corpus.article import Span
from corpus.text.analyser import content_words
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.kinds import holds, kind_of
from rag.answering.names import anchors_in, keys_of
from rag.answering.reader import Reading

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
    opening: float = 0.0
    relevance: float = 0.0
    answerable: float = 0.0
    span: float = 0.0


@dataclass(frozen=True)
class Candidate:
    """One sentence that may answer, with what speaks for it.

    ``similarity`` is the cosine of question and sentence; ``coverage`` and ``anchored`` are shares
    (0…1) of the question's words and of its names; ``rank`` is that of the passage, from 0;
    ``reading`` is the reader's opinion of the passage, None without a reader.
    """

    hit: Hit
    span: Span
    rank: int
    similarity: float
    coverage: float
    anchored: float
    fits: bool
    across: bool
    reading: Reading | None = None

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

    def chance(self, weights: Weights) -> float:
        """How likely the sentence answers the question, 0…1."""
        evidence = (
            weights.bias
            + weights.similarity * self.similarity
            + weights.coverage * self.coverage
            + weights.anchored * self.anchored
            + weights.fits * self.fits
            + weights.rank / (1 + self.rank)
            + weights.opening * (self.span.start == 0)
            + weights.across * self.across
        )
        if self.reading is not None:
            evidence += weights.relevance * self.reading.relevance
            evidence += weights.answerable * self.reading.answerable
            evidence += weights.span * self.read
        return 1 / (1 + math.exp(-evidence))


class Scale:
    """Weighs sentences against one question; what depends on the question alone is computed once."""

    def __init__(self, question: Question) -> None:
        anchors = anchors_in(question.subject)
        self._question = question
        self._words = frozenset(content_words(question.subject, question.spoken))
        self._anchors = tuple(keys_of([anchor]) for anchor in anchors)
        self._years = frozenset(anchor for anchor in anchors if _YEAR.fullmatch(anchor))
        self._kind = kind_of(question.subject)

    def speaks_of_the_years(self, hit: Hit) -> bool:
        """Whether every year of the question stands in the passage, its title or its date.

        Another year is another event: who won in 2018 is not told by who won in 2022.
        """
        return self._years <= set(_YEAR.findall(told_by(hit)))

    def weigh(self, rank: int, hit: Hit, span: Span, cosine: float, reading: Reading | None) -> Candidate:
        """The sentence of ``hit`` at ``span`` with all that speaks for it."""
        passage = hit.passage
        text = passage.text[span.start : span.end]
        across = passage.language != self._question.spoken
        return Candidate(
            hit,
            span,
            rank,
            similarity=max(-1.0, min(1.0, cosine)),
            coverage=0.0 if across else self._coverage(text, hit),
            anchored=self._anchored(hit),
            fits=self._kind != "other" and holds(self._kind, text, passage.language, self._question.subject),
            across=across,
            reading=reading,
        )

    def _coverage(self, sentence: str, hit: Hit) -> float:
        """The share of the question's content words in the sentence, half for the passage or title."""
        if not self._words:
            return 0.0
        language = hit.passage.language
        near = set(content_words(sentence, language))
        around = set(content_words(f"{hit.passage.byline.title} {hit.passage.text}", language))
        return sum(1.0 if word in near else 0.5 * (word in around) for word in self._words) / len(self._words)

    def _anchored(self, hit: Hit) -> float:
        """The share of the question's names and numbers that the passage or its byline holds."""
        if not self._anchors:
            return 1.0
        there = keys_of([told_by(hit)])
        return sum(bool(keys & there) for keys in self._anchors) / len(self._anchors)


def told_by(hit: Hit) -> str:
    """All that a passage tells: its text, title, source and year."""
    byline = hit.passage.byline
    year = byline.published.year if byline.published else ""
    return f"{byline.title} {byline.source} {year} {hit.passage.text}"
