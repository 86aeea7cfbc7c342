"""ANN recall@k: how many of the truly nearest passages the approximate search finds.

ANN recall@k = |found ∩ exact| / |exact|, where ``exact`` are the k nearest of all, each compared. Range 0
to 1. Source: Aumüller, Bernhardsson and Faithfull 2020, "ANN-Benchmarks", §2.2 (by ids, without distances).
"""

from collections.abc import Sequence


def ann_recall(found: Sequence[str], exact: Sequence[str]) -> float:
    """The share of the ids of ``exact`` (at least one) that are among ``found``."""
    return len(set(found) & set(exact)) / len(set(exact))
