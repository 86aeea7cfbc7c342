"""Abstention errors, both ways: speaking without grounds, and silence although the answer is there.

hallucination rate HR = answered / unanswerable; error rate ER = abstained / answerable.
Range 0 to 1, lower is better.
Source: NoMIRACL (Thakur et al. 2023, arXiv 2312.11361).
"""

from collections.abc import Iterable


def hallucinations(cases: Iterable[tuple[bool, bool]]) -> tuple[int, int]:
    """Answered among unanswerable, as (count, of how many), from pairs (answerable, abstained)."""
    spoke = [not abstained for answerable, abstained in cases if not answerable]
    return sum(spoke), len(spoke)


def needless_silences(cases: Iterable[tuple[bool, bool]]) -> tuple[int, int]:
    """Abstained among answerable, as (count, of how many), from pairs (answerable, abstained)."""
    silent = [abstained for answerable, abstained in cases if answerable]
    return sum(silent), len(silent)
