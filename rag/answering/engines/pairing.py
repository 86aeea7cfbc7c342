"""The two sides of a comparison, each told by a sentence of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from corpus.article import Language
from corpus.text.analyser import content_words
from rag.answering.attribution import speaker
from rag.answering.calendar_days import MONTHS
from rag.answering.claims import Fact, facts_in
from rag.answering.comparing import Comparison, compared, looks_back
from rag.answering.disagreement import accounts_of
from rag.answering.draft import Question
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.newest import LIKELY
from rag.answering.engines.sureness import sure
from rag.answering.engines.weighing import Scale
from rag.answering.kinship import day_of
from rag.answering.names import anchors_in, keys_of
from rag.answering.powers import powers_in

# What a sentence keeps of its chance that tells of its side, stands beside one that does, tells of neither
# side, or of the other one alone.
OWN, AROUND, NOBODYS, OTHERS = 1.0, 0.4, 0.25, 0.05
# A number or a month: days and months are compared as such.
_DATE = re.compile(rf"\d\S*|(?:{'|'.join((*MONTHS['fr'], *MONTHS['en']))})\W*", re.IGNORECASE)

Ranked = Sequence[tuple[float, Candidate]]


def side_by_side(
    asked: Sequence[tuple[Question, Ranked]], comparison: Comparison
) -> tuple[tuple[Fact, ...], ...]:
    """The fact that tells each side ``asked``, of its sentences best first; none when they are not sure.

    One side alone compares nothing: once the articles are sure to tell one of them, whichever, the sentences
    of the day of the other are taken for it. A side that no day and no figure marks has to be sure by itself.
    """
    if not sure(*(ranked[0] for _, ranked in asked if ranked)):
        return ()
    sides = [of_its_own(side, ranked, comparison) for side, ranked in asked]
    if comparison.earlier and sides[0]:
        now = _of_now(sides[0], Scale(asked[0][0]))
        sides = [now, _looking_back(now[0][1], asked[0])]
    elif comparison.by_figures and len(sides) == 2 and all(sides) and not _common(*sides):
        sides = _most_alike(*sides)
    elif comparison.by_figures and len(sides) == 2 and _for_both(*sides) and not _tells_both(sides, asked):
        sides = _apart(*sides)
    elif comparison.by_figures and all(sides) and not any(Scale(side).is_dated for side, _ in asked):
        sides = _of_the_newest(sides)
    whole = (ranked if ranked and sure(ranked[0]) else () for _, ranked in asked)
    return tuple(facts_in(own or rest)[:1] for own, rest in zip(sides, whole, strict=True) if own or rest)


def opposed(question: Question, asked: Sequence[tuple[Question, Ranked]]) -> tuple[Fact, ...]:
    """What each of two tellers whom ``question`` names says of one thing, where their figures differ."""
    comparison = compared(question.subject, question.spoken)
    if comparison is None or not comparison.on_one:
        return ()
    two = tuple(fact for facts in side_by_side(asked, comparison) for fact in facts)
    return two if accounts_of(two, question.language) else ()


def of_its_own(side: Question, ranked: Ranked, comparison: Comparison) -> Ranked:
    """Those of ``ranked`` that tell of the time and of the words of ``side``; none where it has neither.

    With a figure where one is asked; words that no sentence has mark nothing.
    """
    scale, figures = Scale(side), comparison.by_figures
    marks = [Marks.of(text, side.spoken) for text in comparison.sides]
    own = next((mark for mark, text in zip(marks, comparison.sides, strict=True) if text == side.text), None)
    others = [mark for mark in marks if mark is not own]
    named = _marked(ranked, own, others[0], told=comparison.told) if own and others else ()
    if not scale.is_dated and not figures:
        return named
    return [
        (chance, candidate)
        for chance, candidate in named or ranked
        if scale.speaks_of_the_days(candidate.hit) and (scale.figures_in(candidate) or not figures)
    ]


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells one side from another: names and countries in any language, words in its own."""

    language: Language
    names: frozenset[str]
    powers: frozenset[int]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str, language: Language) -> "Marks":
        """The names, countries and words of ``text`` that are no numbers and no months."""
        told = " ".join(word for word in text.split() if not _DATE.fullmatch(word))
        words = frozenset(content_words(told, language))
        return cls(language, keys_of(anchors_in(told)), powers_in(told), words)

    def __sub__(self, other: "Marks") -> "Marks":
        return Marks(
            self.language, self.names - other.names, self.powers - other.powers, self.words - other.words
        )

    def are_in(self, text: str, language: Language) -> bool:
        """Whether ``text`` has one of them."""
        return bool(
            self.names & keys_of([text])
            or self.powers & powers_in(text)
            or (language == self.language and self.words & set(content_words(text, language)))
        )

    def may_be_in(self, text: str, language: Language) -> bool:
        """The same, and true where only words tell the side and ``text`` is of another language."""
        unsure = language != self.language and not (self.names or self.powers)
        return unsure or self.are_in(text, language)


def _marked(ranked: Ranked, own: Marks, other: Marks, *, told: bool) -> Ranked:
    """``ranked`` anew, by whose side each tells of, or who speaks if ``told``; none where none is ``own``."""
    own, other = own - other, other - own
    shares = [_share(candidate, own, other, told=told) for _, candidate in ranked]
    if not (own.names or own.powers or own.words) or OWN not in shares:
        return ()
    order = sorted(range(len(ranked)), key=lambda place: -shares[place] * ranked[place][0])
    return [ranked[place] for place in order]


def _share(candidate: Candidate, own: Marks, other: Marks, *, told: bool) -> float:
    """How much of its chance a sentence keeps for a side that has the marks ``own``."""
    language = candidate.hit.passage.language
    text = speaker(candidate.text, language) if told else candidate.text
    if own.may_be_in(text, language):
        return OWN
    if other.are_in(text, language):
        return OTHERS
    byline = candidate.hit.passage.byline
    return AROUND if own.are_in(f"{byline.title} {candidate.hit.passage.text}", language) else NOBODYS


def _of_now(own: Ranked, scale: Scale) -> Ranked:
    """``own`` without sentences whose only figure is one of an earlier time, unless all are such."""
    return [
        pair for pair in own if not looks_back(pair[1].text) or len(scale.figures_in(pair[1])) > 1
    ] or own


def _looking_back(first: Candidate, asked: tuple[Question, Ranked]) -> Ranked:
    """The sentences of the article of ``first`` that give a figure of an earlier time; itself if it does."""
    scale, ranked = Scale(asked[0]), asked[1]
    if looks_back(first.text):
        return [pair for pair in ranked if pair[1] is first]
    return [
        (chance, candidate)
        for chance, candidate in ranked
        if candidate.hit.passage.article_id == first.hit.passage.article_id
        and looks_back(candidate.text)
        and scale.figures_in(candidate)
    ]


def _common(one: Ranked, other: Ranked) -> bool:
    """Whether a sentence tells of both sides."""
    return bool({candidate.text for _, candidate in one} & {candidate.text for _, candidate in other})


def _for_both(one: Ranked, other: Ranked) -> bool:
    """Whether the same sentence is the best for both sides."""
    return bool(one and other) and one[0][1].text == other[0][1].text


def _tells_both(sides: Sequence[Ranked], asked: Sequence[tuple[Question, Ranked]]) -> bool:
    """Whether the best sentence has something of what marks each side."""
    best = sides[0][0][1]
    one, other = (Marks.of(side.text, side.spoken) for side, _ in asked)
    return all(marks.are_in(best.text, best.language) for marks in (one - other, other - one))


def _apart(one: Ranked, other: Ranked) -> list[Ranked]:
    """The sentence that is the best for both for the likelier side; for the other what is most like it."""
    first = one[0][0] >= other[0][0]
    best = (one if first else other)[0]
    rest = [pair for pair in (other if first else one) if pair[1].text != best[1].text] or [best]
    second = max(rest, key=lambda pair: float(pair[1].vector @ best[1].vector))
    return [[best], [second]] if first else [[second], [best]]


def _of_the_newest(sides: Sequence[Ranked]) -> list[Ranked]:
    """Each side with that first which the newest article of all says of it, if as likely as half its best.

    Figures of one day compare; those of two days may only show how they grew.
    """
    newest = max((side[0][1] for side in sides), key=day_of).hit.passage.article_id
    there = [
        [pair for pair in side if pair[1].hit.passage.article_id == newest and pair[0] >= LIKELY * side[0][0]]
        for side in sides
    ]
    return [[*own, *(p for p in side if p not in own)] for own, side in zip(there, sides, strict=True)]


def _most_alike(one: Ranked, other: Ranked) -> list[Ranked]:
    """The best sentence of one side and the one of the other that is most like it: they measure one thing."""
    pairs = [pair for pair in product(one, other) if pair[0] is one[0] or pair[1] is other[0]]
    first, second = max(pairs, key=lambda pair: float(pair[0][1].vector @ pair[1][1].vector))
    return [[first], [second]]
