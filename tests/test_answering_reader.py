"""The reader at run time: windows, spans in characters, calm on blank passages, refusal of altered files."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag.answering.reader import OnnxReader, Reading, best_span, open_reader, window_starts
from rag.errors import ModelUnavailable
from rag.index import graph
from rag.settings import Settings
from rag.training.vocabulary import SPECIAL, bilingual_tokenizer

PIECES = [*SPECIAL, "who", "won", "anna", "the", "race", "é", "##lu", "it"]
ANNA = PIECES.index("anna")


class _Session:
    """Points at "anna" in the passage; sure of its answer where she stands."""

    def run(self, names: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        ids, kinds = inputs["input_ids"], inputs["token_type_ids"]
        there = (ids == ANNA) & (kinds == 1)
        logits = np.where(there, 5.0, 0.0).astype(np.float32)
        chance = np.array([0.9 if there.any() else 0.2], np.float32)
        return [logits, logits, chance / 2, chance]


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OnnxReader:
    opened: list[Path] = []

    def open_graph(folder: Path) -> Any:  # noqa: ANN401
        assert not opened, "weights are loaded once"
        opened.append(folder)
        return bilingual_tokenizer(PIECES), _Session()

    monkeypatch.setattr(graph, "open_graph", open_graph)
    return OnnxReader(tmp_path, threads=2)


def test_every_passage_gets_its_reading_in_order(toy: OnnxReader) -> None:
    passages = ["The race Anna won", "the race", " ", "Élu : ANNA"]
    found = toy.read("Who won?", passages)
    answers = [passage[r.start : r.end] for passage, r in zip(passages, found, strict=True)]
    assert answers[::3] == ["Anna", "ANNA"]
    assert [round(r.answerable, 1) for r in found] == [0.9, 0.2, 0.0, 0.9]
    assert found[2] == Reading(relevance=0.0, start=0, end=0, answerable=0.0)


def test_an_answer_at_the_end_of_a_long_passage_is_found(toy: OnnxReader) -> None:
    passage = "it " * 700 + "anna"
    (found,) = toy.read("who won", [passage])
    assert passage[found.start : found.end] == "anna"
    assert found.answerable == pytest.approx(0.9)
    assert found.relevance == pytest.approx(0.45)


def test_every_word_read_tells_how_much_speaks_for_an_answer_there(toy: OnnxReader) -> None:
    passage = "it " * 300 + "anna won"
    (found,) = toy.read("who won", [passage])
    anna = passage.index("anna")
    assert found.strength(anna, anna + 4) == found.strength(0, len(passage)) == 10.0
    assert found.strength(0, anna) == 0.0
    assert found.strength(anna + 4, anna + 5) < 0.0, "a space was not read"
    assert Reading(0.5, 0, 4, 0.5).strength(0, 4) < 0.0


def test_a_name_in_the_question_is_no_answer(toy: OnnxReader) -> None:
    (found,) = toy.read("anna won it", ["the race"])
    assert found.answerable == pytest.approx(0.2)


def test_threads_read_the_same(toy: OnnxReader) -> None:
    passages = ["the race anna won"] * 3
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda _: toy.read("who won", passages), range(8)))
    assert len(set(readings)) == 1


def test_nothing_to_read_is_nothing_read_and_a_blank_question_is_refused(toy: OnnxReader) -> None:
    assert toy.read("who won", []) == ()
    with pytest.raises(ValueError, match="blank question"):
        toy.read("  ", ["the race"])


@pytest.mark.parametrize("tokens", [1, 159, 160, 161, 256, 257, 1000])
def test_windows_cover_a_passage_and_overlap_by_64_tokens(tokens: int) -> None:
    starts = list(window_starts(tokens))
    covered = {token for start in starts for token in range(start, min(start + 160, tokens))}
    assert covered == set(range(tokens))
    assert all(later - start <= 160 - 64 for start, later in pairwise(starts))
    assert starts[-1] < tokens


def test_a_span_never_ends_before_it_starts_nor_is_longer_than_40_tokens() -> None:
    starts, ends = np.zeros(100, np.float32), np.zeros(100, np.float32)
    starts[50], ends[10], ends[95], ends[70] = 9, 9, 9, 5
    assert best_span(starts, ends) == (50, 70)


def test_opening_is_cheap_and_a_missing_or_altered_file_is_one_clear_error(tmp_path: Path) -> None:
    assert open_reader(Settings(home=tmp_path))
    with pytest.raises(ModelUnavailable, match=r"weights\.json cannot be read"):
        OnnxReader(tmp_path).read("who", ["anna"])
    hashes = {"tokenizer.json": hashlib.sha256(b"{}").hexdigest(), "onnx/model_int8.onnx": "0" * 64}
    (tmp_path / "weights.json").write_text(json.dumps(hashes))
    (tmp_path / "tokenizer.json").write_text("{}")
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model_int8.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelUnavailable, match="altered"):
        OnnxReader(tmp_path).read("who", ["anna"])


def test_a_graph_that_is_none_is_one_clear_error(tmp_path: Path) -> None:
    contents = {"tokenizer.json": b"{}", "onnx/model_int8.onnx": b"no graph"}
    (tmp_path / "onnx").mkdir()
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    (tmp_path / "weights.json").write_text(json.dumps(hashes))
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        OnnxReader(tmp_path).read("who", ["anna"])
