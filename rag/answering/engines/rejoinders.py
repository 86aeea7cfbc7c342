"""What is said after or against the best sentence: a later count, a figure of another.

No limit of likelihood lets them in: what a reader holds for the answer is one side of it, or its past.
"""

from collections.abc import Sequence

from rag.answering.claims import Fact
from rag.answering.differences import Difference, between, within
from rag.answering.engines.candidates import Candidate
from rag.answering.kinship import day_of

Ranked = Sequence[tuple[float, Candidate]]


def rejoined(facts: Sequence[Fact], ranked: Ranked) -> tuple[Fact, ...]:
    """``facts``, the best first, with the newest count and the first contradiction of it among ``ranked``.

    As many as there were, or two; the best alone where it gives both sides by itself.
    """
    best = facts[0]
    if within(best.best):
        return (best,)
    shown = [candidate for fact in facts for candidate in fact.told]
    others = [Fact(chance, (one,)) for chance, one in ranked if all(one is not other for other in shown)]
    later = [fact for fact in (*facts[1:], *others) if _is_later(fact, best)]
    newest = max(later, key=lambda fact: day_of(fact.best), default=best)
    against = [fact for fact in (*facts[1:], *others) if _is_against(between(newest.best, fact.best))][:1]
    rest = [fact for fact in facts[1:] if fact is not newest and fact not in against]
    lead = (best,) if newest is best else (best, newest)
    return (*lead, *against, *rest)[: max(len(facts), len(lead) + len(against))]


def _is_later(fact: Fact, best: Fact) -> bool:
    told = between(best.best, fact.best)
    return told is not None and not told.contradicts and day_of(fact.best) > day_of(best.best)


def _is_against(told: Difference | None) -> bool:
    return told is not None and told.contradicts
