"""A model folder is opened on first use, once, whoever asks; what cannot be opened is one clear line."""

import hashlib
import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from rag.errors import ModelUnavailable
from rag.index import graph
from rag.index.graph import Graph, side_by_side
from rag.settings import BUNDLED_ENCODER

GRAPH, TOKENIZER = "onnx/model_int8.onnx", "tokenizer.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled encoder."""
    shutil.copytree(BUNDLED_ENCODER, tmp_path / "encoder")
    return tmp_path / "encoder"


def _sealed(folder: Path) -> None:
    """Makes ``weights.json`` say what the files now are."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (GRAPH, TOKENIZER)}
    (folder / "weights.json").write_text(json.dumps(hashes))


def test_threads_that_come_at_once_load_it_once_and_get_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = graph.open_graph

    def counted(folder: Path) -> object:
        opened.append(folder)
        return real(folder)

    monkeypatch.setattr(graph, "open_graph", counted)
    model, start = Graph(BUNDLED_ENCODER), Barrier(8)

    def vector(_: int) -> bytes:
        start.wait()
        return model.run(model.encode("Qui a gagné ?", marks=True).ids)[0].tobytes()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(vector, range(8)))) == 1
    assert opened == [BUNDLED_ENCODER]


def test_opening_and_the_digest_read_no_weights(folder: Path) -> None:
    for name in (GRAPH, TOKENIZER):
        (folder / name).unlink()
    assert Graph(folder).digest == Graph(BUNDLED_ENCODER).digest
    assert Graph(folder / "nowhere")


def test_marks_stand_around_the_text_only_when_asked_for() -> None:
    model = Graph(BUNDLED_ENCODER)
    bare = model.encode("Minsk").ids
    assert len(bare) > 0
    assert model.encode("Minsk", marks=True).ids[1:-1] == bare


@pytest.mark.parametrize("name", [GRAPH, TOKENIZER])
@pytest.mark.parametrize("harm", [lambda content: content[: len(content) // 2], lambda _: b""])
def test_a_broken_file_with_the_right_hash_is_one_clear_line(
    folder: Path, name: str, harm: Callable[[bytes], bytes]
) -> None:
    (folder / name).write_bytes(harm((folder / name).read_bytes()))
    _sealed(folder)
    with pytest.raises(ModelUnavailable, match=r"cannot be loaded .*; reinstall") as caught:
        Graph(folder).encode("Minsk")
    assert "\n" not in str(caught.value)


def test_a_graph_without_a_hash_is_not_loaded(folder: Path) -> None:
    (folder / "weights.json").write_text(json.dumps({"config.json": "0" * 64}))
    with pytest.raises(ModelUnavailable):
        Graph(folder).encode("Minsk")
    hashes = {TOKENIZER: hashlib.sha256((folder / TOKENIZER).read_bytes()).hexdigest()}
    (folder / "weights.json").write_text(json.dumps(hashes))
    with pytest.raises(ModelUnavailable, match="model_int8"):
        Graph(folder).encode("Minsk")


def test_a_model_that_was_put_right_works_without_a_restart(folder: Path) -> None:
    content = (folder / GRAPH).read_bytes()
    (folder / GRAPH).unlink()
    model = Graph(folder)
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        model.run([2, 3])
    (folder / GRAPH).write_bytes(content)
    assert np.linalg.norm(model.run([2, 3])[0]) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("threads", [None, 1, 3])
def test_work_side_by_side_keeps_its_order(threads: int | None) -> None:
    assert side_by_side(lambda n: n * n, range(20), threads=threads) == [n * n for n in range(20)]
    assert side_by_side(abs, [], threads=threads) == []


def test_what_fails_side_by_side_fails_as_it_does_alone() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda n: 1 / n, [1, 0, 2], threads=2)
