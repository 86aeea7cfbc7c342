"""Models as they come from elsewhere: through sentence-transformers, or an ONNX folder without hashes."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from rag.training.quality import Vectors

_SHIPPED = ("onnx/model_int8.onnx", "tokenizer.json")


class TorchEncoder:
    """The model of a folder in 32 bits, as sentence-transformers runs it: in batches, on the processor."""

    def __init__(self, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(folder), device="cpu", model_kwargs={"dtype": "float32"})

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit rows, float32."""
        rows = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, np.float32)

    def alone(self, texts: Sequence[str]) -> Vectors:
        """The same on one thread."""
        import torch

        before = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            return self.encode(texts)
        finally:
            torch.set_num_threads(before)


def hashed_copy(folder: Path, copy: Path) -> Path:
    """``copy`` with the ONNX encoder of ``folder`` and the hashes that opening it asks for."""
    hashes = {}
    for name in _SHIPPED:
        content = (folder / name).read_bytes()
        hashes[name] = sha256(content).hexdigest()
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(content)
    (copy / "weights.json").write_text(json.dumps(hashes), encoding="utf-8")
    return copy
