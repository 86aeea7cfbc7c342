"""Sentences as the digests choose them: where they stand, and whether they stand alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Language, Passage, Span
from rag.answering.draft import Evidence

# A sentence under 6 words is a fragment or an exclamation; the longest of the sample dispatches has 45.
SHORTEST, LONGEST = 6, 45
# What a sentence of no readable length is worth beside another, and one that leans on the sentence before:
# little less in a summary of its own article, much less where it is quoted alone.
ODD, LEANING, ALONE = 0.5, 0.9, 0.6
# How much less a sentence counts for each one before it, for news tells the main thing first; and what
# one inside a paragraph is worth beside the one that opens it. Fitted to 20 reference summaries: FADING
# from 0.15 to 0.4 and INNER from 0.7 to 0.9 give 45.6 to 47.2 of ROUGE-1, the lead 45.1 (`eval.rouge`).
FADING, INNER = 0.25, 0.8

# Sentences looked at of a passage: those of newspapers have up to ten, an unbroken text file thousands.
EACH = 20

_LEANS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\W*(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|cela|cette|cet|ces|ce|c['’]|son|sa|ses"
        r"|leurs?|les deux|le même|la même|ce dernier|cette dernière|mais|et|or)(?!\w)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|both|the latter|the same|the two"
        r"|but|and|so)(?!\w)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage; ``order`` is its place among those it is read with, from 0."""

    passage: Passage
    span: Span
    order: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.passage.text[self.span.start : self.span.end]

    @property
    def evidence(self) -> Evidence:
        """The sentence as what backs a claim."""
        return Evidence(self.passage, self.span.start, self.span.end)

    @property
    def at_home(self) -> float:
        """What its form and its place in the article say of a sentence's worth among the article's, 0…1."""
        return self._form(LEANING) * self._place(self.order)

    @property
    def alone(self) -> float:
        """The same for a sentence that is quoted beside those of other articles, 0…1."""
        return self._form(ALONE) * self._place(self.passage.index)

    def _form(self, leaning: float) -> float:
        leans = leaning if _LEANS[self.passage.language].match(self.text) else 1.0
        whole = sum(map(self.text.count, "«“")) == sum(map(self.text.count, "»”"))
        return leans if whole and SHORTEST <= len(self.text.split()) <= LONGEST else leans * ODD

    def _place(self, before: int) -> float:
        return (1.0 if self.span.start == 0 else INNER) / (1 + FADING * before)


def sentences_of(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The first `EACH` sentences of each of ``passages`` in their order, each text of an article once."""
    once: dict[tuple[str, str], tuple[Passage, Span]] = {}
    for passage in passages:
        for span in passage.sentences[:EACH]:
            once.setdefault((passage.article_id, passage.text[span.start : span.end]), (passage, span))
    return tuple(Sentence(passage, span, order) for order, (passage, span) in enumerate(once.values()))
