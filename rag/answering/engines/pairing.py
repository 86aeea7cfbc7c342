"""The two sides of a comparison, each told by a sentence of its own."""

from collections.abc import Callable, Sequence
from itertools import product

from rag.answering.claims import Fact, facts_in
from rag.answering.comparing import Comparison, looks_back
from rag.answering.draft import Question
from rag.answering.engines.weighing import Candidate, Scale

Ranked = Sequence[tuple[float, Candidate]]
Sure = Callable[[float, Candidate], bool]


def side_by_side(
    asked: Sequence[tuple[Question, Ranked]], comparison: Comparison, sure: Sure
) -> tuple[tuple[Fact, ...], ...]:
    """The fact that tells each side ``asked``, of its sentences best first; all empty when none is ``sure``.

    One side alone compares nothing: once the articles are sure to tell one, the sentences of the day of the
    other are taken for it. A side that no day and no figure marks has to be sure by itself.
    """
    if not any(ranked and sure(*ranked[0]) for _, ranked in asked):
        return ()
    sides = [of_its_own(side, ranked, comparison) for side, ranked in asked]
    if comparison.earlier and sides[0]:
        now = _of_now(sides[0], Scale(asked[0][0]))
        sides = [now, _looking_back(now[0][1], asked[0])]
    elif comparison.by_figures and len(sides) == 2 and all(sides) and not _common(*sides):
        sides = _most_alike(*sides)
    whole = (ranked if ranked and sure(*ranked[0]) else () for _, ranked in asked)
    return tuple(facts_in(own or rest)[:1] for own, rest in zip(sides, whole, strict=True) if own or rest)


def of_its_own(side: Question, ranked: Ranked, comparison: Comparison) -> Ranked:
    """Those of ``ranked`` that tell of the time of ``side``, with a figure where one is asked; else none."""
    scale, figures = Scale(side), comparison.by_figures
    if not scale.is_dated and not figures:
        return ()
    return [
        (chance, candidate)
        for chance, candidate in ranked
        if scale.speaks_of_the_days(candidate.hit) and (scale.figures_in(candidate) or not figures)
    ]


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


def _most_alike(one: Ranked, other: Ranked) -> list[Ranked]:
    """The best sentence of one side and the one of the other that is most like it: they measure one thing."""
    pairs = [pair for pair in product(one, other) if pair[0] is one[0] or pair[1] is other[0]]
    first, second = max(pairs, key=lambda pair: float(pair[0][1].vector @ pair[1][1].vector))
    return [[first], [second]]
