"""Stand-ins with meaning: small real classes, offline and deterministic."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class KeywordEmbedder:
    """An embedder whose axes are groups of keywords: "élection" and "election" point the same way.

    A text's vector counts the keywords of each group that it contains, whatever their case; one
    more axis, small and always on, keeps texts without any from having no direction.
    """

    def __init__(self, *groups: Sequence[str], name: str = "keywords") -> None:
        self._groups = groups
        self._name = name
        self.embedded: list[str] = []  # every passage text embedded so far

    @property
    def fingerprint(self) -> str:
        """Differs between sets of groups and between names."""
        return f"{self._name}-{hashlib.sha256(repr(self._groups).encode()).hexdigest()[:8]}"

    @property
    def dimension(self) -> int:
        """One axis a group, and the one that is always on."""
        return len(self._groups) + 1

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text: float32 (n, dimension)."""
        self.embedded += texts
        rows = [self.embed_query(text) for text in texts]
        return np.array(rows, np.float32).reshape(len(texts), self.dimension)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text: float32 (dimension,)."""
        folded = text.casefold()
        counts = [sum(folded.count(word.casefold()) for word in group) for group in self._groups]
        vector = np.array([*counts, 0.1], np.float32)
        return np.asarray(vector / np.linalg.norm(vector), np.float32)
