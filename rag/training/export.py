"""From trained weights to what is shipped: 8-bit ONNX graphs, configuration files and their hashes."""

import json
import warnings
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from torch import Tensor, nn

from rag.training.calibration import Scaling
from rag.training.evened import even
from rag.training.nets import Encoder, load_body
from rag.training.reader import Reader, load_reader

_OPSET = 17
GRAPH = "onnx/model_int8.onnx"
# The bodies are made even before (`rag.training.evened`), and these 0.8 MB stay in 32 bits: of 1,000 vectors
# the worst then has a cosine of 0.998 with that of the 32-bit model; with neither, 0.988 (bundled encoder).
_EXACT = ("position_embeddings/Gather", "token_type_embeddings/Gather", "word_embeddings/Gather")
_UNHASHED = ("README.md", "weights.json", ".gitattributes", "model.safetensors")
_SAME = (
    "modules.json", "1_Pooling/config.json", "2_Normalize/config.json", "sentence_bert_config.json",
    "config_sentence_transformers.json", "tokenizer_config.json",
)  # fmt: skip


class CalibratedReader(nn.Module):
    """The reader with its two verdicts as calibrated chances instead of logits."""

    def __init__(self, reader: Reader, scalings: tuple[Scaling, Scaling]) -> None:
        super().__init__()
        self.reader = reader
        self.relevance, self.answerable = scalings

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Start and end logits (n, length), relevance and answerable (n,) from 0 to 1."""
        starts, ends, relevance, answerable = self.reader(ids, mask, kinds)
        chances = (
            torch.sigmoid(scaling.slope * logit + scaling.shift)
            for scaling, logit in ((self.relevance, relevance), (self.answerable, answerable))
        )
        return starts, ends, *chances


def export_encoder(folder: Path, like: Path, out: Path) -> None:
    """Write the shipped encoder; what no training changes (pooling, modules, …) is copied from ``like``."""
    out.mkdir(parents=True, exist_ok=True)
    for name in _SAME:
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_bytes((like / name).read_bytes())
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (out / name).write_bytes((folder / name).read_bytes())
    inputs, axes = ("input_ids", "attention_mask"), {"sentence_embedding": {0: "texts"}}
    body = load_body(folder)
    _made_plain(body)
    write_graph(Encoder(body), inputs, axes, out / GRAPH)


def export_reader(folder: Path, scalings: tuple[Scaling, Scaling], out: Path) -> None:
    """Write the shipped reader, its scores calibrated inside the graph."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    reader = load_reader(folder)
    _made_plain(reader.body)
    inputs = ("input_ids", "attention_mask", "token_type_ids")
    axes = {
        **{name: {0: "texts", 1: "tokens"} for name in ("start", "end")},
        **{name: {0: "texts"} for name in ("relevance", "answerable")},
    }
    write_graph(CalibratedReader(reader, scalings), inputs, axes, out / GRAPH)


def write_graph(
    model: nn.Module, inputs: Sequence[str], outputs: dict[str, dict[int, str]], file: Path
) -> None:
    """Trace ``model`` and write it with 8-bit weights; activations are scaled when it runs.

    :param outputs: for each output its changing axes.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    example = (torch.ones((2, 9), dtype=torch.int64),) * len(inputs)
    axes = {**{name: {0: "texts", 1: "tokens"} for name in inputs}, **outputs}
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns about every shape that Python reads
        whole = Path(scratch) / "model.onnx"
        torch.onnx.export(
            model.cpu().eval(), example, str(whole), input_names=list(inputs), output_names=list(outputs),
            dynamic_axes=axes, opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        exact = [node.name for node in onnx.load(whole).graph.node if node.name.endswith(_EXACT)]
        quantize_dynamic(
            whole, file, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=exact
        )


def write_hashes(folder: Path) -> None:
    """Write ``weights.json``: the sha256 of all files but the 16-bit weights, which nothing here loads."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and file.name not in _UNHASHED)
    hashes = {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
    (folder / "weights.json").write_text(json.dumps(hashes, indent=2) + "\n", encoding="utf-8")


def _made_plain(body: Any) -> None:  # noqa: ANN401
    """Fit for tracing, which fused attention with a mask is not, and for 8 bits."""
    body.set_attn_implementation("eager")
    even(body)
