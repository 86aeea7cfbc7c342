"""Words find passages exactly as the formula says."""

import math
from pathlib import Path

import numpy as np
import pytest

from corpus.text.analyser import terms
from rag.index.lexical import LexicalIndex

TEXTS = (
    "Le S-400 est livré à Minsk.",
    "L’élection a lieu dimanche à Minsk, dit le ministre.",
    "Rien.",
    "Élections : les élections, encore les élections.",
)
IDS = ("a#p0", "b#p0", "b#p1", "c#p0")


def _bm25(query: str) -> dict[str, float]:
    """Lucene's BM25 by hand: idf · tf / (tf + k1 · (1 − b + b · length / mean length))."""
    documents = [terms(text, "fr") for text in TEXTS]
    mean = sum(map(len, documents)) / len(documents)
    scores = dict.fromkeys(IDS, 0.0)
    for term in dict.fromkeys(terms(query, "fr")):
        holding = sum(term in document for document in documents)
        idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
        for identifier, document in zip(IDS, documents, strict=True):
            tf = document.count(term)
            scores[identifier] += idf * tf / (tf + 1.5 * (0.25 + 0.75 * len(document) / mean))
    return {identifier: score for identifier, score in scores.items() if score}


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex.build(TEXTS, IDS, "fr")


@pytest.mark.parametrize("query", ["élection Minsk", "les S-400 livrés", "dimanche", "ELECTIONS"])
def test_scores_are_those_of_the_formula(index: LexicalIndex, query: str) -> None:
    expected = sorted(_bm25(query).items(), key=lambda pair: (-pair[1], pair[0]))
    found = index.search(query, 10)
    assert [name for name, _ in found] == [name for name, _ in expected]
    assert [score for _, score in found] == pytest.approx([score for _, score in expected], rel=1e-5)


def test_a_saved_index_answers_the_same(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words", IDS, "fr")
    assert loaded.search("élection Minsk", 10) == index.search("élection Minsk", 10) != ()


def test_a_saved_index_knows_the_words_that_its_texts_hold(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words", IDS, "fr")
    assert loaded.words == index.words
    assert (loaded.words["élections"], loaded.words["Élections"], loaded.words["Minsk"]) == (2, 1, 2)
    assert all(map(loaded.knows, ("élection", "ELECTIONS", "livrée", "minsk")))
    assert not any(map(loaded.knows, ("électron", "livide", "")))


def test_the_same_texts_give_the_same_files(index: LexicalIndex, tmp_path: Path) -> None:
    for name in ("one", "two"):
        LexicalIndex.build(TEXTS, IDS, "fr").save(tmp_path / name)
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_a_filter_removes_candidates_and_changes_no_score(index: LexicalIndex) -> None:
    everywhere = dict(index.search("élection Minsk", 10))
    allowed = np.array([False, True, True, True])
    assert dict(index.search("élection Minsk", 10, allowed)) == {
        name: score for name, score in everywhere.items() if name != "a#p0"
    }
    assert index.search("S-400", 10, allowed) == ()


def test_the_best_come_first_and_no_more_than_asked(index: LexicalIndex) -> None:
    assert [name for name, _ in index.search("élections", 1)] == ["c#p0"]


@pytest.mark.parametrize("query", ["", "?!", "le la les", "xyzzy"])
def test_a_question_without_known_words_finds_nothing(index: LexicalIndex, query: str) -> None:
    assert index.search(query, 10) == ()


@pytest.mark.parametrize("texts", [(), ("…",), ("le la", "!")])
def test_an_index_without_words_finds_nothing(texts: tuple[str, ...], tmp_path: Path) -> None:
    empty = LexicalIndex.build(texts, IDS[: len(texts)], "fr")
    empty.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words", IDS[: len(texts)], "fr")
    assert empty.search("Minsk", 5) == loaded.search("Minsk", 5) == ()


def test_equal_scores_keep_the_order_of_the_ids() -> None:
    index = LexicalIndex.build(["Minsk", "Minsk", "Minsk"], ["a#p0", "a#p1", "a#p10"], "fr")
    assert [name for name, _ in index.search("Minsk", 3)] == ["a#p0", "a#p1", "a#p10"]


def test_a_question_in_the_other_language_still_matches_names() -> None:
    index = LexicalIndex.build(["Iskander missiles were delivered."], ["a#p0"], "en")
    assert index.search("Quand l’Iskander a-t-il été livré ?", 1)[0][0] == "a#p0"
