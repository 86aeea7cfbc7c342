"""How dense and lexical scores become one ranking over both languages."""

from collections.abc import Mapping

# Weight of the words beside the cosine. On the 590 items with gold passages the sum below reaches hit@5 0.92
# and MRR 0.72; 0.1 and 0.2 lie within 0.01. Both languages count the same: the words of the question's own
# at 1 and those of the other at 0.7 find no more (0.91, 0.72), but put the same passage first for a
# question and its translation in 100 of 227 pairs, not 116, for they push the question's language up. So
# does reciprocal-rank fusion with one vote a ranking, more so.
LEXICAL = 0.15


def combine(cosines: Mapping[str, float], *lexical: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Ids with cosine + 0.15 · BM25 / max BM25 of their language, best first, ties by id.

    Each of ``lexical`` holds the BM25 scores of one language and is scaled by its own best, so that all are
    represented. Every id needs a cosine. A convex combination: Bruch, Gai & Ingber, TOIS 2023, "An
    analysis of fusion functions". Scores lie in -1…1.15.
    """
    scores = dict(cosines)
    for found in lexical:
        best = max(found.values(), default=0.0)
        for identifier, score in found.items():
            scores[identifier] += LEXICAL * score / best if best else 0.0
    return tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])))
