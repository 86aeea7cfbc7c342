"""Distillation: the student gives a French or English text the vector that the teacher gives the English one.

Reimers & Gurevych 2020, "Making monolingual sentence embeddings multilingual using knowledge distillation".
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from rag.training.loop import Plan, train
from rag.training.nets import Encoder, device, half, load_body, on_device, save_body
from rag.training.ragged import Ragged, batches

BATCH_TOKENS = 4096
PLAN = Plan(rate=2.5e-4, warmup=150, embeddings=3.0)
_PULL = 4.0  # weight of 1 - cosine to the target
_CONTRAST = 0.3  # weight of telling the target from other targets
_SCALE = 20.0  # of cosines in that choice
_BANK = 2048  # other texts' targets to tell it from: they are cached, so they cost one matrix product


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts for the student; ``targets[rows[i]]`` is the vector that text ``i`` should get."""

    texts: Ragged
    rows: NDArray[np.int32]
    targets: NDArray[np.float16]

    @classmethod
    def load(cls, folder: Path) -> "Lessons":
        """What the teach step wrote."""
        return cls(
            Ragged.load(folder / "texts.npz"), np.load(folder / "rows.npy"), np.load(folder / "targets.npy")
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Numbers of texts, and of further targets that theirs are to be told from."""

    chosen: list[int]
    bank: NDArray[np.int64]


def lesson_batches(lessons: Lessons, seed: int, tokens: int = BATCH_TOKENS) -> Iterator[Batch]:
    """Epoch after epoch of batches of ``tokens``."""
    rng, others = random.Random(seed), np.random.default_rng(seed)
    while True:
        for chosen in batches(lessons.texts.lengths, tokens, rng):
            yield Batch(chosen, others.integers(len(lessons.targets), size=_BANK))


def lesson_loss(encoder: Encoder, lessons: Lessons, batch: Batch) -> Tensor:
    """How far the student is from its targets, and how often it is nearer to another text's."""
    chosen, bank = batch.chosen, batch.bank
    vectors = encoder(*on_device(lessons.texts.padded(chosen)))
    wanted = lessons.rows[chosen]
    others = np.concatenate([wanted, bank])
    goals = nn.functional.normalize(torch.from_numpy(lessons.targets[others].astype(np.float32)).to(device()))
    with half(False):
        cosines = vectors @ goals.T
    right = torch.arange(len(chosen), device=cosines.device)
    same = torch.from_numpy(wanted[:, None] == others[None, :]).to(device())
    same[right, right] = False
    pull = 1 - cosines[right, right].mean()
    contrast = nn.functional.cross_entropy((_SCALE * cosines).masked_fill(same, -torch.inf), right)
    loss: Tensor = _PULL * pull + _CONTRAST * contrast
    return loss


def distil(start: Path, lessons: Lessons, out: Path, plan: Plan, seed: int) -> None:
    """Train the student that lies in ``start`` and write it to ``out``."""
    torch.manual_seed(seed)
    encoder = Encoder(load_body(start))

    def loss(batch: Batch) -> Tensor:
        return lesson_loss(encoder, lessons, batch)

    train(encoder, lesson_batches(lessons, seed), loss, plan, out.with_suffix(".checkpoint"))
    save_body(encoder.body, out)
    (out / "tokenizer.json").write_bytes((start / "tokenizer.json").read_bytes())
