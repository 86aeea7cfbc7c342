"""The retrieval stage: a question moves nearer to its paragraph than to that paragraph's neighbours."""

import random
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from rag.training.distil import Lessons, lesson_batches, lesson_loss
from rag.training.ground import Paragraph, clusters, neighbours
from rag.training.loop import Plan, train
from rag.training.mix import mistype
from rag.training.nets import Encoder, device, half, load_body, on_device, save_body
from rag.training.ragged import Ragged, tokenised

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAN = Plan(rate=1e-4, warmup=40, embeddings=2.0)
_TOKENS = 7000  # of the paragraphs in a batch, about 40; their questions add a third
_LIMIT = 220  # tokens of a paragraph
_ALIKE = 6  # neighbours of a paragraph that come with it
_QUESTIONS = 4  # of one paragraph in one batch
_LESSONS = 0.45  # of the steps distil, in batches half as large: 30 % of the tokens
_MEMORY = 4  # earlier batches of paragraphs that stay as negatives
_NOISY = 0.08
_SCALE = 20.0
_BANK = 2048

Batch = tuple[str, list[int]]


class Retrieval:
    """The loss over batches of paragraphs, with a memory of recent ones as further negatives."""

    def __init__(
        self, encoder: Encoder, paragraphs: Sequence[Paragraph], tokenizer: "Tokenizer", seed: int
    ) -> None:
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._paragraphs = paragraphs
        self._rng = random.Random(seed)
        self.texts = tokenised(tokenizer, [paragraph.text for paragraph in paragraphs], _LIMIT)
        self._memory: deque[tuple[list[int], Tensor]] = deque(maxlen=_MEMORY)

    def __call__(self, chosen: list[int]) -> Tensor:
        """Cross-entropy of every question of these paragraphs against all of them and the memory."""
        texts, owners = self._questions(chosen)
        asked = self._embed(tokenised(self._tokenizer, texts, _LIMIT), range(len(texts)))
        told = self._embed(self.texts, chosen)
        numbers = [*chosen, *(number for old, _ in self._memory for number in old)]
        candidates = torch.cat([told, *(vectors for _, vectors in self._memory)])
        self._memory.append((chosen, told.detach()))
        right = torch.tensor(owners, device=device())
        again = np.array(numbers)[None, :] == np.array(chosen)[owners][:, None]
        again[:, : len(chosen)] = False
        with half(False):
            scores = _SCALE * asked @ candidates.T
        scores = scores.masked_fill(torch.from_numpy(again).to(device()), -torch.inf)
        return nn.functional.cross_entropy(scores, right)

    def _questions(self, chosen: list[int]) -> tuple[list[str], list[int]]:
        texts, owners = [], []
        for at, number in enumerate(chosen):
            asked = self._paragraphs[number].questions
            for text in self._rng.sample(asked, min(_QUESTIONS, len(asked))):
                texts.append(mistype(text, self._rng) if self._rng.random() < _NOISY else text)
                owners.append(at)
        return texts, owners

    def _embed(self, texts: Ragged, chosen: Sequence[int]) -> Tensor:
        """Vectors in the order of ``chosen``, computed in four parts of similar length to save padding."""
        order = sorted(range(len(chosen)), key=lambda at: int(texts.lengths_of([chosen[at]])[0]))
        parts = [part.tolist() for part in np.array_split(np.array(order), min(4, len(order)))]
        rows = torch.cat([
            self._encoder(*on_device(texts.padded([chosen[at] for at in part]))).float() for part in parts
        ])  # fmt: skip
        return rows[torch.tensor(np.argsort(order), device=rows.device)]


def stage_batches(
    lessons: Iterator[list[int]], paragraphs: Iterator[list[int]], seed: int
) -> Iterator[Batch]:
    """Distillation and retrieval batches, mixed at random."""
    rng = random.Random(seed)
    while True:
        yield ("lesson", next(lessons)) if rng.random() < _LESSONS else ("paragraphs", next(paragraphs))


def specialise(
    start: Path, paragraphs: Sequence[Paragraph], lessons: Lessons, out: Path, *, plan: Plan, seed: int
) -> None:
    """Train the distilled encoder in ``start`` on question → paragraph and write it to ``out``."""
    from tokenizers import Tokenizer

    torch.manual_seed(seed)
    rng, bank = random.Random(seed), np.random.default_rng(seed)
    encoder = Encoder(load_body(start))
    tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
    retrieval = Retrieval(encoder, paragraphs, tokenizer, seed)
    alike = neighbours(paragraphs, _ALIKE, rng)
    shares = [paragraph.share for paragraph in paragraphs]
    drawn = clusters(shares, alike, retrieval.texts.lengths.tolist(), _TOKENS, rng)

    def loss(batch: Batch) -> Tensor:
        kind, chosen = batch
        if kind == "lesson":
            return lesson_loss(encoder, lessons, chosen, bank.integers(len(lessons.targets), size=_BANK))
        return retrieval(chosen)

    mixed = stage_batches(lesson_batches(lessons, seed + 1), drawn, seed)
    train(encoder, mixed, loss, plan, out.with_suffix(".checkpoint"))
    save_body(encoder.body, out)
    (out / "tokenizer.json").write_bytes((start / "tokenizer.json").read_bytes())
