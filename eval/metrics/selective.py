"""Risk and coverage: how much of what is answered is wrong when only the surest answers are given.

For every confidence c that occurs among n questions: coverage(c) = answers at least as sure as c / n, and
risk(c) = mean loss of these answers, where the loss of one is 0 to 1. Answers of one confidence count
together, so their order cannot matter. AURC = mean over the answers of the risk at their own confidence: the
area under the curve as a share of its width. Coverage at risk r = the largest coverage whose risk is at most
r, 0 without one. All range 0 to 1; risk and AURC are better lower, coverage higher. A refusal has no loss and
only lessens coverage: the curve ends where refusals begin.
Source: El-Yaniv and Wiener 2010, JMLR 11 (the curve); Geifman and El-Yaniv 2017, arXiv 1705.08500 (coverage
at a stated risk); Geifman, Uziel and El-Yaniv 2019, arXiv 1805.08206 (AURC).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Point:
    """The answers at least as sure as ``confidence``: their share of the questions, and their mean loss."""

    confidence: float
    coverage: float
    risk: float


def risk_coverage(answers: Iterable[tuple[float, float]], n: int) -> tuple[Point, ...]:
    """The curve from pairs (confidence, loss) of the answers to ``n`` questions, the surest first."""
    points: list[Point] = []
    count, lost = 0, 0.0
    for confidence, same in groupby(sorted(answers, reverse=True), key=lambda answer: answer[0]):
        losses = [loss for _, loss in same]
        count, lost = count + len(losses), lost + sum(losses)
        points.append(Point(confidence, count / n, lost / count))
    return tuple(points)


def aurc(curve: Sequence[Point]) -> float:
    """The mean risk along ``curve``, of at least one point."""
    before = (0.0, *(point.coverage for point in curve))
    steps = ((point.coverage - last) * point.risk for point, last in zip(curve, before, strict=False))
    return sum(steps) / curve[-1].coverage


def coverage_at(risk: float, curve: Iterable[Point]) -> float:
    """The largest share of the questions that can be answered at a risk of at most ``risk``."""
    return max((point.coverage for point in curve if point.risk <= risk), default=0.0)
