"""What the assistant was measured at, read from the file that the evaluation's gate reads."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.gate import BASELINE, read_baseline
from rag.answer import Facts
from rag.measured import LIMITS, measured
from ui.figures import ROWS, figures

FACTS = Facts(2, (("fr", 1), ("en", 1)), 9, None, True, "g", "m", "extractive", "r")


def test_the_limits_are_those_of_the_gate() -> None:
    found, baseline = measured(), read_baseline()
    assert LIMITS == BASELINE
    assert found is not None
    assert (found.floors, found.ceilings) == (baseline.floors, baseline.ceilings)
    assert found.questions == len(baseline.items)


def test_every_row_of_the_page_is_a_measure_of_the_gate() -> None:
    baseline = read_baseline()
    assert {key for key, _ in ROWS} <= {*baseline.floors, *baseline.ceilings}


STRANGE = '{"floors": 1, "ceilings": {}, "digests": {}, "items": {}}'


@pytest.mark.parametrize("text", [None, "", "[]", "{}", STRANGE])
def test_a_file_that_is_missing_or_another_kind_is_no_report(text: str | None, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    if text is not None:
        path.write_text(text, "utf-8")
    assert measured(path) is None
    assert figures(measured(path), FACTS, "fr") == ""


def test_figures_of_other_models_are_said_to_be_of_others() -> None:
    found = measured()
    assert found is not None
    same = replace(FACTS, embedder=found.digests["model"], reader=found.digests["reader"])
    assert found.tells_of(same)
    assert 'class="notice"' not in figures(found, same, "en")
    assert "not the ones that were measured" in figures(found, FACTS, "en")
    assert not found.tells_of(replace(same, engine="openai:m"))


def test_shares_are_rounded_to_the_cautious_side() -> None:
    found = measured()
    assert found is not None
    rounded = replace(found, floors={"hit@5 all": 0.9455}, ceilings={"forbidden value all": 0.0067})
    shown = figures(rounded, FACTS, "fr")
    assert "<strong>au moins 94\u202f%</strong>" in shown
    assert "<strong>au plus 1\u202f%</strong>" in shown
    never = replace(found, ceilings={"faulty answer all": 0.0})
    assert "<strong>jamais</strong>" in figures(never, FACTS, "fr")
