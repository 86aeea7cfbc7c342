"""A shipped reader becomes weights again that read as it does."""

from importlib.util import find_spec
from pathlib import Path

import pytest
import torch
from toys_training import write_toy

from rag.settings import BUNDLED_ENCODER, BUNDLED_READER
from rag.training.calibration import Scaling
from rag.training.cli import main
from rag.training.export import export_reader
from rag.training.nets import load_body
from rag.training.reader import Reader, load_reader, save_reader

pytestmark = pytest.mark.skipif(not find_spec("onnx"), reason="graphs are read with depeche[training]")
IDS = torch.tensor([[2, 7, 8, 3, 9, 10, 3], [2, 11, 6, 3, 5, 12, 3]])
KINDS = torch.tensor([[0, 0, 0, 0, 1, 1, 0]] * 2)


def _reopened(shipped: Path, like: Path, tmp_path: Path) -> Reader:
    given = ["--reader", str(shipped), "--like", str(like), "--out", str(tmp_path / "again")]
    assert main(["--work", str(tmp_path), "reopen", *given]) == 0
    return load_reader(tmp_path / "again")


def test_a_reopened_reader_reads_as_the_one_that_was_shipped(tmp_path: Path) -> None:
    toy = write_toy(tmp_path / "toy")
    torch.manual_seed(2)
    reader = Reader(load_body(toy))
    with torch.no_grad():
        for value in reader.parameters():  # the graph keeps equal ones once, and trained ones never are
            value.add_(0.1 * torch.rand_like(value))
        reader.body.encoder.layer[0].intermediate.dense.bias[5] = 40.0  # a neuron that the export cuts
        reader.body.embeddings.word_embeddings.weight[2] *= 20
    save_reader(reader, toy / "tokenizer.json", tmp_path / "reader")
    before = load_reader(tmp_path / "reader")
    export_reader(tmp_path / "reader", (Scaling(), Scaling()), tmp_path / "shipped")
    after = _reopened(tmp_path / "shipped", toy, tmp_path)
    for name, value in before.state_dict().items():
        assert torch.allclose(after.state_dict()[name], value, atol=0.02 * float(value.abs().max())), name
    with torch.inference_mode():
        told = [reader(IDS, torch.ones_like(IDS), KINDS) for reader in (before, after)]
    assert max(float((one - other).abs().max()) for one, other in zip(*told, strict=True)) < 0.1


def test_the_bundled_reader_can_be_trained_on(tmp_path: Path) -> None:
    reader = _reopened(BUNDLED_READER, BUNDLED_ENCODER, tmp_path)
    assert reader.body.config.num_hidden_layers == 6
    assert all(bool(value.isfinite().all()) for value in reader.state_dict().values())
