"""Metrics give what a hand calculation gives."""

from math import log2

import pytest

from eval.items import Entity, Nugget
from eval.metrics.abstention import hallucinations, needless_silences
from eval.metrics.bootstrap import cluster_interval
from eval.metrics.citations import citation_precision, citation_recall
from eval.metrics.hit import hit_at
from eval.metrics.mrr import reciprocal_rank_at
from eval.metrics.ndcg import ndcg_at
from eval.metrics.nuggets import all_nuggets, strict_vital
from eval.metrics.paired import mcnemar
from eval.metrics.recall import recall_at
from eval.metrics.truth import Case, truth
from eval.metrics.twins import alike, parity
from eval.metrics.wilson import wilson

# Two groups; the first is met by a or b. c is acceptable, x y z are noise.
GOLD = (("a", "b"), ("d",))


@pytest.mark.parametrize(
    ("ranking", "k", "hit", "recall", "rank"),
    [
        ("abd", 3, True, 1.0, 1.0),
        ("xad", 3, True, 1.0, 1 / 2),
        ("xad", 2, True, 0.5, 1 / 2),
        ("xyb", 3, True, 0.5, 1 / 3),
        ("xyb", 2, False, 0.0, 0.0),
        ("cxy", 3, False, 0.0, 0.0),
        ("", 5, False, 0.0, 0.0),
    ],
)
def test_rankings_are_scored_by_gold(ranking: str, k: int, hit: bool, recall: float, rank: float) -> None:
    assert hit_at(k, ranking, GOLD) is hit
    assert recall_at(k, ranking, GOLD) == recall
    assert reciprocal_rank_at(k, ranking, GOLD) == pytest.approx(rank)


# The best ranking has gains 2, 2 (one of each group), 1 (the other of the first group), 1 (c).
BEST = 2 + 2 / log2(3) + 1 / 2 + 1 / log2(5)


@pytest.mark.parametrize(
    ("ranking", "gains"),
    [
        ("adbc", (2, 2, 1, 1)),
        ("dacb", (2, 2, 1, 1)),
        ("abdc", (2, 1, 2, 1)),
        ("xxxd", (0, 0, 0, 2)),
        ("cab", (1, 2, 1)),
        ("xyz", (0, 0, 0)),
    ],
)
def test_ndcg_is_the_share_of_the_best_possible_gain(ranking: str, gains: tuple[int, ...]) -> None:
    expected = sum(gain / log2(rank + 2) for rank, gain in enumerate(gains)) / BEST
    assert ndcg_at(10, ranking, GOLD, ("c",)) == pytest.approx(expected)


def test_ndcg_is_one_for_every_best_ranking_and_never_more() -> None:
    assert ndcg_at(10, "bdac", GOLD, ("c",)) == pytest.approx(1.0)
    assert ndcg_at(1, "d", GOLD, ("c",)) == pytest.approx(1.0)
    assert ndcg_at(10, "a", (("a",),)) == pytest.approx(1.0)
    assert ndcg_at(10, "xa", (("a",),)) == pytest.approx(1 / log2(3))


def test_nuggets_count_vital_ones_apart() -> None:
    vital = {"1": True, "2": True, "3": False}
    nuggets = [Nugget(name, vital[name], (Entity(("x",)),)) for name in vital]
    assert strict_vital(nuggets, {"1", "3"}) == 0.5
    assert all_nuggets(nuggets, {"1", "3"}) == pytest.approx(2 / 3)
    assert strict_vital(nuggets, {"1", "2"}) == 1.0
    assert all_nuggets(nuggets, ()) == 0.0


def test_citations_are_held_to_gold() -> None:
    assert citation_precision(["a", "c", "x", "a"], GOLD, ["c"]) == pytest.approx(2 / 3)
    assert citation_precision(["x"], GOLD, ["c"]) == 0.0
    assert citation_precision([], GOLD, ["c"]) is None
    assert citation_recall(["a", "b"], GOLD) == 0.5
    assert citation_recall(["b", "d"], GOLD) == 1.0
    assert citation_recall([], GOLD) == 0.0


def test_abstention_errors_are_counted_both_ways() -> None:
    # (answerable, refused): 2 of 3 unanswerable were answered, 1 of 4 answerable was not.
    cases = [(False, False), (False, False), (False, True), (True, True), *[(True, False)] * 3]
    assert hallucinations(cases) == (2, 3)
    assert needless_silences(cases) == (1, 4)


def case(
    *, answerable: bool = True, premise: bool = False, silent: bool = False, vital: float | None = 1.0,
    gold: bool = True, wrong: bool = False, focused: bool = True, denied: bool = False,
) -> Case:  # fmt: skip
    return Case(answerable, premise, silent, vital, gold, wrong, focused, denied)


@pytest.mark.parametrize(
    ("given", "worth"),
    [
        (case(), 1.0),
        (case(vital=0.5), 0.5),
        (case(vital=0.01), 0.5),
        (case(focused=False), 0.5),
        (case(vital=0.5, focused=False), 0.5),
        (case(vital=0.0, focused=False), 0.0),
        (case(answerable=False, premise=True, vital=None, focused=False), 0.5),
        (case(vital=0.0), 0.0),
        (case(silent=True, vital=0.0), 0.0),
        (case(wrong=True), -1.0),
        (case(answerable=False, silent=True, vital=None, gold=False), 1.0),
        (case(answerable=False, vital=None, gold=False), -1.0),
        (case(answerable=False, silent=True, vital=None, wrong=True), -1.0),
        (case(answerable=False, premise=True, silent=True, vital=None), 1.0),
        (case(answerable=False, premise=True, vital=None, gold=True), 1.0),
        (case(answerable=False, premise=True, vital=None, gold=False), -1.0),
        (case(answerable=True, premise=True, silent=True, vital=0.0), 1.0),
        (case(answerable=True, premise=True, vital=1.0), 1.0),
        (case(answerable=False, premise=True, vital=None, denied=True), 1.0),
        (case(answerable=False, premise=True, vital=None, denied=True, focused=False), 0.5),
        (case(answerable=False, premise=True, vital=None, denied=True, gold=False), 0.0),
        (case(answerable=False, premise=True, vital=None, denied=True, wrong=True), -1.0),
        (case(denied=True), 0.0),
        (case(denied=True, wrong=True), -1.0),
        (case(answerable=False, vital=None, gold=False, denied=True), 0.0),
    ],
)
def test_truth_pays_for_being_right_and_charges_for_being_wrong(given: Case, worth: float) -> None:
    assert truth(given) == worth


@pytest.mark.parametrize(
    ("worse", "better", "p"),
    # By hand: 5 of 5 is 1/32, 4 or 5 of 5 is 6/32; nothing worse is certain.
    [(5, 0, 1 / 32), (4, 1, 6 / 32), (0, 5, 1.0), (0, 0, 1.0), (1, 1, 0.75)],
)
def test_the_paired_test_is_the_binomial_tail(worse: int, better: int, p: float) -> None:
    assert mcnemar(worse, better) == pytest.approx(p)


def test_twins_agree_or_not_once_a_pair() -> None:
    twins = {"a": "b", "b": "a", "c": "d", "d": "c", "e": "f", "f": "e"}
    # e's twin was not measured, so the pair is not counted.
    assert parity({"a": 1.0, "b": 1.0, "c": 1.0, "d": 0.5, "e": 1.0}, twins) == (1, 2)


def test_twins_are_answered_alike_with_a_passage_in_common_or_not_at_all() -> None:
    cited = {
        "a": {"p0", "p1"}, "b": {"p1", "p2"}, "c": {"p0"}, "d": {"p1"}, "e": None, "f": None, "g": None,
        "h": {"p0"},
    }  # fmt: skip
    pairs = (("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"))
    twins = dict([*pairs, *((other, one) for one, other in pairs)])
    assert alike(cited, twins) == (2, 4)
    assert alike({"a": {"p0"}}, twins) == (0, 0)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        # By hand: at 0 of n the upper end is z²/(n + z²) = 3.8415/23.8415; n of n is its mirror image.
        (95, 100, 0.8882, 0.9785),
        (0, 20, 0.0, 0.1611),
        (20, 20, 0.8389, 1.0),
        (1, 2, 0.0945, 0.9055),
    ],
)
def test_wilson_intervals_are_those_of_the_books(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=1e-4)


def test_the_bootstrap_of_a_constant_has_no_width() -> None:
    assert cluster_interval([0.5, 0.5, 0.5], ["a", "b", "c"]) == (0.5, 0.5)
    assert cluster_interval([0.0, 1.0], ["same", "same"]) == (0.5, 0.5)


def test_the_bootstrap_of_two_clusters_takes_each_of_its_four_draws() -> None:
    # Draws aa, ab, ba, bb have means 0, ½, ½, 1, each end with probability ¼ > 2.5 %.
    assert cluster_interval([0.0, 1.0], ["a", "b"]) == (0.0, 1.0)


def test_dependent_items_widen_the_interval() -> None:
    values = [float(index // 5 % 2) for index in range(40)]
    together = cluster_interval(values, [str(index // 5) for index in range(40)])
    apart = cluster_interval(values, [str(index) for index in range(40)])
    assert together[0] < apart[0] < 0.5 < apart[1] < together[1]
    # Binomial(40, ½): 0.5 ± 1.96 · √(0.25 / 40) = 0.345 to 0.655.
    assert apart == pytest.approx((0.345, 0.655), abs=0.02)


def test_the_bootstrap_is_the_same_each_time() -> None:
    values, clusters = [0.0, 0.3, 0.9, 1.0], ["a", "b", "b", "c"]
    assert cluster_interval(values, clusters) == cluster_interval(values, clusters)
