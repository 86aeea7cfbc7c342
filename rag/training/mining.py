"""Paragraphs that an encoder finds for a question and that do not answer it: most of what a reader refuses.

They tell of another event what the question asks about this one: who leads it, what it cost, how many died.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

_TOKENS = 256  # read of a text
_ROWS = 512  # questions compared at a time: a few megabytes

Mining = Callable[[Sequence[str], Sequence[str]], list[list[int]]]


def miner(folder: Path, k: int) -> Mining:
    """Questions and texts to the numbers of the ``k`` texts nearest to each, nearest first, by cosine."""
    from tokenizers import Tokenizer

    from rag.training.nets import Encoder, embed, load_body
    from rag.training.ragged import tokenised

    encoder = Encoder(load_body(folder))
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()

    def nearest(questions: Sequence[str], texts: Sequence[str]) -> list[list[int]]:
        asked, told = (
            embed(encoder, tokenised(tokenizer, many, _TOKENS)).astype(np.float32)
            for many in (questions, texts)
        )
        found: list[list[int]] = []
        for at in range(0, len(asked), _ROWS):
            scores = asked[at : at + _ROWS] @ told.T
            found += np.argsort(-scores, axis=1, kind="stable")[:, :k].tolist()
        return found

    return nearest
