"""Whether two figures may measure one thing, and differ."""

from decimal import Decimal

from rag.answering.figures import Figure

# Two accounts of one thing differ less than this (depths of one earthquake: eight times); beyond, one of
# the figures is of something else.
TIMES = 10
# Times are compared in seconds: three years are more than eight months.
_SECONDS = {
    unit: Decimal(seconds)
    for unit, seconds in {
        "s": 1, "min": 60, "h": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800, "year": 31_557_600
    }.items()
}  # fmt: skip


def near(one: Figure, other: Figure) -> bool:
    """Whether two figures may measure one thing, as far as unit and size can tell."""
    (unit, size), (other_unit, other_size) = measured(one), measured(other)
    low, high = sorted((abs(size), abs(other_size)))
    return unit == other_unit and high <= TIMES * low


def measured(figure: Figure) -> tuple[str, Decimal]:
    """The unit and size of ``figure`` by which it can be compared, of a time in seconds."""
    if figure.unit in _SECONDS:
        return "s", figure.value * _SECONDS[figure.unit]
    return figure.unit, figure.value


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures that may measure one thing are two."""
    return near(one, other) and measured(one) != measured(other)
