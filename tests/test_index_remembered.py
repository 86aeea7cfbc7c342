"""A remembering embedder gives the same vectors and asks for each text once."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.index.remembered import RememberingEmbedder


class CountingEmbedder:
    """Counts what it is asked to embed; a text's vector is its length and first letter."""

    fingerprint = "counting"
    dimension = 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), ord(text[0])] for text in texts], np.float32)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self.embed_passages([text])[0]
        return vector


def test_a_text_is_embedded_once_and_rows_keep_their_order() -> None:
    counting = CountingEmbedder()
    remembering = RememberingEmbedder(counting)
    first = remembering.embed_passages(["b", "aaa", "b"])
    second = remembering.embed_passages(["aaa", "c", "b"])
    assert counting.asked == ["b", "aaa", "c"]
    assert first.tolist() == [[1, 98], [3, 97], [1, 98]]
    assert second.tolist() == [[3, 97], [1, 99], [1, 98]]


def test_the_least_recently_used_text_is_forgotten_first() -> None:
    counting = CountingEmbedder()
    remembering = RememberingEmbedder(counting, capacity=2)
    for text in ("a", "b", "a", "c", "a", "b"):
        remembering.embed_passages([text])
    assert counting.asked == ["a", "b", "c", "b"]


def test_it_stands_for_the_embedder_behind() -> None:
    remembering = RememberingEmbedder(CountingEmbedder())
    assert (remembering.fingerprint, remembering.dimension) == ("counting", 2)
    assert remembering.embed_query("ab").tolist() == [2, 97]
