"""Bring your own: items and articles of a user's own are measured, or every complaint is said at once."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from toys_eval import ARTICLES, ROWS, Oracle, ToyAssistant, write_set

from corpus.library import Library
from eval.errors import BadBaseline, BadItem
from eval.main import evaluate
from eval.own import examine, measure_own
from eval.wish import Wish
from rag.settings import Settings


@pytest.fixture
def mine(tmp_path: Path) -> Settings:
    settings = Settings(home=tmp_path / "mine")
    for article in ARTICLES:
        Library(settings.library).put(article)
    return settings


def measure(
    sets: Path, settings: Settings, wish: Wish | None = None, assistant: type[ToyAssistant] = Oracle
) -> int:
    return measure_own(sets, settings, wish or Wish(), opened=assistant)


def complaints(tmp_path: Path, rows: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    found = examine([write_set(tmp_path / "sets", rows) / "toys.jsonl"], ARTICLES)[1]
    return tuple(map(str, found))


def test_one_file_is_measured_over_the_library_of_the_user(
    mine: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets = write_set(tmp_path / "sets")
    assert measure(sets / "toys.jsonl", mine) == 0
    assert "7 items, no gate" in capsys.readouterr().out
    assert measure(sets, mine, Wish(category=("who",), out=tmp_path / "out")) == 0
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary["gate"] == {"applied": False, "failures": []}
    assert (summary["items"], summary["dev"], summary["paired"]) == (1, [], None)


def test_no_item_is_held_back_for_tuning(mine: Settings, tmp_path: Path) -> None:
    measure(write_set(tmp_path / "sets"), mine, Wish(out=tmp_path / "out"))
    measures = json.loads((tmp_path / "out" / "summary.json").read_text())["measures"]
    assert {m["n"] for m in measures if m["name"] == "Truth" and m["group"] == "all"} == {7}


def test_one_item_is_explained(
    mine: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measure(write_set(tmp_path / "sets"), mine, Wish(explain="fr-who")) == 0
    assert capsys.readouterr().out.startswith("fr-who · who · fr\n")


def test_every_complaint_is_said_at_once_and_nothing_is_measured(
    mine: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sets = write_set(tmp_path / "sets", [{**ROWS[2], "colour": "red"}, {**ROWS[3], "gold": [["pont-fr#p9"]]}])

    class Untouched(ToyAssistant):
        """Must not be opened."""

        def __init__(self, *_: object) -> None:
            raise AssertionError("measured in spite of complaints")

    assert measure(sets, mine, assistant=Untouched) == 2
    shown = capsys.readouterr().out
    assert "nothing is measured until this is put right" in shown
    assert "toys.jsonl:1: fr-who: unknown key colour" in shown
    assert "toys.jsonl:2: en-price: article pont-fr has no passage p9, but p0, p1, p3" in shown


PRICE = ROWS[3]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({**PRICE, "gold": [["pont-frr#p0"]]}, "no article pont-frr in the library; did you mean pont-fr?"),
        ({**PRICE, "gold": [["zzz#p0"]]}, "no article zzz in the library; depeche search --json shows"),
        ({**PRICE, "gold": [["pont-fr#p2"]]}, "article pont-fr has no passage p2, but p0, p1, p3"),
        ({**PRICE, "gold": [["zoo-fr#p0"]]}, "no gold passage states nugget n1 (12000000 EUR)"),
        ({**PRICE, "forbidden": [{"str": "travaux"}]}, "a gold passage states “travaux”, which is forbidden"),
        ({**PRICE, "twin": "nobody"}, "its twin nobody is no item"),
    ],
)
def test_an_item_that_cannot_be_answered_as_written_is_named(
    tmp_path: Path, row: dict[str, Any], why: str
) -> None:
    assert f"toys.jsonl:1: en-price: {why}" in complaints(tmp_path, [row])[0]


def test_complaints_leave_no_report_of_an_earlier_run(mine: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    measure(write_set(tmp_path / "sets"), mine, Wish(out=out))
    assert list(out.iterdir())
    measure(write_set(tmp_path / "sets", [{**ROWS[2], "colour": "red"}]), mine, Wish(out=out))
    assert list(out.iterdir()) == []


def test_a_double_id_is_named(tmp_path: Path) -> None:
    (why,) = complaints(tmp_path, [ROWS[2], ROWS[2]])
    assert why == "toys.jsonl:2: fr-who: the id is also that of toys.jsonl:1"


def test_good_items_have_no_complaint(tmp_path: Path) -> None:
    assert complaints(tmp_path, ROWS) == ()


@pytest.mark.parametrize("wish", [Wish(update=True), Wish(pin=True)])
def test_only_the_shipped_items_have_a_baseline(mine: Settings, tmp_path: Path, wish: Wish) -> None:
    with pytest.raises(BadBaseline, match="leave out --set"):
        measure(write_set(tmp_path / "sets"), mine, wish)


def test_a_set_that_is_not_there_is_refused(mine: Settings, tmp_path: Path) -> None:
    with pytest.raises(BadItem, match=r"none\.jsonl is no file of items"):
        evaluate(mine, sets=tmp_path / "none.jsonl")
    with pytest.raises(BadItem, match="no folder of"):
        evaluate(mine, sets=tmp_path)


def test_an_item_that_breaks_the_engine_exits_2(mine: Settings, tmp_path: Path) -> None:
    class Broken(Oracle):
        """Never answers."""

        def ask(self, question: str, /) -> Any:  # noqa: ANN401
            """Breaks."""
            raise OSError("gone")

    assert measure(write_set(tmp_path / "sets"), mine, assistant=Broken) == 2
