"""The reader: whether a passage answers the question, and with which words of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from rag.index.graph import Graph, side_by_side
from rag.settings import BUNDLED_READER, Settings

Logits = NDArray[np.float32]

_CLS, _SEP = 2, 3  # ids of the marks around question and passage in the reader's vocabulary
_QUESTION = 48  # tokens of a question: longer ones lose their end, as they did in training
_TITLE = 24  # tokens of an article's title, as in training
_WINDOW = 160  # tokens of a passage read at once: the model was trained on 48 to 144
_STRIDE = 96  # so that an answer of up to 64 tokens lies whole in some window
_ANSWER = 40  # tokens of the longest answer; of the answers trained on 99 % are shorter
# The strength of words that nobody read: half of the sentences that are wrong come to about this.
_UNREAD = -5.0


class Token(NamedTuple):
    """Characters of a passage, and how much speaks for an answer to begin and to end there: logits."""

    start: int
    end: int
    opens: float
    closes: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a passage says to a question.

    ``relevance``: how much the passage is about the question, 0 to 1; ``answerable``: the calibrated
    chance, 0 to 1, that it holds the answer; ``start`` and ``end``: the characters of the best answer in
    the passage, whatever the chance; ``tokens``: all that was read.
    """

    relevance: float
    start: int
    end: int
    answerable: float
    tokens: tuple[Token, ...] = ()

    def strength(self, start: int, end: int) -> float:
        """What speaks for an answer within these characters: its logits, of both ends, about -10 to 16.

        Unlike ``answerable`` it tells the sentences of one passage apart.
        """
        within = [token for token in self.tokens if token.start < end and start < token.end]
        if not within:
            return _UNREAD
        return max(token.opens for token in within) + max(token.closes for token in within)


class Reader(Protocol):
    """Whoever reads passages for a question; opening one is cheap, weights load on first use.

    :raises ModelUnavailable: weights missing or altered.
    :raises ValueError: a blank question.
    """

    @property
    def fingerprint(self) -> str:
        """Two readers with the same fingerprint read alike."""
        ...

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        """One reading for each passage, in their order; a blank passage answers nothing.

        ``titles``: of the passages' articles, as many or none: they say what a passage is about.
        """
        ...


def open_reader(settings: Settings) -> Reader:  # noqa: ARG001  (every opener takes the settings)
    """The bundled reader; it reads a passage once for a question."""
    from rag.answering.remembered import RememberingReader

    return RememberingReader(OnnxReader(BUNDLED_READER))


class OnnxReader:
    """A cross-encoder as an ONNX graph whose scores are calibrated inside.

    Passages are read side by side in ``threads`` threads (default: one for each core).
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        self._graph = Graph(folder)
        self._threads = threads

    @cached_property
    def fingerprint(self) -> str:
        """Weights and tokenizer by hash; nothing large is read."""
        return f"onnx-{self._graph.digest}-{_WINDOW}"

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        """One reading for each passage, in their order; a blank passage answers nothing."""
        if not question.strip():
            raise ValueError("a blank question has no answer")
        if not passages:
            return ()
        asked = self._graph.encode(question).ids[:_QUESTION]
        pairs = tuple(zip(passages, titles or [""] * len(passages), strict=True))
        return tuple(side_by_side(partial(self._read, asked), pairs, threads=self._threads))

    def _read(self, question: list[int], titled: tuple[str, str]) -> Reading:
        passage, title = titled
        asked = [*question, _SEP, *self._graph.encode(title).ids[:_TITLE]] if title else question
        told = self._graph.encode(passage)
        if not told.ids:
            return Reading(0.0, 0, 0, 0.0)
        best: Reading | None = None
        relevance, tokens = 0.0, list[Token]()
        for first in window_starts(len(told.ids)):
            window = told.ids[first : first + _WINDOW]
            starts, ends, about, chance = self._graph.run(*_inputs(asked, window))
            where = slice(len(asked) + 2, len(asked) + 2 + len(window))
            starts, ends, offsets = starts[where], ends[where], told.offsets[first : first + _WINDOW]
            pairs = zip(offsets, starts.tolist(), ends.tolist(), strict=True)
            tokens += (Token(*offset, opens, closes) for offset, opens, closes in pairs)
            relevance = max(relevance, float(about))
            if best is None or chance > best.answerable:
                left, right = best_span(starts, ends)
                best = Reading(0.0, offsets[left][0], offsets[right][1], float(chance))
        assert best is not None  # noqa: S101  (there is at least one window)
        return replace(best, relevance=relevance, tokens=tuple(tokens))


def window_starts(tokens: int) -> range:
    """Where the windows of a passage of ``tokens`` tokens begin; the last one reaches its end."""
    return range(0, max(1, tokens - _WINDOW + _STRIDE), _STRIDE)


def best_span(starts: Logits, ends: Logits) -> tuple[int, int]:
    """First and last token of the span with the highest sum of logits, 40 tokens at most."""
    sums = starts[:, None] + ends[None, :]
    distance = np.arange(len(ends))[None, :] - np.arange(len(starts))[:, None]
    sums[(distance < 0) | (distance >= _ANSWER)] = -np.inf
    left, right = np.unravel_index(int(sums.argmax()), sums.shape)
    return int(left), int(right)


def _inputs(asked: list[int], window: list[int]) -> tuple[list[int], list[int]]:
    """Ids and kinds of ``[CLS] question [SEP] window [SEP]``; kind 1 marks where an answer may lie.

    A title stands behind the question and a ``[SEP]`` of its own.
    """
    ids = [_CLS, *asked, _SEP, *window, _SEP]
    return ids, [0] * (len(asked) + 2) + [1] * len(window) + [0]
