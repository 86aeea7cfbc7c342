"""Citations against gold: are the cited passages the right ones, and all of them.

precision = cited passages that are gold or acceptable / cited passages;
recall = gold groups with a cited passage / gold groups. Range 0 to 1, over distinct passages.
An abstention has no precision (nothing was cited) and recall 0.
Source: the two questions of ALCE (Gao et al. 2023, arXiv 2305.14627), against gold instead of a judge.
"""

from collections.abc import Collection

from eval.metrics.groups import Groups, groups_met


def citation_precision(cited: Collection[str], gold: Groups, acceptable: Collection[str]) -> float | None:
    """The share of ``cited`` ids that may be cited; None when nothing is cited."""
    distinct = set(cited)
    if not distinct:
        return None
    allowed = {ref for group in gold for ref in group}.union(acceptable)
    return len(distinct & allowed) / len(distinct)


def citation_recall(cited: Collection[str], gold: Groups) -> float:
    """The share of ``gold`` groups (at least one) with a cited passage."""
    return groups_met(cited, gold) / len(gold)
