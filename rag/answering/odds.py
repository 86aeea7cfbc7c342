"""Chances as log-odds, in which evidence adds up, and back."""

import math

# Beyond, a chance counts as certain.
_CERTAIN = 1e-6


def log_odds(chance: float) -> float:
    """The natural logarithm of the odds of ``chance`` (0…1), between -13.8 and 13.8."""
    chance = min(max(chance, _CERTAIN), 1 - _CERTAIN)
    return math.log(chance / (1 - chance))


def chance_of(evidence: float) -> float:
    """The chance, 0…1, whose log-odds are ``evidence``."""
    return 1 / (1 + math.exp(-evidence))
