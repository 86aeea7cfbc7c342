"""An 8-bit ONNX graph and its tokenizer, for encoder and reader alike: the only door to both libraries."""

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelUnavailable
from rag.index.weights import digest_of, verified_files
from rag.lines import told

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Given = TypeVar("Given")
Made = TypeVar("Made")

_GRAPH = "onnx/model_int8.onnx"
_TOKENIZER = "tokenizer.json"
# onnxruntime's joined "add, then normalise" takes eight times as long as the two apart on a processor:
# 0.125 ms of a layer at 64 tokens; without it encoder and reader are 10 % faster (measured on 1.31).
_SLOWER = ["SkipLayerNormFusion"]


class Graph:
    """The model of a folder, verified and loaded on first use, once; thread-safe.

    It takes one text at a time on one thread: the 8-bit graph scales its activations over the whole batch,
    so in a batch of 16 a text moves by up to 0.03 a coordinate (cosine to itself down to 0.987), and padding
    moves it as much. Alone it is the same to the bit, and `side_by_side` is faster than batches were.

    :raises ModelUnavailable: a file is missing, altered or not what it should be.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._loaded: tuple[Tokenizer, InferenceSession] | None = None

    @cached_property
    def digest(self) -> str:
        """16 hex digits that change with the weights or the tokenizer; nothing large is read."""
        return digest_of(self._folder, _GRAPH, _TOKENIZER)

    def encode(self, text: str, *, marks: bool = False) -> "Encoding":
        """The token ids of ``text`` and their offsets, in characters; ``marks``: with [CLS] and [SEP]."""
        return self._load()[0].encode(text, add_special_tokens=marks)

    def run(self, ids: Sequence[int], kinds: Sequence[int] | None = None) -> list[NDArray[np.float32]]:
        """What the graph says of one text with these token ids; ``kinds`` are its token types."""
        inputs = {"input_ids": np.array([ids], np.int64), "attention_mask": np.ones((1, len(ids)), np.int64)}
        if kinds is not None:
            inputs["token_type_ids"] = np.array([kinds], np.int64)
        return [output[0] for output in self._load()[1].run(None, inputs)]

    def _load(self) -> "tuple[Tokenizer, InferenceSession]":
        with self._lock:
            if self._loaded is None:
                self._loaded = open_graph(self._folder)
            return self._loaded


def open_graph(folder: Path) -> "tuple[Tokenizer, InferenceSession]":
    """Tokenizer and session of ``folder``, loaded from the very bytes that were hashed; one thread a call.

    :raises ModelUnavailable: see `Graph`.
    """
    import onnxruntime
    from tokenizers import Tokenizer

    files = verified_files(folder)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        tokenizer = Tokenizer.from_str(files[_TOKENIZER].decode())
        session = onnxruntime.InferenceSession(
            files[_GRAPH], options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
        )
    except Exception as error:  # both libraries raise bare exceptions of their own
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnavailable(told("model_not_loaded", folder=folder, why=reason)) from error
    return tokenizer, session


def side_by_side(
    work: Callable[[Given], Made], items: Sequence[Given], *, threads: int | None = None
) -> list[Made]:
    """``work`` of every item, in their order, on ``threads`` threads (default: one for each core)."""
    from concurrent.futures import ThreadPoolExecutor  # not needed for a question's vector

    with ThreadPoolExecutor(threads or os.cpu_count() or 1) as pool:
        return list(pool.map(work, items))
