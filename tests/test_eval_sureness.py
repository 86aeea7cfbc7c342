"""Risk, coverage and calibration give what a hand calculation gives, and every report shows them."""

import json
import re
from dataclasses import replace

import pytest
from test_eval_export import record_of
from toys_eval import ITEMS, PASSAGES, Oracle, Silent

from eval.export.curves import curves
from eval.export.machine import results_jsonl, summary_json
from eval.export.markdown import markdown
from eval.export.page import page
from eval.metrics.calibration import Bin, expected_error, reliability
from eval.metrics.selective import Point, aurc, coverage_at, risk_coverage
from eval.record import Record
from eval.report import terminal
from eval.sureness import RISKS, surenesses

# (confidence, loss) of the answers to five of eight questions; two are equally sure.
ANSWERS = [(0.9, 0.0), (0.8, 1.0), (0.6, 0.0), (0.6, 0.5), (0.3, 1.0)]
# By hand: 1 of 8 without loss, 2 of 8 with 1/2, 4 of 8 with 1.5/4, 5 of 8 with 2.5/5.
CURVE = (Point(0.9, 1 / 8, 0.0), Point(0.8, 2 / 8, 1 / 2), Point(0.6, 4 / 8, 3 / 8), Point(0.3, 5 / 8, 1 / 2))


def test_the_curve_is_that_of_a_hand_calculation_in_any_order() -> None:
    assert risk_coverage(ANSWERS, 8) == CURVE
    assert risk_coverage(ANSWERS[::-1], 8) == CURVE
    assert risk_coverage([], 8) == ()


def test_the_area_is_the_mean_risk_of_the_answers_at_their_own_confidence() -> None:
    assert aurc(CURVE) == pytest.approx((0 + 1 / 2 + 3 / 8 + 3 / 8 + 1 / 2) / 5)
    assert aurc(risk_coverage([(0.9, 0.0), (0.1, 0.0)], 9)) == 0.0
    assert aurc(risk_coverage([(0.9, 1.0)], 9)) == 1.0


@pytest.mark.parametrize(
    ("risk", "coverage"), [(0.0, 1 / 8), (0.3, 1 / 8), (0.375, 1 / 2), (0.49, 1 / 2), (0.5, 5 / 8)]
)
def test_coverage_at_a_risk_may_lie_beyond_a_bad_stretch(risk: float, coverage: float) -> None:
    assert coverage_at(risk, CURVE) == coverage


def test_no_coverage_is_left_when_the_surest_answer_is_wrong() -> None:
    assert coverage_at(0.2, risk_coverage([(0.9, 1.0), (0.5, 0.0)], 2)) == 0.0


def test_answers_fall_into_five_bins() -> None:
    bins = reliability([(0.0, 0.0), (0.1, 1.0), (0.2, 0.5), (0.95, 1.0), (1.0, 1.0)])
    assert bins == (
        Bin(0.0, 0.2, 2, 0.05, 0.5), Bin(0.2, 0.4, 1, 0.2, 0.5), Bin(0.8, 1.0, 2, 0.975, 1.0),
    )  # fmt: skip
    # By hand: (2 · 0.45 + 1 · 0.3 + 2 · 0.025) / 5.
    assert expected_error(bins) == pytest.approx(0.25)


def weighed(**confidences: float) -> Record:
    """The oracle's record, its answers as sure as said by item id; others have no confidence."""
    record = record_of(Oracle())
    verdicts = {
        name: replace(verdict, confidence=confidences.get(name.replace("-", "_"), 0.0))
        for name, verdict in record.verdicts.items()
    }
    return replace(record, verdicts=verdicts, sure=surenesses(tuple(verdicts.values()), {"en-price"}))


def test_groups_are_test_its_languages_and_dev() -> None:
    found = {one.group: one for one in weighed(fr_date=0.9, en_date=0.8, en_price=0.7, fr_near=0.6).sure}
    assert {name: (one.n, len(one.curve)) for name, one in found.items()} == {
        # What was refused, however sure, is no point of the curve.
        "all": (6, 2), "fr": (4, 1), "en": (2, 1), "dev": (1, 1),
    }  # fmt: skip
    assert found["all"].curve[-1] == Point(0.8, 2 / 6, 0.0)
    assert found["all"].coverages == (2 / 6,) * len(RISKS)
    assert found["all"].calibration_error == pytest.approx(0.15)


def test_a_wrong_answer_and_half_a_right_one_are_risks() -> None:
    verdicts = [replace(v, confidence=0.5) for v in record_of(Oracle()).verdicts.values() if not v.refused]
    halved = [replace(verdicts[0], truth=0.5), replace(verdicts[1], truth=-1.0), *verdicts[2:]]
    (every, *_) = surenesses(halved)
    assert every.curve == (Point(0.5, 1.0, 1.5 / 5),)
    denied = surenesses([replace(verdict, denied=True) for verdict in verdicts])
    assert denied == ()


def test_a_difference_in_the_last_digits_is_none() -> None:
    (every, *_) = weighed(fr_date=0.80001, en_date=0.80003).sure
    assert len(every.curve) == 1


def test_nothing_is_said_of_a_confidence_that_nobody_gave() -> None:
    record = record_of(Silent(), sure=surenesses(tuple(record_of(Oracle()).verdicts.values())))
    assert record.sure == ()
    shown = "\n".join((*terminal(record), markdown(record), page(record, PASSAGES)))
    assert "AURC" not in shown
    assert "How sure" not in shown
    assert json.loads(summary_json(record))["confidence"] == []


def test_every_report_shows_risk_and_calibration() -> None:
    record = weighed(fr_date=0.9, en_date=0.8)
    assert "| all | 6 | 0.333 | 0.000 |" in markdown(record)
    assert "| 0.8 to 1 | 2 | 0.850 | 1.000 |" in markdown(record)
    assert any(re.match(r"all +6 +0\.333 +0\.000", line) for line in terminal(record))
    told = json.loads(summary_json(record))["confidence"]
    assert [row["group"] for row in told] == ["all", "fr", "en"]
    assert told[0]["coverage_at_risk"] == dict.fromkeys(("0.05", "0.1", "0.2", "0.3"), 0.333333)
    assert told[0]["bins"] == [{"low": 0.8, "high": 1.0, "n": 2, "said": 0.85, "worth": 1.0}]
    source = page(record, PASSAGES)
    assert source.count("<polyline") == 3
    assert "all · 0.000" in source
    rows = [json.loads(line) for line in results_jsonl(record).splitlines()]
    assert [row["confidence"] for row in rows[:2]] == [0.9, 0.8]
    assert [row["refused"] for row in rows] == [item.category.startswith("unans") for item in ITEMS]


def test_a_curve_stays_within_its_axes() -> None:
    chart = curves("<b>", ("across", "up"), [("one", [(0.0, 1.0), (1.0, 0.0)]), ("two", [(0.5, 0.5)])], "en")
    # The plot is 462 by 252 pixels and begins at 48, 12.
    assert re.findall(r'points="([^"]*)"', chart) == ["48.0,12.0 510.0,264.0", "279.0,138.0"]
    assert "<b>" not in chart
