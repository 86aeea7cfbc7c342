"""Twins: whether the same question fares the same, and is answered alike, in French and in English.

parity = pairs of twins with the same Truth / pairs. Range 0 to 1; a pair that is wrong twice
agrees too, so read it beside Truth. alike = pairs that are both refused, or both answered with a
passage in common / pairs.
"""

from collections.abc import Mapping, Set


def parity(truths: Mapping[str, float], twins: Mapping[str, str]) -> tuple[int, int]:
    """Pairs that agree, as (count, of how many); ``truths`` by id, ``twins`` names each pair both ways."""
    pairs = _pairs(truths, twins)
    return sum(truths[one] == truths[other] for one, other in pairs), len(pairs)


def alike(cited: Mapping[str, Set[str] | None], twins: Mapping[str, str]) -> tuple[int, int]:
    """The same of passages ``cited``, by id of the question; None where it was refused."""
    pairs = _pairs(cited, twins)
    return sum(_alike(cited[one], cited[other]) for one, other in pairs), len(pairs)


def _pairs(measured: Mapping[str, object], twins: Mapping[str, str]) -> list[tuple[str, str]]:
    return [pair for pair in twins.items() if pair[0] < pair[1] and measured.keys() >= {*pair}]


def _alike(one: Set[str] | None, other: Set[str] | None) -> bool:
    if one is None or other is None:
        return one is other
    return not one.isdisjoint(other)
