"""The reader: whether a passage answers the question, and with which words of it."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelUnavailable
from rag.index.weights import digest_of, verified_files
from rag.settings import BUNDLED_READER, Settings

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Logits = NDArray[np.float32]

_GRAPH = "onnx/model_int8.onnx"
_TOKENIZER = "tokenizer.json"
_CLS, _SEP = 2, 3  # ids of the marks around question and passage in the reader's vocabulary
_QUESTION = 48  # tokens of a question: longer ones lose their end, as they did in training
_WINDOW = 160  # tokens of a passage read at once: the model was trained on 48 to 144
_STRIDE = 96  # so that an answer of up to 64 tokens lies whole in some window
_ANSWER = 40  # tokens of the longest answer; of the answers trained on 99 % are shorter


@dataclass(frozen=True, slots=True)
class Reading:
    """What a passage says to a question.

    ``relevance``: how much the passage is about the question, 0 to 1; ``answerable``: the calibrated
    chance, 0 to 1, that it holds the answer; ``start`` and ``end``: the characters of the best answer in
    the passage, whatever the chance.
    """

    relevance: float
    start: int
    end: int
    answerable: float


class Reader(Protocol):
    """Whoever reads passages for a question; opening one is cheap, weights load on first use.

    :raises ModelUnavailable: weights missing or altered.
    :raises ValueError: a blank question.
    """

    @property
    def fingerprint(self) -> str:
        """Two readers with the same fingerprint read alike."""
        ...

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One reading for each passage, in their order; a blank passage answers nothing."""
        ...


def open_reader(settings: Settings) -> Reader:  # noqa: ARG001  (every opener takes the settings)
    """The bundled reader."""
    return OnnxReader(BUNDLED_READER)


class OnnxReader:
    """A cross-encoder as an ONNX graph whose scores are calibrated inside.

    One window at a time on one thread, ``threads`` of them side by side (default: one for each core): the
    8-bit graph scales its activations over a whole batch, so alone a passage reads the same whatever
    stands beside it.
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads or os.cpu_count() or 1
        self._lock = Lock()
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None

    @cached_property
    def fingerprint(self) -> str:
        """Weights and tokenizer by hash; nothing large is read."""
        return f"onnx-{digest_of(self._folder, _GRAPH, _TOKENIZER)}-{_WINDOW}"

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One reading for each passage, in their order; a blank passage answers nothing."""
        if not question.strip():
            raise ValueError("a blank question has no answer")
        if not passages:
            return ()
        tokenizer, _ = self._load()
        asked = tokenizer.encode(question, add_special_tokens=False).ids[:_QUESTION]
        with ThreadPoolExecutor(min(self._threads, len(passages))) as pool:
            return tuple(pool.map(lambda passage: self._read(asked, passage), passages))

    def _read(self, asked: list[int], passage: str) -> Reading:
        tokenizer, session = self._load()
        told = tokenizer.encode(passage, add_special_tokens=False)
        if not told.ids:
            return Reading(0.0, 0, 0, 0.0)
        best: Reading | None = None
        relevance = 0.0
        for first in window_starts(len(told.ids)):
            window = told.ids[first : first + _WINDOW]
            starts, ends, about, chance = session.run(None, _inputs(asked, window))
            relevance = max(relevance, float(about[0]))
            if best is None or chance[0] > best.answerable:
                shift = len(asked) + 2
                where = slice(shift, shift + len(window))
                left, right = best_span(starts[0, where], ends[0, where])
                offsets = told.offsets[first + left][0], told.offsets[first + right][1]
                best = Reading(0.0, *offsets, float(chance[0]))
        assert best is not None  # noqa: S101  (there is at least one window)
        return Reading(relevance, best.start, best.end, best.answerable)

    def _load(self) -> "tuple[Tokenizer, InferenceSession]":
        with self._lock:
            if self._loaded is None:
                self._loaded = _open_graph(self._folder)
            return self._loaded


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


def _inputs(asked: list[int], window: list[int]) -> dict[str, NDArray[np.int64]]:
    """``[CLS] question [SEP] window [SEP]``; kind 1 marks the tokens where an answer may lie."""
    ids = np.array([[_CLS, *asked, _SEP, *window, _SEP]], np.int64)
    kinds = np.zeros_like(ids)
    kinds[0, len(asked) + 2 : -1] = 1
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": kinds}


def _open_graph(folder: Path) -> "tuple[Tokenizer, InferenceSession]":
    import onnxruntime
    from tokenizers import Tokenizer

    files = verified_files(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        tokenizer = Tokenizer.from_str(files[_TOKENIZER].decode())
        session = onnxruntime.InferenceSession(files[_GRAPH], options, providers=["CPUExecutionProvider"])
    except Exception as error:  # both libraries raise bare exceptions of their own
        raise ModelUnavailable(f"the reader in {folder} cannot be loaded ({error}); reinstall it") from error
    return tokenizer, session
