"""How good an encoder is, on the dev sets: translations found, paragraphs found, similarities ranked."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.training.corpora import Question, read_pairs, read_questions, read_rows, tidy
from rag.training.sections import read_sections

Vectors = NDArray[np.floating]
Encode = Callable[[Sequence[str]], Vectors]

_DEPTH = 10  # of nDCG
_SECTIONS = 500  # of the cross-lingual test, each way


@dataclass(frozen=True, slots=True)
class Search:
    """Questions, the texts to search and for each question the number of the text that answers it."""

    questions: tuple[str, ...]
    texts: tuple[str, ...]
    gold: tuple[int, ...]


def search_of(questions: Sequence[Question], more: Sequence[str] = ()) -> Search:
    """Every question against all their paragraphs, and against ``more`` that answer none."""
    texts = list(dict.fromkeys([*(q.context for q in questions), *more]))
    place = {text: number for number, text in enumerate(texts)}
    return Search(
        tuple(q.text for q in questions), tuple(texts), tuple(place[q.context] for q in questions)
    )


def ranks(scores: Vectors, gold: Sequence[int]) -> NDArray[np.int64]:
    """The place, from 1, of each row's gold column by falling score; ties count against it."""
    own = scores[np.arange(len(gold)), list(gold)]
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


def bitext(encode: Encode, file: Path) -> dict[str, float]:
    """The share of sentences whose nearest sentence in the other language is their translation."""
    pairs = list(read_pairs(file))
    english, french = encode([p.english for p in pairs]), encode([p.french for p in pairs])
    scores = french @ english.T
    gold = range(len(pairs))
    return {"bitext fr→en": hit(ranks(scores, gold), 1), "bitext en→fr": hit(ranks(scores.T, gold), 1)}


def similarity(encode: Encode, file: Path) -> dict[str, float]:
    """Spearman's correlation of cosines with people's scores, within each language."""
    rows = list(read_rows(file))
    wanted = [float(row["score"]) for row in rows]
    found = {}
    for language in ("fr", "en"):
        first, second = (encode([tidy(row[f"{language}{side}"]) for row in rows]) for side in (1, 2))
        found[f"stsb {language}"] = spearman((first * second).sum(axis=1).tolist(), wanted)
    return found


def passages(encode: Encode, search: Search, name: str) -> dict[str, float]:
    """nDCG@10 and hit@5 of question → paragraph."""
    found = ranks(dense_scores(encode, search), search.gold)
    return {f"{name} ndcg@10": ndcg(found), f"{name} hit@5": hit(found)}


def dense_scores(encode: Encode, search: Search) -> Vectors:
    """Cosines (questions, texts)."""
    return encode(search.questions) @ encode(search.texts).T


def across(encode: Encode, file: Path, seed: int = 1) -> dict[str, float]:
    """Heading in one language → section in the other, among 500 held-out sections, both ways."""
    sections = read_sections(file, held_out=True)
    chosen = random.Random(seed).sample(sections, min(_SECTIONS, len(sections)))
    found: dict[str, float] = {}
    for asked, told in (("fr", "en"), ("en", "fr")):
        texts = tuple(section.texts[told] for section in chosen)
        search = Search(tuple(s.headings[asked] for s in chosen), texts, tuple(range(len(chosen))))
        found |= passages(encode, search, f"sections {asked}→{told}")
    return found


def encoder_scores(encode: Encode, dev: Path, qa: Path) -> dict[str, float]:
    """Every dev score of an encoder; ``dev`` and ``qa`` are the folders of those names."""
    asked = list(read_questions(dev / "piaf_dev.jsonl.gz"))
    train = [question.context for question in read_questions(qa / "piaf_train.jsonl.gz")]
    return {
        **bitext(encode, dev / "newstest2013.tsv.gz"),
        **passages(encode, search_of(asked), "piaf"),
        **passages(encode, search_of(asked, train), "piaf all"),
        **similarity(encode, dev / "stsb_dev.jsonl.gz"),
        **across(encode, qa / "canada_sections.jsonl.gz"),
    }


def _mean_ranks(values: Sequence[float]) -> NDArray[np.float64]:
    _, place, counts = np.unique(np.asarray(values), return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[place]
