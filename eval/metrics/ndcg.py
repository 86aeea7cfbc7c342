"""nDCG@k: whether the passages that matter are ranked first.

DCG@k = sum over ranks r = 1..k of gain(r) / log2(r + 1); nDCG = DCG / DCG of the best
ranking. Range 0 to 1.
Gain: 2 for the first passage of each gold group, 1 for an acceptable one and for a further
passage of a group that is already met (it repeats what is known), 0 for the rest.
Source: Järvelin and Kekäläinen 2002, ACM TOIS 20(4); the groups are ours.
"""

from collections.abc import Sequence
from math import log2

from eval.metrics.groups import Groups


def ndcg_at(k: int, ranking: Sequence[str], gold: Groups, acceptable: Sequence[str] = ()) -> float:
    """The nDCG of the first ``k`` ids of ``ranking``; ``gold`` has at least one group, no id stands twice."""
    group_of = {ref: number for number, group in enumerate(gold) for ref in group}
    met: set[int] = set()
    gains = []
    for ref in ranking[:k]:
        group = group_of.get(ref)
        if group is not None and group not in met:
            met.add(group)
            gains.append(2)
        else:
            gains.append(1 if group is not None or ref in acceptable else 0)
    repeats = len(group_of) - len(gold)
    best = ([2] * len(gold) + [1] * (repeats + len(acceptable)))[:k]
    return _dcg(gains) / _dcg(best)


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, start=1))
