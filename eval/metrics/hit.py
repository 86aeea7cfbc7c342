"""hit@k: whether the top of the ranking holds a gold passage.

hit@k = 1 if some passage of any gold group is among the first k, else 0. Range 0 to 1.
Source: success@k of the TREC robust tracks.
"""

from collections.abc import Sequence

from eval.metrics.groups import Groups


def hit_at(k: int, ranking: Sequence[str], gold: Groups) -> bool:
    """Whether one of the first ``k`` ids of ``ranking`` is gold."""
    top = set(ranking[:k])
    return any(top.intersection(group) for group in gold)
