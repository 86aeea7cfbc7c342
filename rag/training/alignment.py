"""Which English pieces a French piece translates to: IBM model 1, and embeddings started from it.

Brown et al. 1993, "The mathematics of statistical machine translation".
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ids = Sequence[int]
_ITERATIONS = 5
_LEAST = 0.03  # alignments below this are noise of frequent words


def translation_table(
    sources: Sequence[Ids], targets: Sequence[Ids], *, iterations: int = _ITERATIONS
) -> dict[int, dict[int, float]]:
    """p(target piece | source piece) for every source piece, alignments under 3 % left out.

    :param sources: the source pieces of each pair; pieces nobody asks about may be left out beforehand.
    :param targets: the target pieces of the same pairs.
    """
    source, target, slot = _links(sources, targets)
    width = int(target.max()) + 1
    keys, link = np.unique(source.astype(np.int64) * width + target, return_inverse=True)
    first, second = keys // width, keys % width
    strength = np.ones(len(keys))
    for _ in range(iterations):
        # Each source occurrence ("slot") shares one unit among the target pieces of its pair …
        share = strength[link]
        share /= np.bincount(slot, weights=share)[slot]
        expected = np.bincount(link, weights=share, minlength=len(keys))
        # … and t(source | target) is what each target piece received, normalised.
        strength = expected / np.bincount(second, weights=expected)[second]
    chance = expected / np.bincount(first, weights=expected)[first]
    table: dict[int, dict[int, float]] = {}
    for at in np.flatnonzero(chance >= _LEAST):
        table.setdefault(int(first[at]), {})[int(second[at])] = float(chance[at])
    return table


def start_embeddings(
    pieces: Sequence[str],
    teacher: dict[str, int],
    rows: NDArray[np.float32],
    aligned: dict[int, dict[int, float]],
    spell: "Spelling",
) -> NDArray[np.float32]:
    """One starting row for each piece: the teacher's own, else of its translations, else of its spelling.

    :param rows: the teacher's embeddings (pieces, width).
    :param aligned: for the number of a new piece, teacher ids with their probabilities.
    :param spell: how the teacher would cut the piece without its accents.
    """
    mean = rows.mean(axis=0)
    started = np.empty((len(pieces), rows.shape[1]), np.float32)
    for number, piece in enumerate(pieces):
        if piece in teacher:
            started[number] = rows[teacher[piece]]
        elif found := aligned.get(number):
            weights = np.array(list(found.values()), np.float32)
            started[number] = weights @ rows[list(found)] / weights.sum()
        else:
            spelt = spell(piece)
            started[number] = rows[spelt].mean(axis=0) if spelt else mean
    return started


class Spelling:
    """Cuts a piece into the teacher's pieces, continuation marks respected."""

    def __init__(self, teacher: dict[str, int]) -> None:
        self._teacher = teacher

    def __call__(self, piece: str) -> list[int]:
        """The teacher's ids for ``piece`` without accents, longest match first; empty if there are none."""
        from corpus.text.normalise import fold_accents

        inside = piece.startswith("##")
        rest = fold_accents(piece.removeprefix("##"))
        found: list[int] = []
        while rest:
            for end in range(len(rest), 0, -1):
                known = self._teacher.get(("##" if inside else "") + rest[:end])
                if known is not None:
                    break
            else:
                return []
            found.append(known)
            rest, inside = rest[end:], True
        return found


def _links(
    sources: Sequence[Ids], targets: Sequence[Ids]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Every (source piece, target piece) of every pair, with the number of its source occurrence."""
    source, target, slot, slots = [], [], [], 0
    for left, right in zip(sources, targets, strict=True):
        unique = sorted(set(right))
        if not left or not unique:
            continue
        source.append(np.repeat(np.array(left, np.int32), len(unique)))
        target.append(np.tile(np.array(unique, np.int32), len(left)))
        slot.append(np.repeat(np.arange(slots, slots + len(left), dtype=np.int32), len(unique)))
        slots += len(left)
    return np.concatenate(source), np.concatenate(target), np.concatenate(slot)
