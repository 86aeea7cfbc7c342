"""Twin parity: whether the same question fares the same in French and in English.

parity = pairs of twins with the same Truth / pairs. Range 0 to 1; a pair that is wrong twice
agrees too, so read it beside Truth.
"""

from collections.abc import Mapping


def parity(truths: Mapping[str, float], twins: Mapping[str, str]) -> tuple[int, int]:
    """Pairs that agree, as (count, of how many); ``truths`` by id, ``twins`` names each pair both ways."""
    pairs = [pair for pair in twins.items() if pair[0] < pair[1] and truths.keys() >= {*pair}]
    return sum(truths[one] == truths[other] for one, other in pairs), len(pairs)
