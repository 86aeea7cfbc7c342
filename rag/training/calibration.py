"""Platt scaling: a slope and a shift that turn a logit into a chance that means what it says.

Platt 1999, "Probabilistic outputs for support vector machines"; fitted by Newton's method.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_ITERATIONS = 50
_STRIDE = 2.0  # of one iteration at most: Newton's method overshoots where the classes hardly overlap
_RIDGE = 1e-3  # keeps the slope finite where the logits separate the classes perfectly


@dataclass(frozen=True, slots=True)
class Scaling:
    """``1 / (1 + exp(-(slope · logit + shift)))`` is the calibrated chance."""

    slope: float = 1.0
    shift: float = 0.0


def fitted(logits: Sequence[float], labels: Sequence[bool]) -> Scaling:
    """The scaling of greatest likelihood; both classes count the same, however many of each there are.

    :raises ValueError: only one class, or a slope that is not positive: the logits say nothing.
    """
    truth = np.asarray(labels, np.float64)
    if truth.min(initial=1) == truth.max(initial=0):
        raise ValueError("calibration needs answerable and unanswerable examples")
    weight = np.where(truth == 1, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))
    inputs = np.column_stack([np.asarray(logits, np.float64), np.ones(len(truth))])
    found = np.array([1.0, 0.0])
    for _ in range(_ITERATIONS):
        chance = 1 / (1 + np.exp(-np.clip(inputs @ found, -30, 30)))
        slope = inputs.T @ (weight * (chance - truth)) + _RIDGE * found
        bend = (inputs * (weight * chance * (1 - chance))[:, None]).T @ inputs + _RIDGE * np.eye(2)
        step = np.linalg.solve(bend, slope)
        found = found - step * min(1.0, _STRIDE / float(np.linalg.norm(step)))
    if found[0] <= 0:
        raise ValueError("the logits do not rise with the chance of an answer")
    return Scaling(float(found[0]), float(found[1]))
