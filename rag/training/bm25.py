"""BM25 over word prefixes, small and without dependencies: it mines the hard negatives.

Robertson & Zaragoza 2009, "The probabilistic relevance framework", with k1 = 1.2 and b = 0.75.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.text.normalise import fold_accents
from rag.training.corpora import key

_K1, _B = 1.2, 0.75
_PREFIX = 6  # letters of a word that count: a crude stem that serves both languages


class Bm25:
    """Texts that can be searched by their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(stems(text)) for text in texts]
        lengths = np.array([sum(count.values()) for count in counts], np.float64)
        self._damping = _K1 * (1 - _B + _B * lengths / max(lengths.mean(), 1.0))
        postings: dict[str, list[tuple[int, int]]] = {}
        for number, count in enumerate(counts):
            for stem, times in count.items():
                postings.setdefault(stem, []).append((number, times))
        self._postings = {stem: np.array(found) for stem, found in postings.items()}

    def scores(self, query: str) -> NDArray[np.float64]:
        """The score of every text, 0 where no word is shared."""
        total = np.zeros(len(self._damping))
        for stem in set(stems(query)):
            found = self._postings.get(stem)
            if found is not None:
                at, times = found[:, 0], found[:, 1]
                rarity = np.log(1 + (len(total) - len(at) + 0.5) / (len(at) + 0.5))
                total[at] += rarity * times * (_K1 + 1) / (times + self._damping[at])
        return total

    def nearest(self, queries: Iterable[str], k: int, *, but: int) -> list[int]:
        """The ``k`` best texts for any of the queries, text ``but`` left out."""
        best = np.max([self.scores(query) for query in queries], axis=0)
        best[but] = -1
        return [int(number) for number in np.argsort(-best, kind="stable")[:k]]


def stems(text: str) -> list[str]:
    """Accent-free word prefixes."""
    return [word[:_PREFIX] for word in fold_accents(key(text)).split()]
