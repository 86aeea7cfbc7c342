"""Vectors that earlier generations hold: a text is embedded once, even when the index is made anew."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus.article import LANGUAGES
from rag.index.embedder import Vectors
from rag.index.generations import names
from rag.index.layout import hashes_file, vectors_file
from rag.index.manifest import MANIFEST, same_model, sha256_of


def kept_vectors(index: Path, fingerprint: str, canary: Vectors) -> dict[str, Vectors]:
    """Hash of an indexed text → its vector, of all finished generations below ``index``.

    Only those count that the model ``fingerprint`` made while it gave the canary the vector ``canary``. They
    need not serve, nor be sound elsewhere: each file is compared with its hash, and what is damaged is left
    out, never an error, for it only costs embedding those texts again.
    """
    known: dict[str, Vectors] = {}
    for name in names(index):
        try:
            known.update(_rows(index / name, fingerprint, canary))
        except (OSError, ValueError, TypeError, KeyError):  # no manifest, or not one that we write
            continue
    return known


def _rows(folder: Path, fingerprint: str, canary: Vectors) -> Iterator[tuple[str, Vectors]]:
    stored = json.loads((folder / MANIFEST).read_bytes())
    if stored["embedder"] != fingerprint or not same_model(stored["canary"], canary):
        return
    for language in LANGUAGES:
        texts, rows = files = hashes_file(folder, language), vectors_file(folder, language)
        if all(file.exists() and sha256_of(file) == stored["files"][file.name] for file in files):
            vectors = np.load(rows, mmap_mode="r", allow_pickle=False)
            yield from zip(texts.read_text(encoding="ascii").split(), vectors, strict=True)
