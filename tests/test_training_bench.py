"""The bench of the models, on toy dev sets where every score is known."""

import gzip
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from toys_training import write_toy

from rag.answering.reader import Reading
from rag.errors import ModelUnavailable
from rag.index.embedder import OnnxEmbedder
from rag.settings import BUNDLED_ENCODER
from rag.training.bench import (
    TEACHER,
    Model,
    examined,
    hybrid_ranks,
    lexical_scores,
    main,
    markdown,
    measure,
    speeds,
)
from rag.training.searches import Search, searches
from rag.training.speed import cold_start, even_texts, texts_a_second
from rag.training.untouched import TorchEncoder, hashed_copy

SEARCH = Search(
    ("Qui a gagné la course ?", "Quel fromage ?"),
    ("Le fromage est bon.", "Anna gagne la course."),
    ((1,), (0,)),
)


def _letters(texts: Sequence[str]) -> np.ndarray:
    counts = [[text.casefold().count(letter) for letter in "abcdefghilmnorstu"] for text in texts]
    rows = np.array(counts, np.float32)
    unit: np.ndarray = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


LETTERS = Model(_letters, _letters)


def _write(file: Path, lines: Sequence[str]) -> None:
    file.write_bytes(gzip.compress("\n".join([*lines, ""]).encode()))


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A folder with a toy of every dev set, and evaluation items over the real sample corpus."""
    asked = [
        json.dumps({"lang": "fr", "question": question, "context": SEARCH.texts[gold], "title": "t",
                    "answer_text": SEARCH.texts[gold].split()[0], "answer_start": 0})
        for question, (gold,) in zip(SEARCH.questions, SEARCH.gold, strict=True)
    ]  # fmt: skip
    _write(tmp_path / "piaf_dev.jsonl.gz", asked)
    _write(tmp_path / "piaf_train.jsonl.gz", asked)
    english = [
        json.dumps({"lang": "en", "question": "Who won?", "context": f"Anna won race {n}.",
                    "title": f"race {n}", "answer_text": "Anna", "answer_start": 0})
        for n in range(40)
    ]  # fmt: skip
    _write(tmp_path / "squadshifts_new_wiki.jsonl.gz", english)
    lines = ["Anna wins\tAnna gagne", "The cheese\tLe fromage", "ff\tfffffffff"]
    _write(tmp_path / "newstest2013.tsv.gz", lines)
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
    items = [
        {"lang": "en", "question": "Where?", "gold": [["2022-12-19-poutine-minsk-fr#p0"]]},
        {"lang": "fr", "question": "Où ?", "gold": [["2022-12-19-poutine-minsk-fr#p0"]]},
        {"lang": "fr", "question": "Quoi ?", "gold": []},
    ]
    (tmp_path / "items").mkdir()
    (tmp_path / "items" / "a.jsonl").write_text("\n".join(map(json.dumps, items)))
    return tmp_path


def test_bm25_scores_every_text_of_every_question() -> None:
    scores = lexical_scores(SEARCH)
    assert scores.argmax(axis=1).tolist() == [1, 0]
    assert scores[1, 1] == 0


def test_the_hybrid_is_the_fusion_of_the_product() -> None:
    dense = np.array([[0.50, 0.36], [0.50, 0.34]])  # words add 0.15 to the second
    lexical = np.array([[0.0, 3.0], [0.0, 7.0]])
    both = replace(SEARCH, gold=((1,), (1,)))
    assert hybrid_ranks(dense, lexical, both).tolist() == [1, 2]
    assert hybrid_ranks(dense, lexical * 100, both).tolist() == [1, 2]  # each question's best word counts 1
    assert hybrid_ranks(dense, lexical * 0, both).tolist() == [2, 2]


def test_every_model_stands_beside_bm25_and_its_hybrid(sets: Path) -> None:
    table = measure({"letters": LETTERS}, searches(sets, sets, sets / "items"), sets)
    assert list(table) == ["BM25", "letters", "letters + BM25"]
    assert table["BM25"]["PIAF dev nDCG@10 (2 → 2)"] == 1
    assert table["letters"]["newstest2013 fr→en (3)"] == 1, "every line counts, however it was translated"
    assert table["letters"]["STSb fr Spearman (2)"] == pytest.approx(1)
    assert table["letters"]["texts of 64 tokens a second, one thread"] > 0
    assert "| newstest2013 fr→en (3) | – | 1.000 | – |" in markdown(table)


def test_an_encoder_is_compared_with_its_own_torch_vectors(sets: Path) -> None:
    def rounded(texts: Sequence[str]) -> np.ndarray:
        return _letters(texts).round(1)

    models = {"small": Model(rounded, rounded), "small (torch)": LETTERS}
    table = measure(models, searches(sets, sets), sets, limit=2)
    name = "cosine to its torch vectors (8)"
    assert 0.8 < table["small"][f"{name}, worst"] < table["small"][f"{name}, mean"] < 1.2
    assert f"{name}, mean" not in table["small (torch)"]


def test_news_is_asked_in_one_language_and_told_in_the_other(sets: Path) -> None:
    found = searches(sets, sets, sets / "items")
    search = found["news en→fr"]
    assert search.questions == ("Where?",)
    (right,) = search.gold
    assert all("Minsk" in search.texts[number] for number in right)
    assert len(search.texts) > 100
    assert (search.asked, search.told) == ("en", "fr")
    assert "news fr→en" not in found, "the French question is about a French passage"


def test_a_limit_makes_every_search_small(sets: Path) -> None:
    found = searches(sets, sets, limit=1)
    assert set(found) == {"PIAF dev", "PIAF dev + train", "sections fr→en", "sections en→fr"}
    assert max(len(search.questions) for search in found.values()) == 1


class _First:
    """Answers with the first word of whatever it reads."""

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        return tuple(Reading(0.5, 0, text.find(" "), 0.9) for text in passages)


def test_a_reader_is_examined_in_both_languages(sets: Path) -> None:
    table = examined(_First(), sets, sets)
    french, english = table.values()
    assert french["F1"] == english["F1"] == 1
    assert french["answerable or not, at 0.5"] == 0.5, "it never says that there is no answer"


def test_the_texts_of_the_speed_test_have_64_tokens_each() -> None:
    embedder = OnnxEmbedder(BUNDLED_ENCODER)
    counts = {len(embedder._graph.encode(text, marks=True).ids) for text in even_texts()}
    assert counts == {64}
    assert len(set(even_texts())) > 1


def test_the_faster_model_has_the_higher_rate() -> None:
    def slow(texts: Sequence[str]) -> np.ndarray:
        for _ in range(20):
            _letters(texts)
        return _letters(texts)

    rates = texts_a_second({"slow": slow, "quick": _letters})
    assert rates["quick"] > 2 * rates["slow"] > 0


def test_speeds_are_shown_beside_the_teachers() -> None:
    table = speeds({TEACHER: LETTERS, "letters": LETTERS})
    rows = ("texts of 64 tokens a second, one thread", "the same, one text a call")
    assert list(table["letters"]) == [f"{row}{more}" for row in rows for more in ("", ", × torch")]
    assert all(table[TEACHER][f"{row}, × torch"] == 1 for row in rows)
    assert list(speeds({"letters": LETTERS})["letters"]) == list(rows)


@pytest.mark.skipif(os.name == "nt", reason="the times of child processes are not known there")
def test_a_first_vector_costs_less_than_its_process_lived() -> None:
    clock, processor = cold_start(runs=1).values()
    assert 0 < processor < clock * 4


def test_a_folder_without_hashes_is_measured_from_a_copy_that_has_them(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    (folder / "onnx").mkdir(parents=True)
    for name in ("onnx/model_int8.onnx", "tokenizer.json"):
        (folder / name).write_bytes((BUNDLED_ENCODER / name).read_bytes())
    with pytest.raises(ModelUnavailable):
        OnnxEmbedder(folder).embed_query("Minsk")
    copied = OnnxEmbedder(hashed_copy(folder, tmp_path / "copy")).embed_query("Minsk")
    assert np.array_equal(copied, OnnxEmbedder(BUNDLED_ENCODER).embed_query("Minsk"))


def test_a_torch_folder_gives_unit_rows_on_one_thread_as_on_all(tmp_path: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import PreTrainedTokenizerFast

    toy = write_toy(tmp_path / "toy")
    marks: dict[str, str] = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "cls", "sep", "unk")}
    PreTrainedTokenizerFast(tokenizer_file=str(toy / "tokenizer.json"), **marks).save_pretrained(toy)  # type: ignore[no-untyped-call]
    transformer = Transformer(str(toy))
    SentenceTransformer(modules=[transformer, Pooling(32, "mean")]).save(str(tmp_path / "folder"))
    threads, encoder = torch.get_num_threads(), TorchEncoder(tmp_path / "folder")
    rows = encoder.encode(["anna won", "qui a gagné ?"])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(encoder.alone(["anna won", "qui a gagné ?"]), rows, atol=1e-5)
    assert torch.get_num_threads() == threads


@pytest.mark.parametrize("wrong", ["nothing", "name=", "=folder", "name=/nowhere/at/all"])
def test_a_model_beside_needs_a_name_and_a_folder(sets: Path, wrong: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([str(sets), str(sets), "--beside", wrong])


def test_the_bench_writes_three_tables(sets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside = f"again={BUNDLED_ENCODER}"
    assert main([str(sets), str(sets), "--no-teacher", "--limit", "2", "--beside", beside]) == 0
    encoders, reader, start = capsys.readouterr().out.split("\n\n")
    assert encoders.startswith("|  | BM25 | bundled | bundled + BM25 | again | again + BM25 |\n")
    rows = {line.split(" | ")[0]: line.split(" | ")[1:] for line in encoders.splitlines()}
    bitext = rows["| newstest2013 fr→en (2)"]
    assert bitext[1] == bitext[3] == "1.000"
    assert "| F1 |" in reader
    assert "first vector of a process, s" in start
