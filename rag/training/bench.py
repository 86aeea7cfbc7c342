"""``python -m rag.training.bench DEV QA``: the dev scores and speeds of models, side by side in one run.

Columns: the untouched teacher through sentence-transformers (torch), the bundled encoder, any further
model folders, BM25 alone, and hybrids. Rows are written as a Markdown table.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from corpus.article import Language
from rag.index.embedder import Embedder, OnnxEmbedder, SentenceTransformerEmbedder
from rag.index.lexical import LexicalIndex
from rag.settings import BUNDLED_ENCODER
from rag.training.corpora import read_questions, tidy
from rag.training.prepare import teacher_folder
from rag.training.quality import (
    Encode,
    Search,
    Vectors,
    across,
    bitext,
    dense_scores,
    hit,
    ndcg,
    ranks,
    search_of,
    similarity,
)

_SPEED_TEXTS, _SPEED_WORDS = 60, 45  # texts of about 64 tokens
_DENSE_SHARE = 0.5  # of the hybrid; both scores are first put between 0 and 1

Table = dict[str, dict[str, float]]


def encode_with(embedder: Embedder) -> Encode:
    """The embedder as the function that the dev sets call; blank texts do not occur in them."""
    return lambda texts: embedder.embed_passages([tidy(text) for text in texts])


def lexical_scores(search: Search, language: Language) -> Vectors:
    """BM25 of every question for every text (questions, texts), 0 where no word is shared."""
    index = LexicalIndex.build(search.texts, [str(n) for n in range(len(search.texts))], language)
    scores = np.zeros((len(search.questions), len(search.texts)), np.float32)
    for row, question in zip(scores, search.questions, strict=True):
        for number, score in index.search(question, len(search.texts)):
            row[int(number)] = score
    return scores


def hybrid_scores(dense: Vectors, lexical: Vectors) -> Vectors:
    """The mean of both scores, each question's best and worst text at 1 and 0."""
    return _DENSE_SHARE * _stretched(dense) + (1 - _DENSE_SHARE) * _stretched(lexical)


def texts_a_second(encode: Encode, texts: Sequence[str]) -> float:
    """How many texts are encoded in a second, after a warm-up."""
    encode(texts[:2])
    began = time.perf_counter()
    encode(texts)
    return len(texts) / (time.perf_counter() - began)


def searches(dev: Path, qa: Path) -> dict[str, Search]:
    """PIAF's dev questions over their own contexts, and over all contexts of dev and train."""
    asked = list(read_questions(dev / "piaf_dev.jsonl.gz"))
    train = [question.context for question in read_questions(qa / "piaf_train.jsonl.gz")]
    return {"PIAF dev": search_of(asked), "PIAF all": search_of(asked, train)}


def measure(models: dict[str, Encode], dev: Path, qa: Path, progress: Callable[[str], object]) -> Table:
    """Column → row → score."""
    found = searches(dev, qa)
    lexical = {name: lexical_scores(search, "fr") for name, search in found.items()}
    table: Table = {"BM25": {}}
    for name, search in found.items():
        table["BM25"] |= _retrieval(name, lexical[name], search)
    texts = [" ".join(text.split()[:_SPEED_WORDS]) for text in found["PIAF all"].texts[:_SPEED_TEXTS]]
    for model, encode in models.items():
        progress(model)
        column: dict[str, float] = {}
        hybrid: dict[str, float] = {}
        for name, search in found.items():
            dense = dense_scores(encode, search)
            column |= _retrieval(name, dense, search)
            hybrid |= _retrieval(name, hybrid_scores(dense, lexical[name]), search)
        column |= bitext(encode, dev / "newstest2013.tsv.gz") | similarity(encode, dev / "stsb_dev.jsonl.gz")
        column |= across(encode, qa / "canada_sections.jsonl.gz")
        column["texts/s (64 tokens)"] = texts_a_second(encode, texts)
        table[model], table[f"{model} + BM25"] = column, hybrid
    return table


def markdown(table: Table) -> str:
    """The table with one line for each score; what was not measured is a dash."""
    rows = list(dict.fromkeys(row for column in table.values() for row in column))
    lines = [["", *table], ["---", *("---:" for _ in table)]]
    for row in rows:
        lines.append([row, *(f"{column[row]:.3f}" if row in column else "–" for column in table.values())])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(arguments: Sequence[str]) -> int:
    """Measure and write the table to standard output; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m rag.training.bench", description=__doc__)
    parser.add_argument("dev", type=Path, help="folder of the dev sets")
    parser.add_argument("qa", type=Path, help="folder of the question files")
    parser.add_argument("--onnx", nargs="*", type=Path, default=[], help="further ONNX encoders")
    parser.add_argument("--torch", nargs="*", type=Path, default=[], help="further torch folders")
    parser.add_argument("--no-teacher", action="store_true", help="leave the slowest column out")
    options = parser.parse_args(arguments)
    folders = [] if options.no_teacher else [teacher_folder()]
    models = {"bundled": encode_with(OnnxEmbedder(BUNDLED_ENCODER))}
    models |= {folder.name: encode_with(OnnxEmbedder(folder)) for folder in options.onnx}
    models |= {
        f"{folder.name} (torch)": encode_with(SentenceTransformerEmbedder(str(folder)))
        for folder in (*folders, *options.torch)
    }
    table = measure(models, options.dev, options.qa, lambda name: sys.stderr.write(f"{name} …\n"))
    sys.stdout.write(markdown(table))
    return 0


def _retrieval(name: str, scores: Vectors, search: Search) -> dict[str, float]:
    found = ranks(scores, search.gold)
    return {f"{name} nDCG@10": ndcg(found), f"{name} hit@5": hit(found)}


def _stretched(scores: Vectors) -> Vectors:
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    found: Vectors = (scores - low) / np.maximum(high - low, 1e-9)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
