"""Reciprocal-rank fusion against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.fusion import reciprocal_rank_fusion

RANKINGS = st.dictionaries(
    st.sampled_from(["dense", "fr", "en"]), st.lists(st.sampled_from("abcdefgh"), unique=True), min_size=1
)


def test_two_rankings_add_up() -> None:
    fused = dict(reciprocal_rank_fusion({"a": ["x", "y"], "b": ["y"]}, {"a": 1.0, "b": 0.5}))
    assert fused["x"] == pytest.approx(1 / 61)
    assert fused["y"] == pytest.approx(1 / 62 + 0.5 / 61)


def test_ties_are_broken_by_id() -> None:
    fused = reciprocal_rank_fusion({"a": ["y"], "b": ["x"]}, {"a": 1.0, "b": 1.0})
    assert [identifier for identifier, _ in fused] == ["x", "y"]


@given(RANKINGS)
def test_every_id_comes_out_once_and_best_first(rankings: dict[str, list[str]]) -> None:
    fused = reciprocal_rank_fusion(rankings, dict.fromkeys(rankings, 1.0))
    ids = [identifier for identifier, _ in fused]
    assert sorted(ids) == sorted({identifier for ranking in rankings.values() for identifier in ranking})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)


@given(RANKINGS)
def test_what_leads_every_ranking_leads_the_fusion(rankings: dict[str, list[str]]) -> None:
    led = {name: ["first", *ids] for name, ids in rankings.items()}
    assert reciprocal_rank_fusion(led, dict.fromkeys(led, 1.0))[0][0] == "first"
