"""The retrieval stage: a question moves nearer to its paragraph than to that paragraph's neighbours."""

import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from rag.training.distil import Batch, Lessons, lesson_batches, lesson_loss
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



@dataclass(frozen=True, slots=True)
class Asked:
    """Numbers of paragraphs, their questions in this draw, and to which of the numbers each belongs."""

    chosen: list[int]
    questions: Ragged
    owners: list[int]


class Draw:
    """Batches of paragraphs, each with questions of its own."""

    def __init__(self, paragraphs: Sequence[Paragraph], tokenizer: "Tokenizer", rng: random.Random) -> None:
        self._paragraphs = paragraphs
        self._tokenizer = tokenizer
        self._rng = rng
        self.texts = tokenised(tokenizer, [paragraph.text for paragraph in paragraphs], _LIMIT)

    def batches(self, tokens: int) -> Iterator[Asked]:
        """For ever, with paragraphs of ``tokens``."""
        alike = neighbours(self._paragraphs, _ALIKE, self._rng)
        shares = [paragraph.share for paragraph in self._paragraphs]
        for chosen in clusters(shares, alike, self.texts.lengths.tolist(), tokens, self._rng):
            yield self._ask(chosen)

    def _ask(self, chosen: list[int]) -> Asked:
        texts, owners = [], []
        for at, number in enumerate(chosen):
            asked = self._paragraphs[number].questions
            for text in self._rng.sample(asked, min(_QUESTIONS, len(asked))):
                texts.append(mistype(text, self._rng) if self._rng.random() < _NOISY else text)
                owners.append(at)
        return Asked(chosen, tokenised(self._tokenizer, texts, _LIMIT), owners)


class Retrieval:
    """The loss over batches of paragraphs, with a memory of recent ones as further negatives."""

    def __init__(self, encoder: Encoder, texts: Ragged) -> None:
        self._encoder = encoder
        self._texts = texts
        self._memory: deque[tuple[list[int], Tensor]] = deque(maxlen=_MEMORY)

    def __call__(self, batch: Asked) -> Tensor:
        """Cross-entropy of every question of these paragraphs against all of them and the memory."""
        chosen = batch.chosen
        asked = _embed(self._encoder, batch.questions, range(len(batch.questions)))
        told = _embed(self._encoder, self._texts, chosen)
        numbers = [*chosen, *(number for old, _ in self._memory for number in old)]
        candidates = torch.cat([told, *(vectors for _, vectors in self._memory)])
        self._memory.append((chosen, told.detach()))
        right = torch.tensor(batch.owners, device=device())
        again = np.array(numbers)[None, :] == np.array(chosen)[batch.owners][:, None]
        again[:, : len(chosen)] = False
        with half(False):
            scores = _SCALE * asked @ candidates.T
        scores = scores.masked_fill(torch.from_numpy(again).to(device()), -torch.inf)
        return nn.functional.cross_entropy(scores, right)


def stage_batches(
    lessons: Iterator[Batch], paragraphs: Iterator[Asked], seed: int
) -> Iterator[Batch | Asked]:
    """Distillation and retrieval batches, mixed at random."""
    rng = random.Random(seed)
    while True:
        yield next(lessons) if rng.random() < _LESSONS else next(paragraphs)


def specialise(
    start: Path, paragraphs: Sequence[Paragraph], lessons: Lessons, out: Path, *, plan: Plan, seed: int
) -> None:
    """Train the distilled encoder in ``start`` on question → paragraph and write it to ``out``."""
    from tokenizers import Tokenizer

    torch.manual_seed(seed)
    encoder = Encoder(load_body(start))
    draw = Draw(paragraphs, Tokenizer.from_file(str(start / "tokenizer.json")), random.Random(seed))
    retrieval = Retrieval(encoder, draw.texts)

    def loss(batch: Batch | Asked) -> Tensor:
        return lesson_loss(encoder, lessons, batch) if isinstance(batch, Batch) else retrieval(batch)

    mixed = stage_batches(lesson_batches(lessons, seed + 1), draw.batches(_TOKENS), seed)
    train(encoder, mixed, loss, plan, out.with_suffix(".checkpoint"))
    save_body(encoder.body, out)
    (out / "tokenizer.json").write_bytes((start / "tokenizer.json").read_bytes())


def _embed(encoder: Encoder, texts: Ragged, chosen: Sequence[int]) -> Tensor:
    """Vectors in the order of ``chosen``, computed in four parts of similar length to save padding."""
    order = sorted(range(len(chosen)), key=lambda at: int(texts.lengths_of([chosen[at]])[0]))
    parts = [part.tolist() for part in np.array_split(np.array(order), min(4, len(order)))]
    rows = torch.cat([
        encoder(*on_device(texts.padded([chosen[at] for at in part]))).float() for part in parts
    ])  # fmt: skip
    return rows[torch.tensor(np.argsort(order), device=rows.device)]
