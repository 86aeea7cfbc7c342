"""Recall@k: how much of what a full answer needs is in the top of the ranking.

recall@k = groups with a passage among the first k / groups. Range 0 to 1.
Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, §8.4, over groups.
"""

from collections.abc import Sequence

from eval.metrics.groups import Groups, groups_met


def recall_at(k: int, ranking: Sequence[str], gold: Groups) -> float:
    """The share of ``gold`` groups (at least one) met by the first ``k`` ids of ``ranking``."""
    return groups_met(ranking[:k], gold) / len(gold)
