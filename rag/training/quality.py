"""How good an encoder is, on the dev sets: translations found, paragraphs found, similarities ranked."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.training.corpora import lines_of, read_questions, read_rows, tidy
from rag.training.searches import Search, searches

Vectors = NDArray[np.floating]
Encode = Callable[[Sequence[str]], Vectors]

_DEPTH = 10  # of nDCG
_MIXED = 1000  # texts to compare two encoders on
_UNCUT = 90  # words of a paragraph: fewer than 256 tokens of any vocabulary


def ranks(scores: Vectors, gold: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """The place, from 1, of each row's best gold column by falling score; ties count against it."""
    own = np.array([row[list(right)].max() for row, right in zip(scores, gold, strict=True)])
    found: NDArray[np.int64] = (scores >= own[:, None]).sum(axis=1)
    return found


def ndcg(found: NDArray[np.int64]) -> float:
    """nDCG@10 with one right text for each question: the mean of 1 / log2(1 + rank), 0 beyond ten."""
    return float(np.where(found <= _DEPTH, 1 / np.log2(1 + found), 0.0).mean())


def hit(found: NDArray[np.int64], depth: int = 5) -> float:
    """The share of questions whose text is among the first ``depth``."""
    return float((found <= depth).mean())


def spearman(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation, ties at their mean rank."""
    return float(np.corrcoef(_mean_ranks(left), _mean_ranks(right))[0, 1])


def bitext(encode: Encode, file: Path, limit: int | None = None) -> dict[str, float]:
    """The share of sentences whose nearest sentence in the other language is their translation."""
    rows = [line.split("\t") for line in lines_of(file) if line][:limit]
    english, french = (encode([row[side] for row in rows]) for side in (0, 1))
    scores = french @ english.T
    gold = [(number,) for number in range(len(rows))]
    ways = {"fr→en": scores, "en→fr": scores.T}
    return {f"newstest2013 {way} ({len(rows):,})": hit(ranks(found, gold), 1) for way, found in ways.items()}


def similarity(encode: Encode, file: Path, limit: int | None = None) -> dict[str, float]:
    """Spearman's correlation of cosines with people's scores, within each language."""
    rows = list(read_rows(file))[:limit]
    wanted = [float(row["score"]) for row in rows]
    found = {}
    for language in ("fr", "en"):
        first, second = (encode([tidy(row[f"{language}{side}"]) for row in rows]) for side in (1, 2))
        cosines = (first * second).sum(axis=1).tolist()
        found[f"STSb {language} Spearman ({len(rows):,})"] = spearman(cosines, wanted)
    return found


def likeness(encode: Encode, other: Encode, dev: Path, limit: int | None = None) -> dict[str, float]:
    """Mean and worst cosine of two encoders' vectors of the same texts, 1,000 by default.

    A quarter each: English sentences, French ones, questions, paragraphs cut before an encoder does it.
    """
    count = limit or _MIXED // 4
    rows = [line.split("\t") for line in lines_of(dev / "newstest2013.tsv.gz") if line][:count]
    asked = list(read_questions(dev / "piaf_dev.jsonl.gz"))[:count]
    texts = [side for row in rows for side in row] + [question.text for question in asked]
    texts += [" ".join(question.context.split()[:_UNCUT]) for question in asked]
    cosines = (encode(texts) * other(texts)).sum(axis=1)
    name = f"cosine to its torch vectors ({len(texts):,})"
    return {f"{name}, mean": float(cosines.mean()), f"{name}, worst": float(cosines.min())}


def retrieval(found: NDArray[np.int64], search: Search, name: str) -> dict[str, float]:
    """nDCG@10 and hit@5 of the ranks that a search gave."""
    return {f"{name} nDCG@10 ({search})": ndcg(found), f"{name} hit@5": hit(found)}


def dense_scores(encode: Encode, search: Search) -> Vectors:
    """Cosines (questions, texts)."""
    return encode(search.questions) @ encode(search.texts).T


def encoder_scores(encode: Encode, dev: Path, qa: Path) -> dict[str, float]:
    """Every dev score of an encoder; ``dev`` and ``qa`` are the folders of those names."""
    scores = bitext(encode, dev / "newstest2013.tsv.gz") | similarity(encode, dev / "stsb_dev.jsonl.gz")
    for name, search in searches(dev, qa).items():
        scores |= retrieval(ranks(dense_scores(encode, search), search.gold), search, name)
    return scores


def _mean_ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, place, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place]
