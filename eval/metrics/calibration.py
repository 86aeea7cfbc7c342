"""Calibration: whether of the answers that claim to be 70 % sure, 70 % are right.

Answers fall into BINS bins of equal width by confidence; of each, how many, their mean confidence and their
mean worth (1 right, ½ in part, 0 not). ECE = Σ over bins of |mean worth − mean confidence| · answers in the
bin / answers. Range 0 to 1, lower is better. Refusals are left out: what they would have said is not known.
Source: Guo et al. 2017, arXiv 1706.04599.
"""

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """``n`` answers with a confidence from ``low`` to ``high``: what they claim on average, and are worth."""

    low: float
    high: float
    n: int
    said: float
    worth: float


def reliability(answers: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    """The bins that hold any of ``answers``, pairs (confidence, worth), each number 0 to 1."""
    bins = []
    for place in range(BINS):
        # A confidence of 1 belongs to the last bin.
        held = [answer for answer in answers if min(int(answer[0] * BINS), BINS - 1) == place]
        if held:
            said, worth = (sum(column) / len(held) for column in zip(*held, strict=True))
            bins.append(Bin(place / BINS, (place + 1) / BINS, len(held), said, worth))
    return tuple(bins)


def expected_error(bins: Sequence[Bin]) -> float:
    """ECE of ``bins``, of which there is at least one."""
    return sum(abs(one.worth - one.said) * one.n for one in bins) / sum(one.n for one in bins)
