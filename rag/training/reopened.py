"""From a shipped reader back to weights that training can go on from, exact to its 8 bits.

So whoever has the project alone, and none of the work folders, can improve the bundled reader.
"""

import re
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from rag.training.export import GRAPH
from rag.training.reader import Reader, save_reader

_QUANTISED = "_quantized"
_PLACE = re.compile(r"/reader/(.+)/(?:MatMul|Gemm)")
_WORDS = "body.embeddings.word_embeddings"
# `rag.training.evened` scales the inputs of these alike and keeps the factors once, under the first's name.
_SHARED = {"key": "query", "value": "query"}


def reopen_reader(shipped: Path, like: Path, out: Path) -> None:
    """Write the reader of the folder ``shipped`` to ``out``; ``like``: an encoder's folder, for its shape.

    The scores' calibration stays behind: it is fitted anew at the next export.
    """
    from transformers import BertConfig, BertModel

    config = BertConfig.from_pretrained(like)
    reader = Reader(BertModel(config, add_pooling_layer=False))
    reader.load_state_dict(_weights(shipped / GRAPH, set(reader.state_dict())), strict=True)
    save_reader(reader, shipped / "tokenizer.json", out)


def _weights(graph: Path, wanted: set[str]) -> dict[str, Tensor]:
    """The values of all ``wanted`` names, in float32, as before they were made even and 8-bit."""
    import onnx
    from onnx import numpy_helper

    network = onnx.load(graph).graph
    stored = {value.name: numpy_helper.to_array(value) for value in network.initializer}
    products = _products(network, stored)
    plain = {name.removeprefix("reader."): value for name, value in stored.items()}
    found = {name: _value(name, plain, products) for name in wanted}
    return {name: torch.tensor(value) for name, value in found.items()}


def _products(network: Any, stored: dict[str, NDArray[Any]]) -> dict[str, NDArray[np.float32]]:  # noqa: ANN401
    """The weights (out, in) of every 8-bit product, by the place of its dense layer."""
    found = {}
    for node in network.node:
        if node.op_type == "MatMulInteger" and node.input[1].endswith(_QUANTISED):
            name = node.input[1].removesuffix(_QUANTISED)
            place = _PLACE.match(node.name)[1].replace("/", ".")  # type: ignore[index]
            found[place] = (stored[node.input[1]].astype(np.float32) * stored[f"{name}_scale"]).T
    return found


def _value(
    name: str, plain: dict[str, NDArray[Any]], products: dict[str, NDArray[np.float32]]
) -> NDArray[Any]:
    if name == f"{_WORDS}.weight":
        rows = plain[f"{_WORDS}.words.weight{_QUANTISED}"].astype(np.float32)
        shift, scale = (plain[f"{_WORDS}.words.weight_{part}"] for part in ("zero_point", "scale"))
        words: NDArray[np.float32] = (rows - np.float32(shift)) * scale * plain[f"{_WORDS}.factors"]
        return words
    layer, kind = name.rsplit(".", 1)
    inner = f"{layer}.dense"  # of a dense layer with scaled or cut inputs
    if kind == "bias" and f"{inner}.bias" in plain:
        return plain[f"{inner}.bias"]
    if name in plain:
        return plain[name]
    product = products.get(inner, products.get(layer))
    if product is None:
        raise ValueError(f"the graph has no weights of {name}")
    return product * plain.get(f"{_factored(layer)}.factors", np.float32(1))


def _factored(layer: str) -> str:
    return re.sub(r"\b(key|value)$", lambda found: _SHARED[found[0]], layer)
