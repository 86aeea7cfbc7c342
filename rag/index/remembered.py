"""An embedder that remembers: the sentences of popular passages are weighed for many questions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.recent import Recent

if TYPE_CHECKING:
    from rag.index.embedder import Embedder, Vectors

# Sentences kept: 1.5 kB a vector, so 30 MB when full, and all sentences of about 1,300 articles.
CAPACITY = 20_000


class RememberingEmbedder:
    """Embeds each text once while it is remembered. Thread-safe."""

    def __init__(self, embedder: "Embedder", *, capacity: int = CAPACITY) -> None:
        self._embedder = embedder
        self._known: Recent[str, Vectors] = Recent(capacity)

    @property
    def fingerprint(self) -> str:
        """That of the embedder behind."""
        return self._embedder.fingerprint

    @property
    def dimension(self) -> int:
        """That of the embedder behind."""
        return self._embedder.dimension

    def embed_passages(self, texts: Sequence[str]) -> "Vectors":
        """One row of unit length for each text: float32 (n, dimension)."""
        found = self._known.among(texts)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        if missing:
            found |= dict(zip(missing, self._embedder.embed_passages(missing), strict=True))
        self._known.keep(found)
        return np.array([found[text] for text in texts], np.float32).reshape(len(texts), -1)

    def embed_query(self, text: str) -> "Vectors":
        """The vector of a question, not remembered: float32 (dimension,), unit length."""
        return self._embedder.embed_query(text)
