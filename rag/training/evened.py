"""A body made fit for 8 bits: what it computes stays, the few wide values that blur all others go.

8 bits share one scale for all values of a text, so the widest value sets the precision of the rest. Three
places have values of another size: single neurons that fire at [CLS] alone, four times as wide as any other;
a few coordinates of what a layer reads; and the rows of the marks among the word embeddings.
"""

from typing import Any

import torch
from torch import Tensor, nn

from rag.training.vocabulary import CLS, SEP

# What a neuron says beyond this is added in 32 bits: in the bundled encoder five go to 15-28, all others stay
# below it.
_WIDE = 8.0
# How much of an input's width moves into its weights, 0 to 1, after SmoothQuant (Xiao et al. 2023); of 0.5
# and 0.7 the latter leaves the vectors nearer to those of 32 bits, by 0.0001 of a cosine.
_MOVED = 0.7
_PROBES, _LENGTH = 16, 64  # texts of pieces drawn at random, which show the same widths as articles do


class Cut(nn.Module):
    """A dense layer whose ``wide`` inputs are cut at 8; what was cut off is added to its output."""

    def __init__(self, dense: nn.Linear, wide: list[int]) -> None:
        super().__init__()
        self.dense, self.wide = dense, wide
        limits = torch.full((dense.in_features,), torch.inf)
        limits[wide] = _WIDE
        self.register_buffer("limits", limits)
        self.register_buffer("columns", dense.weight[:, wide].detach().clone().T.contiguous())

    def forward(self, states: Tensor) -> Tensor:
        """As the dense layer; products of single columns stay out of what is made 8-bit."""
        told: Tensor = self.dense(torch.minimum(states, self.get_buffer("limits")))
        for place, column in zip(self.wide, self.get_buffer("columns"), strict=True):
            told = told + torch.relu(states[..., place : place + 1] - _WIDE) * column
        return told


class Scaled(nn.Module):
    """A dense layer whose inputs are multiplied by ``factors`` and whose weights are divided by them."""

    def __init__(self, dense: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.dense = dense
        dense.weight.data /= factors
        self.register_buffer("factors", factors)

    def forward(self, states: Tensor) -> Tensor:
        """As the dense layer."""
        told: Tensor = self.dense(states * self.get_buffer("factors"))
        return told


class Rows(nn.Module):
    """Word embeddings of rows from -1 to 1, each with a factor of its own."""

    def __init__(self, words: nn.Embedding) -> None:
        super().__init__()
        rows = words.weight.detach()
        self.register_buffer("factors", rows.abs().amax(1, keepdim=True).clamp(min=1e-6))
        self.words = nn.Embedding.from_pretrained(rows / self.get_buffer("factors"))  # type: ignore[no-untyped-call]

    def forward(self, ids: Tensor) -> Tensor:
        """As the embeddings."""
        told: Tensor = self.words(ids) * nn.functional.embedding(ids, self.get_buffer("factors"))
        return told


def even(body: Any) -> None:  # noqa: ANN401
    """Change ``body``, a BERT, in place; it computes what it did, to rounding."""
    for layer, (read, fed, fired) in zip(body.encoder.layer, _widths(body), strict=True):
        attention = layer.attention.self
        _scale(attention, ("query", "key", "value"), read)
        _scale(layer.intermediate, ("dense",), fed)
        if wide := torch.nonzero(fired > _WIDE).flatten().tolist():
            layer.output.dense = Cut(layer.output.dense, wide)
    body.embeddings.word_embeddings = Rows(body.embeddings.word_embeddings)


def _scale(module: nn.Module, names: tuple[str, ...], widths: Tensor) -> None:
    """Scale the dense layers ``names`` of ``module``, which read the same inputs, alike."""
    weights = torch.stack([getattr(module, name).weight.detach().abs().amax(0) for name in names]).amax(0)
    factors = weights.clamp(min=1e-6) ** (1 - _MOVED) / widths.clamp(min=1e-6) ** _MOVED
    factors = factors / factors.log().mean().exp()
    for name in names:
        setattr(module, name, Scaled(getattr(module, name), factors))


@torch.inference_mode()
def _widths(body: Any) -> list[list[Tensor]]:  # noqa: ANN401
    """For each layer the greatest size of every input: of attention, of the wide layer and of its neurons."""
    drawn = torch.Generator().manual_seed(0)
    ids = torch.randint(SEP + 1, body.config.vocab_size, (_PROBES, _LENGTH), generator=drawn)
    ids[:, 0], ids[:, -1] = CLS, SEP
    ids = ids.to(body.device)
    found: list[list[Tensor]] = []
    hooks = []
    for layer in body.encoder.layer:
        widths: list[Tensor] = []
        found.append(widths)
        for dense in (layer.attention.self.query, layer.intermediate.dense, layer.output.dense):
            hooks.append(dense.register_forward_pre_hook(_noting(widths)))
    body.eval()(input_ids=ids, attention_mask=torch.ones_like(ids))
    for hook in hooks:
        hook.remove()
    return found


def _noting(widths: list[Tensor]) -> Any:  # noqa: ANN401  (torch's hooks are untyped)
    return lambda _, inputs: widths.append(inputs[0].abs().amax(dim=(0, 1)))
