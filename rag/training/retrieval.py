"""The retrieval stage: a question moves nearer to its paragraph than to that paragraph's neighbours."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from rag.training.distil import Batch, Lessons, lesson_batches, lesson_loss
from rag.training.ground import Paragraph, clusters, neighbours
from rag.training.loop import Plan, train
from rag.training.mix import mistype
from rag.training.nets import Encoder, device, embed, half, load_body, on_device, save_body
from rag.training.ragged import Ragged, tokenised

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PLAN = Plan(rate=1e-4, warmup=40, embeddings=2.0)
_TOKENS = 7000  # of the paragraphs in a batch, about 40; their questions add a third
_LIMIT = 220  # tokens of a paragraph
_ALIKE = 6  # neighbours of a paragraph that come with it
_QUESTIONS = 4  # of one paragraph in one batch
_ASKED_ONLY = 0.4  # of the batches are questions alone: four times as many for the same work
_ASKED = 160  # paragraphs whose questions such a batch holds
_LESSONS = 0.45  # of the steps distil, in batches half as large: 30 % of the tokens
_NOISY = 0.08
_SCALE = 20.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Numbers of paragraphs to read anew, questions, and for each of these the number of its paragraph."""

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
        """For ever: paragraphs of ``tokens`` that look alike with their questions, or questions alone."""
        alike = neighbours(self._paragraphs, _ALIKE, self._rng)
        shares = [paragraph.share for paragraph in self._paragraphs]
        everyone, cumulative = range(len(shares)), [*accumulate(shares)]
        drawn = clusters(shares, alike, self.texts.lengths.tolist(), tokens, self._rng)
        while True:
            if self._rng.random() < _ASKED_ONLY:
                yield self._ask([], self._rng.choices(everyone, cum_weights=cumulative, k=_ASKED))
            else:
                chosen = next(drawn)
                yield self._ask(chosen, chosen)

    def _ask(self, chosen: list[int], of: Sequence[int]) -> Asked:
        texts, owners = [], []
        for number in dict.fromkeys(of):
            asked = self._paragraphs[number].questions
            for text in self._rng.sample(asked, min(_QUESTIONS, len(asked))):
                texts.append(mistype(text, self._rng) if self._rng.random() < _NOISY else text)
                owners.append(number)
        return Asked(chosen, tokenised(self._tokenizer, texts, _LIMIT), owners)


class Retrieval:
    """The loss over batches of paragraphs: every other paragraph, as it was last read, is a negative too.

    Wang et al. 2020, "Cross-batch memory for embedding learning", with room for all of them.
    """

    def __init__(self, encoder: Encoder, texts: Ragged) -> None:
        self._encoder = encoder
        self._texts = texts
        self._read = torch.from_numpy(embed(encoder, texts).astype(np.float32)).to(device())

    def __call__(self, batch: Asked) -> Tensor:
        """Cross-entropy of every question against all paragraphs."""
        asked = _embed(self._encoder, batch.questions, range(len(batch.questions)))
        with half(False):
            scores = asked @ self._read.T
        if batch.chosen:
            told = _embed(self._encoder, self._texts, batch.chosen)
            chosen = torch.tensor(batch.chosen, device=device())
            with half(False):
                scores = scores.index_copy(1, chosen, asked @ told.T)
            self._read = self._read.index_copy(0, chosen, told.detach())
        return nn.functional.cross_entropy(_SCALE * scores, torch.tensor(batch.owners, device=device()))


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
