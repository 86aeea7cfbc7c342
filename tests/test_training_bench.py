"""The bench of the models, on a toy dev set where every score is known."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from rag.training.bench import hybrid_scores, lexical_scores, markdown, measure
from rag.training.quality import Search

SEARCH = Search(
    ("Qui a gagné la course ?", "Quel fromage ?"), ("Le fromage est bon.", "Anna gagne la course."), (1, 0)
)


def _letters(texts: Sequence[str]) -> np.ndarray:
    counts = [[text.casefold().count(letter) for letter in "abcdefghilmnorstu"] for text in texts]
    rows = np.array(counts, np.float32)
    unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def test_bm25_scores_every_text_of_every_question() -> None:
    scores = lexical_scores(SEARCH, "fr")
    assert scores.argmax(axis=1).tolist() == [1, 0]
    assert scores[1, 1] == 0


def test_the_hybrid_is_not_moved_by_the_scale_of_a_score() -> None:
    dense, lexical = np.array([[0.1, 0.3, 0.2]]), np.array([[0.0, 1.0, 9.0]])
    assert np.allclose(hybrid_scores(dense, lexical), hybrid_scores(dense * 7, lexical * 100))
    assert hybrid_scores(dense, lexical).argmax() == 2


def _write(file: Path, lines: Sequence[str]) -> None:
    file.write_bytes(gzip.compress("\n".join(lines).encode()))


def test_every_model_stands_beside_bm25_and_its_hybrid(tmp_path: Path) -> None:
    asked = [
        json.dumps({"lang": "fr", "question": question, "context": SEARCH.texts[gold], "title": "t"})
        for question, gold in zip(SEARCH.questions, SEARCH.gold, strict=True)
    ]
    _write(tmp_path / "piaf_dev.jsonl.gz", asked)
    _write(tmp_path / "piaf_train.jsonl.gz", asked)
    _write(tmp_path / "newstest2013.tsv.gz", ["Anna wins\tAnna gagne", "The cheese\tLe fromage"])
    rows = [
        {"en1": "a", "en2": "a", "fr1": "a", "fr2": "a", "score": 5.0},
        {"en1": "a", "en2": "b", "fr1": "a", "fr2": "b", "score": 0.0},
    ]
    _write(tmp_path / "stsb_dev.jsonl.gz", [json.dumps(row) for row in rows])
    sections = [
        {"act_en": f"Act {n}", "query_en": f"Powers of board {n}", "query_fr": f"Pouvoirs du conseil {n}",
         "text_en": f"board {n}", "text_fr": f"conseil {n}"}
        for n in range(40)
    ]  # fmt: skip
    _write(tmp_path / "canada_sections.jsonl.gz", [json.dumps(row) for row in sections])
    table = measure({"letters": _letters}, tmp_path, tmp_path, lambda _: None)
    assert list(table) == ["BM25", "letters", "letters + BM25"]
    assert table["BM25"]["PIAF dev nDCG@10"] == 1
    assert table["letters"]["bitext fr→en"] == 1
    assert table["letters"]["stsb fr"] == pytest.approx(1)
    assert "| bitext fr→en | – | 1.000 | – |" in markdown(table)
