"""The networks: a BERT body, its pooled sentence vector, and the reader's three heads on the same body."""

import json
import logging
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from rag.training.ragged import Ragged, by_tokens

_EMBED_TOKENS = 8192  # of a forward batch
_REPORT = 100  # batches between two lines of progress
# On a processor the fused attention's way back takes a third of a training step; in plain products a step of
# 4,096 tokens takes 1.02 s, not 1.30 (2 cores, bf16, measured alone).
_ATTENTION = {"cpu": "eager", "cuda": "sdpa"}

log = logging.getLogger(__name__)


class Encoder(nn.Module):
    """Ids and mask (n, length) to unit vectors (n, width): the mean over the tokens."""

    def __init__(self, body: nn.Module) -> None:
        super().__init__()
        self.body = body

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit rows, float32."""
        states = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        return nn.functional.normalize(((states * weights).sum(1) / weights.sum(1)).float(), dim=-1)


def device() -> torch.device:
    """CUDA where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half(enabled: bool = True) -> torch.autocast:
    """bf16 matrix products: 2 to 4 times faster than fp32 on processors with avx512_bf16 and on GPUs."""
    return torch.autocast(device().type, dtype=torch.bfloat16, enabled=enabled)


def load_body(folder: Path) -> Any:  # noqa: ANN401  (transformers' classes are untyped)
    """The BERT model of a folder in fp32 without dropout, which would keep attention off its fast path."""
    from transformers import BertConfig, BertModel

    config = BertConfig.from_pretrained(folder)
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    body = BertModel.from_pretrained(
        folder,
        config=config,
        add_pooling_layer=False,
        dtype=torch.float32,
        attn_implementation=_ATTENTION[device().type],
    )
    return body.to(device())  # type: ignore[arg-type]


def grown_body(teacher: Any, rows: NDArray[np.float32]) -> Any:  # noqa: ANN401
    """The teacher's body with other word embeddings (pieces, width)."""
    teacher.resize_token_embeddings(len(rows), mean_resizing=False)
    with torch.no_grad():
        teacher.get_input_embeddings().weight.copy_(torch.from_numpy(rows))
    return teacher


def on_device(batch: tuple[NDArray[np.int64], NDArray[np.int64]]) -> tuple[Tensor, Tensor]:
    """A padded batch as tensors."""
    ids, mask = batch
    return torch.from_numpy(ids).to(device()), torch.from_numpy(mask).to(device())


@torch.inference_mode()
def embed(encoder: Encoder, texts: Ragged, *, fast: bool = True) -> NDArray[np.float16]:
    """The vectors of all texts (n, width), float16, whatever their order; ``fast``: bf16."""
    encoder.eval()
    lengths = texts.lengths
    order = sorted(range(len(texts)), key=lambda number: -int(lengths[number]))
    found: NDArray[np.float16] | None = None
    done = 0
    for count, part in enumerate(by_tokens(order, lengths, _EMBED_TOKENS)):
        done += int(lengths[part].sum())
        if count % _REPORT == 0:
            log.info("embedding: %.0f %%", 100 * done / int(lengths.sum()))
        with half(fast):
            rows = encoder(*on_device(texts.padded(part))).cpu().numpy().astype(np.float16)
        if found is None:
            found = np.empty((len(texts), rows.shape[1]), np.float16)
        found[part] = rows
    if found is None:
        raise ValueError("no texts to embed")
    return found


def save_body(body: Any, folder: Path) -> None:  # noqa: ANN401
    """Weights in float16 and configuration, in sentence-transformers' layout; not where they came from."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    weights = {name: value.detach().half().cpu().contiguous() for name, value in body.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    config = {**body.config.to_dict(), "dtype": "float16", "architectures": ["BertModel"]}
    config.pop("_name_or_path", None)
    (folder / "config.json").write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")
