"""The gate goes red for the right reason, and only ever gets stricter."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.errors import BadBaseline
from eval.gate import (
    ABSOLUTE,
    BASELINE,
    Baseline,
    baseline_of,
    check_digests,
    failures,
    flips,
    paired,
    read_baseline,
    regression,
    tightened,
    write_baseline,
)  # fmt: skip
from eval.record import Flip
from eval.summary import Better, Measure

DIGESTS = {"sets": "s1", "corpus": "c1", "model": "m1"}


def measure(
    name: str, value: float, *, n: int = 100, group: str = "all", better: Better = "higher"
) -> Measure:
    return Measure(name, group, n, value, 0.0, 1.0, better)


MEASURES = (
    measure("hit@5", 0.95),
    measure("hit@5", 0.90, group="fr→fr", n=20),
    measure("Truth", 0.80, group="fr→fr", n=20),
    measure("Truth", 0.70, group="date", n=5),
    measure("answered near (HR)", 0.10, better="lower"),
    measure("faulty answer", 0.0, better="lower"),
)


def baseline() -> Baseline:
    return tightened(None, MEASURES, digests=DIGESTS, items={"a-1": 1.0, "a-2": 0.0})


def with_value(key: str, value: float) -> tuple[Measure, ...]:
    return tuple(replace(m, value=value) if m.key == key else m for m in MEASURES)


def test_what_was_measured_is_kept_beside_the_limits() -> None:
    assert baseline().measured["hit@5 fr→fr"] == {"value": 0.9, "low": 0.0, "high": 1.0, "n": 20}
    assert baseline().measured.keys() == {*baseline().floors, *baseline().ceilings}


def test_limits_leave_one_item_of_slack_and_none_where_nothing_is_tolerated() -> None:
    assert baseline().floors == {"hit@5 all": 0.94, "hit@5 fr→fr": 0.85}
    assert baseline().ceilings == {"answered near (HR) all": 0.11, "faulty answer all": 0.0}


def test_categories_and_minor_measures_of_a_pair_have_no_limit() -> None:
    assert not {"Truth date", "Truth fr→fr"} & {*baseline().floors, *baseline().ceilings}


def test_what_was_measured_passes_its_own_baseline() -> None:
    assert failures(baseline(), MEASURES) == ()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("hit@5 all", 0.90, "hit@5 all: 0.9000 (n=100) is below its floor 0.9400"),
        ("hit@5 fr→fr", 0.80, "hit@5 fr→fr: 0.8000 (n=20) is below its floor 0.8500"),
        ("answered near (HR) all", 0.2, "answered near (HR) all: 0.2000 (n=100) is above its ceiling 0.1100"),
        ("faulty answer all", 0.01, "faulty answer all: 0.0100 (n=100) is above its ceiling 0.0000"),
    ],
)
def test_five_points_worse_is_red_and_one_fault_too(key: str, value: float, said: str) -> None:
    assert [str(why) for why in failures(baseline(), with_value(key, value))] == [said]


def test_one_item_that_flips_between_processors_stays_green() -> None:
    assert failures(baseline(), with_value("hit@5 all", 0.94)) == ()


def test_a_limit_on_something_unmeasured_is_no_pass() -> None:
    missed = failures(baseline(), [m for m in MEASURES if m.name != "hit@5"])
    assert [str(why) for why in missed] == [
        "hit@5 all: nothing to measure, but a limit of 0.9400",
        "hit@5 fr→fr: nothing to measure, but a limit of 0.8500",
    ]


def test_better_values_tighten_and_worse_ones_do_not_loosen() -> None:
    better = tightened(baseline(), with_value("hit@5 all", 0.99), digests=DIGESTS, items={})
    assert better.floors["hit@5 all"] == 0.98
    again = tightened(better, with_value("hit@5 all", 0.50), digests={"sets": "s2"}, items={})
    assert again.floors["hit@5 all"] == 0.98
    assert again.digests == {"sets": "s2"}
    assert failures(again, with_value("hit@5 all", 0.50))


def test_a_ceiling_only_falls() -> None:
    worse = tightened(baseline(), with_value("answered near (HR) all", 0.5), digests=DIGESTS, items={})
    assert worse.ceilings["answered near (HR) all"] == 0.11
    better = tightened(baseline(), with_value("answered near (HR) all", 0.0), digests=DIGESTS, items={})
    assert better.ceilings["answered near (HR) all"] == 0.01


def test_a_regression_must_be_allowed_by_name() -> None:
    allowed = tightened(
        baseline(), with_value("hit@5 all", 0.50), digests=DIGESTS, items={}, allow_regression=True
    )
    assert allowed.floors["hit@5 all"] == 0.49


def test_faults_can_never_be_allowed() -> None:
    faulty = with_value("faulty answer all", 0.2)
    allowed = tightened(baseline(), faulty, digests=DIGESTS, items={}, allow_regression=True)
    assert allowed.ceilings["faulty answer all"] == ABSOLUTE["faulty answer all"] == 0.0
    assert failures(allowed, faulty)


def test_a_measure_that_vanished_keeps_its_limit() -> None:
    kept = tightened(baseline(), MEASURES[1:], digests=DIGESTS, items={})
    assert kept.floors["hit@5 all"] == 0.94


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 500))
def test_no_update_ever_loosens_a_limit(before: float, after: float, n: int) -> None:
    def held(old: Baseline | None, value: float) -> Baseline:
        measures = (measure("up", value, n=n), measure("down", value, n=n, better="lower"))
        return tightened(old, measures, digests={}, items={})

    first = held(None, before)
    second = held(first, after)
    assert second.floors["up all"] >= first.floors["up all"]
    assert second.ceilings["down all"] <= first.ceilings["down all"]
    assert held(second, after) == second


def test_a_changed_digest_is_named() -> None:
    check_digests(baseline(), DIGESTS)
    with pytest.raises(BadBaseline, match="about another corpus, model"):
        check_digests(baseline(), DIGESTS | {"corpus": "c2", "model": "m2"})
    with pytest.raises(BadBaseline, match="about another engine"):
        check_digests(baseline(), DIGESTS | {"engine": "openai:x"})


def test_flips_are_listed_both_ways_and_new_items_are_not() -> None:
    now = {"a-1": -1.0, "a-2": 1.0, "a-3": 0.0}
    assert flips(baseline(), now) == (Flip("a-1", 1.0, -1.0), Flip("a-2", 0.0, 1.0))


def test_more_items_worse_than_chance_explains_is_a_regression() -> None:
    worse = [Flip(f"a-{n}", 1.0, 0.5) for n in range(5)]
    better = Flip("b-1", 0.0, 1.0)
    (why,) = regression(paired(worse, 300))
    said = "of 300 items of test 5 worse than in the baseline, 0 better: exact one-sided p = 0.031"
    assert str(why) == said
    assert regression(paired([*worse, better], 300)) == ()
    assert regression(paired([], 300)) == ()
    assert "p < 0.001" in str(regression(paired(worse * 3, 300))[0])


def test_only_what_is_never_tolerated_is_gated_on_dev() -> None:
    on_dev = [replace(m, group="dev") for m in MEASURES]
    held = tightened(None, on_dev, digests=DIGESTS, items={})
    assert (held.floors, held.ceilings) == ({}, {"faulty answer dev": 0.0})


def test_each_chat_model_has_a_baseline_of_its_own() -> None:
    assert baseline_of("") == BASELINE
    assert baseline_of("ollama:qwen3:4b").name == "baseline-ollama-qwen3-4b.json"
    assert baseline_of("openai:../x").parent == BASELINE.parent


def test_a_baseline_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "baseline.json"
    write_baseline(baseline(), path)
    assert read_baseline(path) == baseline()
    assert [entry.name for entry in path.parent.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "{}", '{"floors": {}}',
        json.dumps({"digests": {}, "floors": {"a": "b"}, "ceilings": {}, "items": {}}),
        json.dumps({"digests": {}, "floors": {"a": True}, "ceilings": {}, "items": {}}),
        json.dumps({"digests": {"a": 1}, "floors": {}, "ceilings": {}, "items": {}}),
        json.dumps({"digests": {}, "floors": [], "ceilings": {}, "items": {}}),
        json.dumps({"digests": {}, "floors": {}, "ceilings": {}, "items": {}, "extra": 1}),
    ],
)  # fmt: skip
def test_an_unreadable_baseline_is_refused_with_its_remedy(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(BadBaseline, match=r"baseline\.json: .*depeche eval --update") as caught:
        read_baseline(path)
    assert "\n" not in str(caught.value)


def test_a_missing_baseline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadBaseline, match="--update"):
        read_baseline(tmp_path / "none.json")


def test_a_write_that_fails_leaves_the_old_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(baseline(), path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_baseline(replace(baseline(), items={}), path)
    assert read_baseline(path) == baseline()
    assert [entry.name for entry in tmp_path.iterdir()] == ["baseline.json"]
