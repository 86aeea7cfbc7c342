"""Texts that are longer than a model's window: cut, embedded piece by piece, averaged."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray


def pieces(text: str, count: Callable[[str], int], limit: int) -> tuple[tuple[str, int], ...]:
    """``text`` halved at the space nearest its middle until each piece has at most ``limit`` tokens.

    ``count`` says how many tokens a text has; every piece comes with that number.
    """
    tokens = count(text)
    if tokens <= limit or len(text) < 2:
        return ((text, tokens),)
    middle = _middle(text)
    return pieces(text[:middle], count, limit) + pieces(text[middle:], count, limit)


def average(rows: NDArray[np.float32], weights: Sequence[int]) -> NDArray[np.float32]:
    """The unit vector of the mean of ``rows`` (n, dimension), each weighted by its tokens."""
    if len(rows) == 1:
        return np.asarray(rows[0], np.float32)
    mean = np.average(rows, axis=0, weights=np.maximum(weights, 1))
    unit: NDArray[np.float32] = (mean / np.linalg.norm(mean)).astype(np.float32)
    return unit


def _middle(text: str) -> int:
    """Where to cut: the space nearest the middle that has text on both sides, else the middle."""
    half = len(text) // 2
    before, after = text.rfind(" ", 1, half), text.find(" ", half, len(text) - 1)
    found = [at for at in (before, after) if at > 0 and text[:at].strip() and text[at:].strip()]
    return min(found, key=lambda at: abs(at - half), default=half)
