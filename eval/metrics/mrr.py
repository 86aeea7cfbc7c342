"""MRR@k: how far down the first gold passage is.

reciprocal rank = 1 / rank of the first gold passage, ranks from 1, 0 when it is not among the first k.
Range 0 to 1. Source: TREC-8 question answering track (Voorhees 1999); cut at 10 as in MS MARCO.
"""

from collections.abc import Sequence

from eval.metrics.groups import Groups


def reciprocal_rank_at(k: int, ranking: Sequence[str], gold: Groups) -> float:
    """1 / rank of the first gold id among the first ``k`` of ``ranking``, else 0."""
    wanted = {ref for group in gold for ref in group}
    return next((1 / rank for rank, ref in enumerate(ranking[:k], start=1) if ref in wanted), 0.0)
