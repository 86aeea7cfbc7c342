"""Wilson's score interval of a proportion, which stays inside 0..1 and is honest at 0 % and 100 %.

centre = (p + z²/2n) / (1 + z²/n); half width = z/(1 + z²/n) · sqrt(p(1−p)/n + z²/4n²).
Source: Wilson 1927, JASA 22(158).
"""

from math import sqrt

# The 97.5 % point of the normal distribution: 95 % between both tails.
Z95 = 1.959963984540054


def wilson(successes: int, n: int) -> tuple[float, float]:
    """The 95 % interval of ``successes`` out of ``n`` (at least 1), both ends in 0..1."""
    p, z2 = successes / n, Z95 * Z95
    scale = 1 + z2 / n
    centre = (p + z2 / (2 * n)) / scale
    half = Z95 / scale * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)
