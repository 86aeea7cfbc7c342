"""Token ids of many texts in two flat arrays, cut into padded batches of similar length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_BUFFER = 8192  # texts sorted by length at a time: enough for even batches, few enough to stay shuffled

Batch = tuple[NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True, slots=True)
class Ragged:
    """``flat[starts[i] : starts[i + 1]]`` are the token ids of text ``i``."""

    flat: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Ragged":
        """Ragged rows from lists of ids."""
        starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
        flat = np.fromiter((number for row in rows for number in row), np.int32, count=int(starts[-1]))
        return cls(flat, starts)

    @classmethod
    def load(cls, file: Path) -> "Ragged":
        """What :meth:`save` wrote."""
        with np.load(file, allow_pickle=False) as arrays:
            return cls(arrays["flat"], arrays["starts"])

    def save(self, file: Path) -> None:
        """One .npz file."""
        np.savez(file, flat=self.flat, starts=self.starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each text."""
        return np.diff(self.starts)

    def part(self, start: int, stop: int) -> "Ragged":
        """The texts ``start`` to ``stop``, the latter left out."""
        first, last = self.starts[start], self.starts[stop]
        return Ragged(self.flat[first:last], self.starts[start : stop + 1] - first)

    def padded(self, chosen: Sequence[int]) -> Batch:
        """Ids and mask (n, longest) of some texts, padded with 0."""
        longest = max(int(self.lengths_of(chosen).max(initial=1)), 1)
        ids = np.zeros((len(chosen), longest), np.int64)
        mask = np.zeros_like(ids)
        for at, number in enumerate(chosen):
            row = self.flat[self.starts[number] : self.starts[number + 1]]
            ids[at, : len(row)], mask[at, : len(row)] = row, 1
        return ids, mask

    def lengths_of(self, chosen: Sequence[int]) -> NDArray[np.int64]:
        """Tokens of some texts."""
        at = np.asarray(chosen)
        found: NDArray[np.int64] = self.starts[at + 1] - self.starts[at]
        return found


def tokenised(tokenizer: "Tokenizer", texts: Sequence[str], limit: int) -> Ragged:
    """The texts' ids with [CLS] and [SEP], cut at ``limit`` tokens."""
    tokenizer.enable_truncation(limit)
    rows: list[list[int]] = []
    for at in range(0, len(texts), _BUFFER):
        rows += [encoding.ids for encoding in tokenizer.encode_batch(list(texts[at : at + _BUFFER]))]
    tokenizer.no_truncation()
    return Ragged.of(rows)


def batches(lengths: NDArray[np.int64], tokens: int, rng: random.Random) -> Iterator[list[int]]:
    """One epoch of batches of up to ``tokens`` with padding: shuffled, similar lengths together."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    for at in range(0, len(order), _BUFFER):
        buffer = sorted(order[at : at + _BUFFER], key=lambda number: int(lengths[number]))
        cut = list(by_tokens(buffer, lengths, tokens))
        rng.shuffle(cut)
        yield from cut


def by_tokens(order: Sequence[int], lengths: NDArray[np.int64], tokens: int) -> Iterator[list[int]]:
    """``order`` cut so that each part, padded to its longest text, stays within ``tokens``."""
    part: list[int] = []
    longest = 0
    for number in order:
        longest = max(longest, int(lengths[number]))
        if part and longest * (len(part) + 1) > tokens:
            yield part
            part, longest = [], int(lengths[number])
        part.append(number)
    if part:
        yield part
