"""Abstention errors, both ways: speaking without grounds, and silence although the answer is there.

hallucination rate HR = answered / unanswerable; error rate ER = refused / answerable. An answer refuses when
it abstains or says that the articles deny what the question assumes. Range 0 to 1, lower is better.
Source: NoMIRACL (Thakur et al. 2023, arXiv 2312.11361).
"""

from collections.abc import Iterable


def hallucinations(cases: Iterable[tuple[bool, bool]]) -> tuple[int, int]:
    """Answered among unanswerable, as (count, of how many), from pairs (answerable, refused)."""
    spoke = [not refused for answerable, refused in cases if not answerable]
    return sum(spoke), len(spoke)


def needless_silences(cases: Iterable[tuple[bool, bool]]) -> tuple[int, int]:
    """Refused among answerable, as (count, of how many), from pairs (answerable, refused)."""
    silent = [refused for answerable, refused in cases if answerable]
    return sum(silent), len(silent)
