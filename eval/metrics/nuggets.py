"""Nugget scores: how many facts of a right answer the answer states.

strict vital = vital nuggets stated / vital nuggets; all = nuggets stated / nuggets. Range 0 to 1.
A nugget is stated or not: we have no partial support, so the two halves of TREC's scores agree.
Source: TREC 2024 RAG track, AutoNuggetizer (Pradeep et al. 2024, arXiv 2411.09607), by rule
instead of by model.
"""

from collections.abc import Collection, Sequence

from eval.items import Nugget


def strict_vital(nuggets: Sequence[Nugget], stated: Collection[str]) -> float:
    """The share of vital nuggets (at least one) whose id is in ``stated``."""
    return all_nuggets([nugget for nugget in nuggets if nugget.vital], stated)


def all_nuggets(nuggets: Sequence[Nugget], stated: Collection[str]) -> float:
    """The share of nuggets (at least one) whose id is in ``stated``."""
    return sum(nugget.id in stated for nugget in nuggets) / len(nuggets)
