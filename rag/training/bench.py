"""``python -m rag.training.bench DEV QA``: the dev scores and speeds of models, side by side in one run.

Columns: BM25 alone, the untouched teacher through sentence-transformers (torch, 32 bits), the bundled
encoder, any further ones, and each of them fused with BM25 as the product does it. Two smaller tables hold
the bundled reader and the start of a process. Written as Markdown.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from rag.answering.fusion import combine
from rag.answering.reader import OnnxReader
from rag.index.embedder import OnnxEmbedder
from rag.index.lexical import LexicalIndex
from rag.index.remembered import RememberingEmbedder
from rag.settings import BUNDLED_ENCODER, BUNDLED_READER
from rag.training.prepare import teacher_folder
from rag.training.quality import Encode, Vectors, bitext, dense_scores, likeness, ranks, retrieval, similarity
from rag.training.reader_quality import Reader, dev_questions, examine
from rag.training.searches import Search, searches
from rag.training.speed import cold_start, one_by_one, texts_a_second
from rag.training.untouched import TorchEncoder, hashed_copy

Table = dict[str, dict[str, float]]

TEACHER = "all-MiniLM-L6-v2 (torch)"


@dataclass(frozen=True, slots=True)
class Model:
    """An encoder as it is asked for quality and, on one thread and remembering nothing, for speed."""

    encode: Encode
    alone: Encode


def onnx(folder: Path) -> Model:
    """An encoder as it is shipped."""
    remembering = RememberingEmbedder(OnnxEmbedder(folder))
    return Model(remembering.embed_passages, OnnxEmbedder(folder, threads=1).embed_passages)


def torch(folder: Path) -> Model:
    """A sentence-transformers folder as that library runs it."""
    encoder = TorchEncoder(folder)
    return Model(encoder.encode, encoder.alone)


def lexical_scores(search: Search) -> Vectors:
    """BM25 of every question for every text (questions, texts), 0 where no word is shared."""
    index = LexicalIndex.build(search.texts, [str(n) for n in range(len(search.texts))], search.told)
    scores = np.zeros((len(search.questions), len(search.texts)), np.float32)
    for row, question in zip(scores, search.questions, strict=True):
        for number, score in index.search(question, len(search.texts)):
            row[int(number)] = score
    return scores


def hybrid_ranks(dense: Vectors, lexical: Vectors, search: Search) -> NDArray[np.int64]:
    """The place, from 1, of each question's best right text in the product's own fusion of both scores."""
    found = []
    for cosines, words, gold in zip(dense, lexical, search.gold, strict=True):
        matched = {_name(n): float(score) for n, score in enumerate(words) if score > 0}
        fused = combine({_name(n): float(cosine) for n, cosine in enumerate(cosines)}, matched)
        order = [identifier for identifier, _ in fused]
        found.append(1 + min(order.index(_name(number)) for number in gold))
    return np.array(found)


def measure(
    models: dict[str, Model], found: dict[str, Search], dev: Path, *, limit: int | None = None,
    progress: Callable[[str], object] = lambda _: None,
) -> Table:  # fmt: skip
    """Column → row → score."""
    words = {name: lexical_scores(search) for name, search in found.items()}
    table: Table = {"BM25": {}}
    for name, search in found.items():
        table["BM25"] |= retrieval(ranks(words[name], search.gold), search, name)
    for title, model in models.items():
        progress(title)
        column = table.setdefault(title, {})
        hybrid = table.setdefault(f"{title} + BM25", {})
        for name, search in found.items():
            dense = dense_scores(model.encode, search)
            column |= retrieval(ranks(dense, search.gold), search, name)
            hybrid |= retrieval(hybrid_ranks(dense, words[name], search), search, name)
        column |= bitext(model.encode, dev / "newstest2013.tsv.gz", limit)
        column |= similarity(model.encode, dev / "stsb_dev.jsonl.gz", limit)
        if (whole := models.get(_in_torch(title))) is not None:
            column |= likeness(model.encode, whole.encode, dev, limit)
    progress("speed")
    for title, column in speeds(models).items():
        table[title] |= column
    return table


def speeds(models: dict[str, Model]) -> Table:
    """Column → row → texts a second on one thread: at once and one a call, also in times the teacher's."""
    ways = {
        "texts of 64 tokens a second, one thread": {t: m.alone for t, m in models.items()},
        "the same, one text a call": {t: one_by_one(m.alone) for t, m in models.items()},
    }
    table: Table = {title: {} for title in models}
    for way, encoders in ways.items():
        rates = texts_a_second(encoders)
        for title, rate in rates.items():
            table[title][way] = rate
            if TEACHER in rates:
                table[title][f"{way}, × torch"] = rate / rates[TEACHER]
    return table


def examined(reader: Reader, dev: Path, qa: Path, limit: int | None = None) -> Table:
    """Language → row → score of a reader on `dev_questions`, at most ``limit`` of each language."""
    table: Table = {}
    for language, asked in dev_questions(dev, qa).items():
        questions = asked[:limit]
        marks = examine(reader, questions)
        table[f"{language} ({len(questions):,})"] = {
            "F1": marks.f1, "exact": marks.exact, "answerable or not, at 0.5": marks.accuracy,
            "own paragraph more relevant": marks.preferred,
        }  # fmt: skip
    return table


def markdown(table: Table) -> str:
    """The table with one line for each score; what was not measured is a dash."""
    rows = list(dict.fromkeys(row for column in table.values() for row in column))
    lines = [["", *table], ["---", *("---:" for _ in table)]]
    for row in rows:
        lines.append([row, *(f"{column[row]:.3f}" if row in column else "–" for column in table.values())])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main(arguments: Sequence[str]) -> int:
    """Measure and write the tables to standard output; returns the exit code."""
    options = _parser().parse_args(arguments)
    dev, qa, limit = options.dev, options.qa, options.limit
    with TemporaryDirectory() as scratch:
        models = {} if options.no_teacher else {TEACHER: torch(teacher_folder())}
        models["bundled"] = onnx(BUNDLED_ENCODER)
        for name, folder in options.beside:
            models[name] = onnx(hashed_copy(folder, Path(scratch) / name))
        models |= {_in_torch(name): torch(folder) for name, folder in options.torch}
        found = searches(dev, qa, options.items, limit)
        table = measure(models, found, dev, limit=limit, progress=_say)
    _say("reader")
    reader = examined(OnnxReader(BUNDLED_READER), dev, qa, limit)
    _say("first vector")
    start = {"bundled": cold_start()}
    sys.stdout.write("\n".join(markdown(each) for each in (table, reader, start)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rag.training.bench", description=__doc__)
    parser.add_argument("dev", type=Path, help="folder of the dev sets")
    parser.add_argument("qa", type=Path, help="folder of the question files")
    parser.add_argument("--items", type=Path, help="folder of evaluation sets over the sample corpus")
    for option, what in (
        ("--beside", "one more ONNX encoder"),
        ("--torch", "a sentence-transformers folder; the ONNX encoder of that name is compared with it"),
    ):
        parser.add_argument(
            option, type=_named, action="append", default=[], metavar="NAME=FOLDER", help=what
        )
    parser.add_argument("--no-teacher", action="store_true", help="leave the slowest column out")
    parser.add_argument("--limit", type=int, help="texts of each set, to try the bench itself")
    return parser


def _named(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    if not (name and folder and Path(folder).is_dir()):
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=FOLDER")
    return name, Path(folder)


def _in_torch(name: str) -> str:
    return f"{name} (torch)"


def _say(what: str) -> None:
    sys.stderr.write(f"{what} …\n")


def _name(number: int) -> str:
    return f"{number:06d}"  # in the order of the numbers: the fusion breaks ties by name


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
