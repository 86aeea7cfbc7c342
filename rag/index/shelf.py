"""The passages of one language: their ids, vectors and words, row by row in the order of the ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.article import Language
from rag.answer import Filters
from rag.index.catalogue import Entry
from rag.index.layout import vectors_file, words_folder
from rag.index.lexical import LexicalIndex

Scored = tuple[tuple[str, float], ...]

# Similarities are rounded to this many decimals, so that equal texts tie whatever the order of the sums.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Shelf:
    """``ids`` are sorted; row ``i`` of ``vectors`` (n, dimension) is the unit vector of ``ids[i]``."""

    language: Language
    entries: tuple[Entry, ...]
    ids: tuple[str, ...]
    rows: Mapping[str, int]
    vectors: NDArray[np.float32]
    lexical: LexicalIndex

    @classmethod
    def load(cls, folder: Path, language: Language, entries: Sequence[Entry]) -> "Shelf":
        """The shelf that `save` wrote below ``folder``; ``entries`` are all articles of the generation."""
        own = tuple(entry for entry in entries if entry.language == language)
        ids = row_ids(own)
        vectors = np.load(vectors_file(folder, language), mmap_mode="r", allow_pickle=False)
        lexical = LexicalIndex.load(words_folder(folder, language), ids, language)
        rows = {identifier: row for row, identifier in enumerate(ids)}
        return cls(language, own, ids, rows, vectors, lexical)

    def allowed(self, filters: Filters) -> NDArray[np.bool_] | None:
        """Which rows ``filters`` admit; None: all of them."""
        if not filters:
            return None
        verdicts = {entry.article_id: entry.admitted(filters) for entry in self.entries}
        if all(verdicts.values()):
            return None
        return np.array([verdicts[identifier.rpartition("#")[0]] for identifier in self.ids], np.bool_)

    def exact(self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None) -> Scored:
        """The ``k`` nearest of the allowed rows by cosine, best first, ties by id."""
        rows = np.arange(len(self.ids)) if allowed is None else np.flatnonzero(allowed)
        return self.rank(vector, k, rows)

    def rank(self, vector: NDArray[np.float32], k: int, rows: NDArray[np.intp]) -> Scored:
        """The ``k`` nearest of ``rows`` (ascending) by cosine, best first, ties by id."""
        cosines = np.round((self.vectors[rows] @ vector).astype(np.float64), _DECIMALS)
        best = np.argsort(-cosines, kind="stable")[:k]
        return tuple((self.ids[rows[i]], float(cosines[i])) for i in best)


def row_ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    """All passage ids of ``entries``, sorted: the order of the rows of a shelf."""
    return tuple(sorted(identifier for entry in entries for identifier in entry.ids))
