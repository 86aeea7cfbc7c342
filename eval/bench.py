"""Speed and memory beside plain LangChain in the same run: `python -m eval.bench`.

The baseline is what a tutorial builds: langchain-chroma over sentence-transformers on torch, dense
top-k. Its model has the shape and tokenizer of ours with random weights, so that only the way of
running differs; quality is measured by `depeche eval`, not here.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from corpus.library import Library
from corpus.passage import passages_of
from eval.loader import load_sets
from rag.settings import BUNDLED_ENCODER, SAMPLE_ARTICLES, Settings

QUESTION = "what systems were delivered?"
# Enough for a stable median and a p95 that is not the single worst; each question once.
QUESTIONS = 60
COLD_RUNS = 3
TOP_K = 10


def main() -> None:
    """Measure both systems and print one table."""
    if sys.argv[1:2] == ["--baseline"]:
        print(json.dumps(_baseline(Path(sys.argv[2]), Path(sys.argv[3]))))
    elif sys.argv[1:2] == ["--cold-baseline"]:
        _open_baseline(Path(sys.argv[2]), Path(sys.argv[3])).similarity_search(QUESTION, k=TOP_K)
    elif sys.argv[1:2] == ["--ours"]:
        print(json.dumps(_ours(Path(sys.argv[2]))))
    else:
        _compare()


def _compare() -> None:
    with tempfile.TemporaryDirectory(prefix="depeche-bench-") as folder:
        root = Path(folder)
        model = _twin_model(root / "model")
        ours = _child("--ours", str(root / "ours"))
        theirs = _child("--baseline", str(root / "theirs"), str(model))
        ours["cold"] = _cold([sys.executable, "-m", "rag.cli", "ask", QUESTION, "--home", str(root / "ours")])
        theirs["cold"] = _cold(
            [sys.executable, "-m", "eval.bench", "--cold-baseline", str(root / "theirs"), str(model)]
        )
    rows = (
        ("cold question, whole process", "cold", "s", False),
        ("warm question p50", "p50", "ms", False),
        ("warm question p95", "p95", "ms", False),
        ("indexing", "index", "paragraphs/s", True),
        ("peak memory", "memory", "MB", False),
    )
    print(f"{os.cpu_count()} cores, {ours['passages']:.0f} paragraphs, {QUESTIONS} questions")
    print(f"{'':30}{'Dépêche':>12}{'LangChain':>12}  better by")
    for label, key, unit, more_is_better in rows:
        ratio = ours[key] / theirs[key] if more_is_better else theirs[key] / ours[key]
        print(f"{label:30}{ours[key]:>12.1f}{theirs[key]:>12.1f}  {ratio:.1f}×  ({unit})")
    print("A warm Dépêche answer is chosen and verified; a LangChain one is ten raw passages.")


def _ours(home: Path) -> dict[str, float]:
    from rag.assistant import Assistant, open_assistant

    warm = open_assistant(Settings(home=home.with_name("warm-up")))
    warm.sync()
    passages, seconds = _timed(Assistant(Settings(home=home), warm.embedder).sync)
    latencies = _latencies(open_assistant(Settings(home=home)).ask)
    return _figures(passages.passages, seconds, latencies)


def _baseline(folder: Path, model: Path) -> dict[str, float]:
    passages = [p for article in Library(SAMPLE_ARTICLES).articles() for p in passages_of(article)]
    store = _open_baseline(folder, model)
    store.similarity_search("warm-up", k=1)
    _, seconds = _timed(lambda: store.add_texts([p.text for p in passages], ids=[p.id for p in passages]))
    latencies = _latencies(lambda question: store.similarity_search(question, k=TOP_K))
    return _figures(len(passages), seconds, latencies)


def _open_baseline(folder: Path, model: Path) -> Any:  # noqa: ANN401  (langchain-chroma's type is loaded here only)
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformer(str(model), device="cpu", local_files_only=True)

    class Torch(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return [[float(x) for x in row] for row in encoder.encode_document(texts)]

        def embed_query(self, text: str) -> list[float]:
            return [float(x) for x in encoder.encode_query(text)]

    return Chroma("baseline", Torch(), persist_directory=str(folder))


def _twin_model(folder: Path) -> Path:
    """The bundled encoder as a sentence-transformers folder for torch, weights random."""
    from transformers import BertConfig, BertModel
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]

    shutil.copytree(BUNDLED_ENCODER, folder, ignore=shutil.ignore_patterns("onnx"))
    BertModel(BertConfig.from_pretrained(str(BUNDLED_ENCODER))).save_pretrained(str(folder))
    return folder


def _figures(passages: int, seconds: float, latencies: list[float]) -> dict[str, float]:
    return {
        "passages": passages,
        "index": passages / seconds,
        "p50": 1000 * statistics.median(latencies),
        "p95": 1000 * statistics.quantiles(latencies, n=20)[-1],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _latencies(answer: Callable[[str], object]) -> list[float]:
    items = load_sets()
    step = max(1, len(items) // QUESTIONS)
    answer(QUESTION)
    return [_timed(partial(answer, item.question))[1] for item in items[::step][:QUESTIONS]]


def _timed(action: Callable[[], Any]) -> tuple[Any, float]:
    started = perf_counter()
    result = action()
    return result, perf_counter() - started


def _cold(command: list[str]) -> float:
    """The median whole-process seconds of ``command``, after one run that fills the file cache."""
    runs = [
        _timed(lambda: subprocess.run(command, check=True, capture_output=True))[1]
        for _ in range(COLD_RUNS + 1)
    ]
    return statistics.median(runs[1:])


def _child(*arguments: str) -> dict[str, float]:
    """One system measured in a process of its own, so that memory and caches are not shared."""
    command = [sys.executable, "-m", "eval.bench", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    main()
