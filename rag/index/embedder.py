"""Texts to unit vectors: the bundled encoder on onnxruntime, or any sentence-transformers model.

Both give a text the same vector whatever else is embedded beside it, and neither ever truncates:
a text longer than the model's window is cut into windows whose vectors are averaged.
"""

import re
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelUnavailable
from rag.index.graph import Graph, side_by_side
from rag.index.weights import folder_digest, refuse_code
from rag.index.windows import average, pieces
from rag.lines import told
from rag.settings import BUNDLED_ENCODER, Settings

Vectors = NDArray[np.float32]

_WINDOW = 254  # the 256 positions that the encoder was trained for, less [CLS] and [SEP]

_FULL_PRECISION = {"dtype": "float32"}  # half is slower on a processor, and its rounding depends on the batch
_HUB_ID = re.compile(r"[\w-][\w.-]*/[\w.-]+")


class Embedder(Protocol):
    """Whoever turns texts into vectors; opening one is cheap, weights load on first use.

    :raises ModelUnavailable: weights missing, altered or not safe to load.
    :raises ValueError: a blank text.
    """

    @property
    def fingerprint(self) -> str:
        """Two embedders with the same fingerprint give the same vectors."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text: float32 (n, dimension)."""
        ...

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question: float32 (dimension,), unit length."""
        ...


def open_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings name: the bundled one, or a sentence-transformers id or folder."""
    if settings.embedder:
        return SentenceTransformerEmbedder(settings.embedder)
    return OnnxEmbedder(BUNDLED_ENCODER)


class OnnxEmbedder:
    """A BERT encoder as an ONNX graph that pools and normalises inside; no torch is imported.

    Texts run side by side in ``threads`` threads (default: one for each core).
    """

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        self._graph = Graph(folder)
        self._threads = threads

    @cached_property
    def fingerprint(self) -> str:
        """Weights and tokenizer by hash, pooling and window by name; nothing large is read."""
        return f"onnx-{self._graph.digest}-mean-{_WINDOW}"

    @cached_property
    def dimension(self) -> int:
        """The length of a vector; loads the model."""
        return len(self.embed_query("."))

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text: float32 (n, dimension)."""
        _refuse_blank(texts)
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return np.vstack(side_by_side(self._embed, texts, threads=self._threads))

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question: float32 (dimension,), unit length."""
        _refuse_blank((text,))
        return self._embed(text)

    def _embed(self, text: str) -> Vectors:
        cut = pieces(text, lambda piece: len(self._graph.encode(piece).ids), _WINDOW)
        rows = [self._graph.run(self._graph.encode(piece, marks=True).ids)[0] for piece, _ in cut]
        return average(np.array(rows, np.float32), [tokens for _, tokens in cut])


class SentenceTransformerEmbedder:
    """Any sentence-transformers model: a local folder, or the id of one that is in the hub's local cache.

    Its own question and passage prompts are used. Nothing is downloaded, and no code that a model
    brings is run.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = Lock()
        self._model: Any = None

    @cached_property
    def fingerprint(self) -> str:
        """The hash of weights, tokenizer and configuration, prompts and window included."""
        return f"st-{folder_digest(self._folder)[:16]}"

    @property
    def dimension(self) -> int:
        """The length of a vector; loads the model."""
        return int(self._load().get_embedding_dimension())

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length for each text: float32 (n, dimension)."""
        _refuse_blank(texts)
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return self._embed(texts, "document")

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question: float32 (dimension,), unit length."""
        _refuse_blank((text,))
        row: Vectors = self._embed((text,), "query")[0]
        return row

    def _embed(self, texts: Sequence[str], kind: str) -> Vectors:
        model = self._load()
        encode = model.encode_query if kind == "query" else model.encode_document
        room = _room(model, kind)
        cuts = [pieces(text, partial(_tokens, model), room) if room else ((text, 1),) for text in texts]
        flat = [piece for cut in cuts for piece, _ in cut]
        rows = np.asarray(encode(flat, normalize_embeddings=True, show_progress_bar=False), np.float32)
        shares = np.split(rows, np.cumsum([len(cut) for cut in cuts])[:-1])
        weights = ([tokens for _, tokens in cut] for cut in cuts)
        return np.vstack([average(share, weight) for share, weight in zip(shares, weights, strict=True)])

    @cached_property
    def _folder(self) -> Path:
        folder = Path(self._name).expanduser()
        if not folder.is_dir():
            folder = _cached_folder(self._name)
        refuse_code(folder)
        return folder

    def _load(self) -> Any:  # noqa: ANN401  (naming a SentenceTransformer would import torch)
        with self._lock:
            if self._model is None:
                self._model = _open_sentence_transformer(self._folder)
            return self._model


def _refuse_blank(texts: Sequence[str]) -> None:
    if not all(text.strip() for text in texts):
        raise ValueError("a blank text has no vector")


def _open_sentence_transformer(folder: Path) -> Any:  # noqa: ANN401
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(
            str(folder), trust_remote_code=False, local_files_only=True, model_kwargs=_FULL_PRECISION
        )
    except Exception as error:  # whatever a foreign folder makes the library raise
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnavailable(told("model_chosen", folder=folder, why=reason)) from error
    return model


def _cached_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download

    if not _HUB_ID.fullmatch(name):
        raise ModelUnavailable(told("model_name", name=name))
    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (OSError, ValueError) as error:
        command = f"hf download {name} --exclude '*.bin' '*.pt' '*.py'"
        raise ModelUnavailable(told("model_absent", name=name, command=command)) from error


def _tokens(model: Any, text: str) -> int:  # noqa: ANN401
    return len(model.tokenizer(text, add_special_tokens=False, verbose=False)["input_ids"])


def _room(model: Any, kind: str) -> int:  # noqa: ANN401
    """How many tokens of text fit beside the special tokens and the prompt; 0: there is no limit."""
    limit = model.max_seq_length
    if limit is None or limit == float("inf"):
        return 0  # a model of static word vectors
    prompt = model.prompts.get(kind) or ""
    special = len(model.tokenizer("")["input_ids"])
    return max(1, int(limit) - special - _tokens(model, prompt))
