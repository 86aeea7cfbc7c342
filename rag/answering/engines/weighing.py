"""What speaks for a sentence as the answer to a question."""

import re
from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from corpus.article import Passage
from corpus.text.analyser import content_words
from corpus.text.dates import DateMention, dates_in
from rag.answer import Hit
from rag.answering.days import days_of
from rag.answering.draft import Question
from rag.answering.engines.around import DAY, days_told_by, months_in, months_told_by, told_by
from rag.answering.engines.candidates import Candidate, Place
from rag.answering.enumerations import asks_for_names, enumerates
from rag.answering.kinds import asks_for_several, is_contested, kind_of
from rag.answering.mentions import Mention, holds, new_in, said_in
from rag.answering.names import anchors_in, keys_of

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class Scale:
    """Weighs sentences against one question; what depends on the question alone is computed once."""

    def __init__(self, question: Question) -> None:
        days = dates_in(question.subject, question.spoken)
        undated = _without(question.subject, days)
        anchors = anchors_in(undated)
        self._question = question
        self._words = frozenset(content_words(question.subject, question.spoken))
        self._anchors = tuple(keys_of([anchor]) for anchor in anchors)
        self._rest = reduce(lambda text, anchor: text.replace(anchor, " "), anchors, undated)
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
    def names_alone(self) -> bool:
        """Whether the question holds names and nothing else: « à Juliaca »."""
        alone = not self._days and not content_words(self._rest, self._question.spoken)
        return bool(self._anchors) and alone

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
            named=self._kind == "number" and self._names_all(text, passage),
            timely=not self.is_dated or self.speaks_of_the_days(place.hit),
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

    def _names_all(self, sentence: str, passage: Passage) -> bool:
        """Whether the sentence with its headline holds every name of the question, which has some."""
        there = keys_of([f"{passage.byline.title} {sentence}"])
        return bool(self._anchors) and all(keys & there for keys in self._anchors)

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
