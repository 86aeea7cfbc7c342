"""From likely sentences to what is worth saying: one claim a fact, a further one only when it adds to it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.engines.candidates import Candidate
from rag.answering.kinds import Kind, asks_for_several, is_contested

# Two sentences of this cosine say the same: of the pairs from two articles that do not, 9 of 7,270 of the dev
# items reach it, 7 of them a toll and a later one, which figures tell apart where one asks for them.
SAME = 0.85
# With a figure or day asked for in common it takes less: of the 19 such dev pairs on another fact 2 have it
# (one says the same beside what was asked), and all 3 on the same fact, from 0.53 on.
ALIKE = 0.5
# A sentence that confirms a fact may be this much less likely than the fact's best one. Not fitted: the dev
# items tell only ten facts twice.
CONFIRMS = 0.4
# Articles that are quoted for one fact: one in each language.
TELLERS = 2
# Kinds whose values can be compared: two names may be those of one person, two figures are two.
MEASURED: tuple[Kind, ...] = ("number", "date")
NAMED: tuple[Kind, ...] = ("person", "place", "organisation")


@dataclass(frozen=True, slots=True)
class Limits:
    """What share of the best one's chance, 0…1, a further claim must have, and how many claims are shown.

    ``side`` is for a question about several accounts, ``item`` for one about several things, ``other``
    for the rest.
    """

    side: float
    item: float
    other: float
    count: int


@dataclass(frozen=True, slots=True)
class Fact:
    """What sentences of different articles say alike, the likeliest first, and how likely that answers."""

    chance: float
    told: tuple[Candidate, ...]

    @property
    def best(self) -> Candidate:
        """The likeliest sentence."""
        return self.told[0]


def facts_in(ranked: Sequence[tuple[float, Candidate]]) -> tuple[Fact, ...]:
    """The facts of ``ranked`` (chance and sentence, best first), likeliest first.

    A fact is told by two articles at most, once by each.
    """
    groups: list[list[tuple[float, Candidate]]] = []
    for chance, candidate in ranked:
        group = next((group for group in groups if same(group[0][1], candidate)), None)
        if group is None:
            groups.append([(chance, candidate)])
        elif _confirms(chance, candidate, group):
            group.append((chance, candidate))
    return tuple(Fact(group[0][0], tuple(candidate for _, candidate in group)) for group in groups)


def worth_saying(facts: Sequence[Fact], question: str, limits: Limits) -> tuple[Fact, ...]:
    """The best of ``facts`` and those that add to it, at most ``limits.count``; ``facts`` are best first."""
    best, kept = facts[0], [facts[0]]
    for fact in facts[1:]:
        if fact.chance >= best.chance * _share(best, fact, question, limits, rivals=len(kept) - 1):
            kept.append(fact)
    return tuple(kept[: limits.count])


def same(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences say the same; they do not where one gives a value that the other does not."""
    if one.text == other.text:
        return True
    alike = float(one.vector @ other.vector)
    if one.kind in MEASURED and (one.values or other.values):
        return bool(one.values & other.values) and alike >= ALIKE
    return alike >= SAME


def _share(best: Fact, fact: Fact, question: str, limits: Limits, *, rivals: int) -> float:
    """The share of the best one's chance that ``fact`` needs; more than it can have where it adds nothing.

    Beside ``rivals`` of the best for one thing it needs as much as an item of a list: on the dev items the
    right one is seldom third, and 50 of 63 pairs of twins then fare alike, not 46.
    """
    if is_contested(question):
        return limits.side
    if asks_for_several(question):
        return limits.item
    silent = fact.best.kind in (*MEASURED, *NAMED) and not fact.best.given
    if silent or fact.best.anchored < best.best.anchored:
        return math.inf
    return max(limits.other, limits.item) if rivals else limits.other


def _confirms(chance: float, candidate: Candidate, group: Sequence[tuple[float, Candidate]]) -> bool:
    articles = {told.hit.passage.article_id for _, told in group}
    return (
        candidate.hit.passage.article_id not in articles
        and len(group) < TELLERS
        and chance >= CONFIRMS * group[0][0]
    )
