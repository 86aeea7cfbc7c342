"""A body made even for 8 bits computes what it did, and loses less in 8 bits."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from toys_training import write_toy

from rag.training.evened import Cut, Rows, Scaled, even
from rag.training.export import write_graph
from rag.training.nets import Encoder, load_body

needs_onnx = pytest.mark.skipif(not find_spec("onnx"), reason="the export needs depeche[training]")
IDS = torch.tensor([[2, 7, 8, 9, 10, 3], [2, 11, 6, 5, 12, 3]])
WIDE = 5  # the neuron that fires far beyond all others


@pytest.fixture
def uneven(tmp_path: Path) -> Callable[[], Any]:
    """Loads a toy body with one wide neuron, one wide coordinate and one wide row of embeddings."""
    folder = write_toy(tmp_path / "toy")

    def load() -> Any:  # noqa: ANN401
        body = load_body(folder).eval()
        body.set_attn_implementation("eager")
        with torch.no_grad():
            body.encoder.layer[0].intermediate.dense.bias[WIDE] = 40.0
            body.encoder.layer[0].attention.output.LayerNorm.weight[3] = 30.0
            body.embeddings.word_embeddings.weight[2] *= 20
        return body

    return load


def _vectors(body: Any) -> NDArray[np.float32]:  # noqa: ANN401
    with torch.inference_mode():
        found: NDArray[np.float32] = Encoder(body)(IDS, torch.ones_like(IDS)).numpy()
    return found


def test_an_even_body_computes_what_it_did(uneven: Callable[[], Any]) -> None:
    body = uneven()
    before = _vectors(body)
    even(body)
    assert np.abs(_vectors(body) - before).max() < 1e-5


def test_only_the_wide_neuron_is_cut_and_no_row_is_wider_than_one(uneven: Callable[[], Any]) -> None:
    body = uneven()
    even(body)
    first, *others = (layer.output.dense for layer in body.encoder.layer)
    assert isinstance(first, Cut)
    assert first.wide == [WIDE]
    assert not any(isinstance(dense, Cut) for dense in others)
    assert all(isinstance(layer.intermediate.dense, Scaled) for layer in body.encoder.layer)
    words = body.embeddings.word_embeddings
    assert isinstance(words, Rows)
    assert words.words.weight.abs().amax() <= 1 + 1e-6


@needs_onnx
def test_an_even_body_loses_less_in_8_bits(uneven: Callable[[], Any], tmp_path: Path) -> None:
    from onnxruntime import InferenceSession

    exact = _vectors(uneven())

    def in_8_bits(body: Any, name: str) -> float:  # noqa: ANN401
        file = tmp_path / f"{name}.onnx"
        write_graph(Encoder(body), ("ids", "mask"), {"vectors": {0: "texts"}}, file)
        session = InferenceSession(file.read_bytes(), providers=["CPUExecutionProvider"])
        (vectors,) = session.run(None, {"ids": IDS.numpy(), "mask": np.ones_like(IDS.numpy())})
        return float((vectors * exact).sum(axis=1).min())

    body = uneven()
    plain = in_8_bits(body, "plain")
    body = uneven()
    even(body)
    assert 1 - in_8_bits(body, "even") < (1 - plain) / 2
