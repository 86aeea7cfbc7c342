"""The reader: a question beside a paragraph, to a relevance, an answer span and whether there is one."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, softplus

from rag.training.calibration import Scaling, fitted
from rag.training.corpora import Question
from rag.training.examples import Cutter, Example, Source, source
from rag.training.loop import Plan, train
from rag.training.nets import device, load_body, save_body
from rag.training.vocabulary import CLS, SEP

PLAN = Plan(rate=1.5e-4, warmup=60, embeddings=1.0, heads=5.0)
NEGATIVES = 2  # paragraphs beside each question that do not answer it; in the product there are fifteen
_TOKENS = 4096  # of a batch
_BUFFER = 256  # groups sorted by length at a time
_RELEVANCE, _ANSWERABLE = 0.5, 0.7  # weights beside the span's
_HEADS = "heads.safetensors"  # beside the body's weights
_ANCHOR = 0.2  # keeps relevance comparable between questions, not only within one

Outputs = tuple[Tensor, Tensor, Tensor, Tensor]


class Reader(nn.Module):
    """Ids, mask and kinds (1: an answer may lie here) to logits.

    Start and end have one for each token (n, length), relevance and answerable one for each text (n,).
    """

    def __init__(self, body: Any) -> None:  # noqa: ANN401
        super().__init__()
        self.body = body
        self.span = nn.Linear(body.config.hidden_size, 2)
        self.verdict = nn.Linear(body.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Outputs:
        """Logits, float32; tokens outside the paragraph start and end nothing."""
        states = self.body(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        spans = self.span(states).float().masked_fill((kinds * mask).unsqueeze(-1) == 0, -1e4)
        verdicts = self.verdict(states[:, 0]).float()
        return spans[..., 0], spans[..., 1], verdicts[:, 0], verdicts[:, 1]


def packed(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask and kinds (n, longest) of ``[CLS] question [SEP] window [SEP]``; no mark is an answer."""
    rows = [[CLS, *e.question, SEP, *e.window, SEP] for e in examples]
    ids = np.zeros((len(rows), max(map(len, rows))), np.int64)
    mask, kinds = np.zeros_like(ids), np.zeros_like(ids)
    for at, (row, example) in enumerate(zip(rows, examples, strict=True)):
        ids[at, : len(row)], mask[at, : len(row)] = row, 1
        kinds[at, len(example.question) + 2 : len(row) - 1] = 1
    return tuple(torch.from_numpy(array).to(device()) for array in (ids, mask, kinds))  # type: ignore[return-value]


def reading_loss(outputs: Outputs, groups: Sequence[Sequence[Example]]) -> Tensor:
    """The span's cross-entropy, that of answerable or not, and the own paragraph before the others."""
    starts, ends, relevance, answerable = outputs
    examples = [example for group in groups for example in group]
    where = [at for at, example in enumerate(examples) if example.span]
    spans = [(example.span, len(example.question) + 2) for example in examples if example.span]
    first, last = (
        torch.tensor([span[side] + shift for span, shift in spans], device=starts.device) for side in (0, 1)
    )
    loss = (cross_entropy(starts[where], first) + cross_entropy(ends[where], last)) / 2
    known = torch.tensor([float(example.answerable) for example in examples], device=starts.device)
    loss = loss + _ANSWERABLE * binary_cross_entropy_with_logits(answerable, known)
    loss = loss + _ANCHOR * binary_cross_entropy_with_logits(relevance, known)
    begins = np.cumsum([0, *(len(group) for group in groups)])
    pairs = [
        (int(at), int(at) + other)
        for at, group in zip(begins, groups, strict=False)
        for other in range(1, len(group) if group[0].answerable else 1)
    ]
    if pairs:
        own, others = (list(side) for side in zip(*pairs, strict=True))
        lead = relevance[own] - relevance[others]
        loss = loss + _RELEVANCE * softplus(-lead).mean()
    return loss


def group_batches(groups: Iterator[list[Example]], rng: random.Random) -> Iterator[list[list[Example]]]:
    """Groups of similar length together, 4,096 tokens with padding; each batch has at least one span."""
    while True:
        buffer = sorted(islice(groups, _BUFFER), key=_longest)
        cut: list[list[list[Example]]] = [[]]
        for group in buffer:
            count = sum(map(len, cut[-1])) + len(group)
            if cut[-1] and count * _longest(group) > _TOKENS:
                cut.append([])
            cut[-1].append(group)
        rng.shuffle(cut)
        yield from (batch for batch in cut if any(e.span for group in batch for e in group))


def train_reader(start: Path, sources: Sequence[Source], out: Path, *, plan: Plan, seed: int) -> None:
    """Train a reader and write it to ``out``; ``start``: an encoder's body, or a reader to go on from."""
    from tokenizers import Tokenizer

    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = load_reader(start) if (start / _HEADS).exists() else Reader(load_body(start)).to(device())
    cutter = Cutter(Tokenizer.from_file(str(start / "tokenizer.json")), sources, rng)

    def loss(groups: list[list[Example]]) -> Tensor:
        return reading_loss(model(*packed([e for group in groups for e in group])), groups)

    train(model, group_batches(cutter.groups(NEGATIVES), rng), loss, plan, out.with_suffix(".checkpoint"))
    save_reader(model, start / "tokenizer.json", out)


def save_reader(reader: Reader, tokenizer: Path, out: Path) -> None:
    """Write what :func:`load_reader` reads."""
    from safetensors.torch import save_file

    save_body(reader.body, out)
    heads = {name: value for name, value in reader.state_dict().items() if not name.startswith("body.")}
    save_file({name: value.cpu().contiguous() for name, value in heads.items()}, out / _HEADS)
    (out / "tokenizer.json").write_bytes(tokenizer.read_bytes())


def load_reader(folder: Path) -> Reader:
    """The reader that :func:`save_reader` wrote."""
    from safetensors.torch import load_file

    reader = Reader(load_body(folder))
    reader.load_state_dict(load_file(folder / _HEADS), strict=False)
    return reader.to(device()).eval()


@torch.inference_mode()
def calibrate(folder: Path, questions: Sequence[Question], seed: int) -> tuple[Scaling, Scaling]:
    """The scalings of relevance and answerable, fitted on questions that the reader was not trained on.

    Both get the same examples: a question with its own paragraph, and with one that does not answer it.
    """
    from tokenizers import Tokenizer

    rng = random.Random(seed)
    cutter = Cutter(Tokenizer.from_file(str(folder / "tokenizer.json")), [source(questions, 1.0, rng)], rng)
    model = load_reader(folder)
    found: list[tuple[float, float, bool]] = []
    for group in islice(cutter.groups(1), len(questions)):
        _, _, relevance, answerable = model(*packed(group))
        known = [example.answerable for example in group]
        found += zip(relevance.tolist(), answerable.tolist(), known, strict=True)
    about, chances, labels = zip(*found, strict=True)
    return fitted(about, labels), fitted(chances, labels)


def _longest(group: Sequence[Example]) -> int:
    return max(len(e.question) + len(e.window) + 3 for e in group)
