"""Fusion of dense and lexical scores against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.fusion import LEXICAL, combine

IDS = st.sampled_from("abcdefgh")
COSINES = st.dictionaries(IDS, st.floats(-1, 1), min_size=1)


def test_words_add_to_the_cosine_in_proportion_to_the_best_of_their_language() -> None:
    fused = dict(combine({"a": 0.5, "b": 0.4, "c": 0.3}, {"a": 2.0, "b": 8.0}, {"c": 3.0}))
    assert fused["a"] == pytest.approx(0.5 + LEXICAL / 4)
    assert fused["b"] == pytest.approx(0.4 + LEXICAL)
    assert fused["c"] == pytest.approx(0.3 + LEXICAL)


def test_neither_language_is_preferred() -> None:
    french, english = {"a": 2.0}, {"b": 3.0}
    cosines = {"a": 0.5, "b": 0.5}
    assert combine(cosines, french, english) == combine(cosines, english, french)


def test_without_words_the_cosine_decides() -> None:
    assert [identifier for identifier, _ in combine({"a": 0.1, "b": 0.9}, {}, {})] == ["b", "a"]


def test_a_ranking_of_zeros_adds_nothing() -> None:
    assert dict(combine({"a": 0.1}, {"a": 0.0}, {})) == {"a": 0.1}


def test_ties_are_broken_by_id() -> None:
    assert [identifier for identifier, _ in combine({"y": 0.5, "x": 0.5}, {}, {})] == ["x", "y"]


@given(COSINES, st.data())
def test_every_id_comes_out_once_and_best_first(cosines: dict[str, float], data: st.DataObject) -> None:
    words = data.draw(st.dictionaries(st.sampled_from(sorted(cosines)), st.floats(0, 30)))
    fused = combine(cosines, words, {})
    assert sorted(identifier for identifier, _ in fused) == sorted(cosines)
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)
