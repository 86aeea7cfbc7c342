"""Reciprocal-rank fusion of dense and lexical rankings, both languages represented."""

from collections.abc import Mapping, Sequence

# Cormack, Clarke & Büttcher, SIGIR 2009, "Reciprocal rank fusion outperforms Condorcet": k = 60.
RRF_K = 60


def reciprocal_rank_fusion(
    rankings: Mapping[str, Sequence[str]], weights: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Ids with Σ weight / (60 + rank) over the rankings that hold them, best first, ties by id.

    Ranks count from 1; scores are positive and at most Σ weights / 61.
    """
    scores: dict[str, float] = {}
    for name, ids in rankings.items():
        for rank, identifier in enumerate(ids, start=1):
            scores[identifier] = scores.get(identifier, 0.0) + weights[name] / (RRF_K + rank)
    return tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))
