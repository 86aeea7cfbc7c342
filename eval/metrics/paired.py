"""Is what changed since the baseline more than luck? Exact one-sided McNemar test over paired items.

p = P(X ≥ worse), X ~ Binomial(worse + better, ½): the chance that as many of the items that changed got worse
if each were as likely to get better. Range 0 to 1, 1 when none got worse; items that fare the same count not.
Source: McNemar 1947, Psychometrika 12(2), with the exact binomial tail.
"""

from math import comb


def mcnemar(worse: int, better: int) -> float:
    """The one-sided p of ``worse`` items against ``better`` ones."""
    n = worse + better
    return sum(comb(n, k) for k in range(worse, n + 1)) / (1 << n)
