"""A question set that is not exactly right is refused, with file, line and id."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import DepecheError
from eval.errors import BadItem
from eval.items import Day, Entity, Number, Words
from eval.loader import load_sets, read_matcher

GOOD: dict[str, Any] = {
    "id": "a-1", "lang": "fr", "question": "Quand ?", "category": "date", "answerable": True,
    "gold": [["train-fr#p0"]], "nuggets": [{"id": "n1", "vital": True, "any_of": [{"date": "2022-12-19"}]}],
}  # fmt: skip
SILENT: dict[str, Any] = {
    "id": "a-2", "lang": "en", "question": "Who?", "category": "unanswerable_far", "answerable": False,
}  # fmt: skip


def nugget(*ways: object, **changes: object) -> dict[str, Any]:
    return {"id": "n1", "vital": True, "any_of": list(ways), **changes}


def written(folder: Path, *rows: object, name: str = "s.jsonl") -> Path:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_good_set_is_read_whole(tmp_path: Path) -> None:
    twin = {**GOOD, "id": "a-3", "lang": "en", "twin": "a-4"}
    wide = {"gold": [["train-fr#p0", "train-en#p1"]], "acceptable": ["b#p2"]}
    other = {**GOOD, **wide, "id": "a-4", "twin": "a-3"}
    items = load_sets(written(tmp_path, GOOD, SILENT, twin, other))
    assert [item.id for item in items] == ["a-1", "a-2", "a-3", "a-4"]
    assert items[3].passage_ids == ("train-fr#p0", "train-en#p1", "b#p2")
    assert items[0].nuggets[0].any_of == (Day("2022-12-19"),)
    assert items[1].twin == ""


def test_a_line_separator_inside_a_question_does_not_cut_the_line(tmp_path: Path) -> None:
    (item,) = load_sets(written(tmp_path, {**GOOD, "question": "Quand\u2028donc ?"}))
    assert item.question == "Quand\u2028donc ?"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({**GOOD, "colour": "red"}, "unknown key colour"),
        ({key: value for key, value in GOOD.items() if key != "lang"}, "missing key lang"),
        ({**GOOD, "id": "A 1"}, "an id is"),
        ({**GOOD, "lang": "de"}, "unknown language 'de'"),
        ({**GOOD, "category": "when"}, "unknown category 'when'"),
        ({**GOOD, "question": " \u00a0"}, "the question is blank"),
        ({**GOOD, "question": 7}, "not a string: 7"),
        ({**GOOD, "answerable": "yes"}, "not true or false: 'yes'"),
        ({**GOOD, "gold": []}, "answerable without gold"),
        ({**GOOD, "gold": [[]]}, "an empty gold group"),
        ({**GOOD, "gold": ["train-fr#p0"]}, "not a list: 'train-fr#p0'"),
        ({**GOOD, "gold": [["train-fr"]]}, "not a passage id: 'train-fr'"),
        ({**GOOD, "gold": [["a#p0"], ["a#p0"]]}, "a passage stands twice"),
        ({**GOOD, "acceptable": ["train-fr#p0"]}, "a passage stands twice"),
        ({**GOOD, "nuggets": []}, "answerable without vital nugget"),
        ({**GOOD, "nuggets": [nugget({"str": "x"}, vital=False)]}, "answerable without vital nugget"),
        ({**GOOD, "nuggets": [nugget({"str": "x"}), nugget({"str": "y"})]}, "two nuggets have the same id"),
        ({**GOOD, "nuggets": [nugget()]}, "nothing to look for"),
        ({**GOOD, "nuggets": [nugget({"str": "x"}, weight=2)]}, "unknown key weight"),
        ({**GOOD, "nuggets": [nugget({"strr": "x"})]}, "unknown matcher ['strr']"),
        ({**GOOD, "nuggets": [nugget("x")]}, "not a matcher: 'x'"),
        ({**GOOD, "nuggets": [nugget({"str": "the"})]}, "no word to look for"),
        ({**GOOD, "nuggets": [nugget({"entity": []})]}, "at least one name"),
        ({**GOOD, "nuggets": [nugget({"entity": ["Poutine", "!"]})]}, "each with a word"),
        ({**GOOD, "nuggets": [nugget({"num": "12"})]}, "unknown matcher ['num']"),
        ({**GOOD, "nuggets": [nugget({"num": 12, "unit": ""})]}, "not a string: 12"),
        ({**GOOD, "nuggets": [nugget({"num": "twelve", "unit": ""})]}, "not a decimal number: 'twelve'"),
        ({**GOOD, "nuggets": [nugget({"num": "NaN", "unit": ""})]}, "not a number: NaN"),
        ({**GOOD, "nuggets": [nugget({"date": "19/12/2022"})]}, "not a date: '19/12/2022'"),
        ({**GOOD, "nuggets": [nugget({"date": "2022-02-30"})]}, "day"),
        ({**GOOD, "nuggets": [nugget({"date": "-"})]}, "not a date: '-'"),
        ({**GOOD, "forbidden": {"str": "x"}}, "not a list"),
        ({**GOOD, "answerable": False}, "unanswerable, but of category date"),
        ({**SILENT, "answerable": True}, "answerable, but of category unanswerable_far"),
        ({**SILENT, "gold": [["a#p0"]]}, "unanswerable, but with gold"),
        ({**GOOD, "twin": "a-9"}, "its twin a-9 is no item"),
        ({**GOOD, "twin": "a-1"}, "its twin a-1 is in the same language"),
        ({**GOOD, "twin": 0}, "not a string: 0"),
        ([1, 2], "not an object"),
        ("{'id': 1}", "not a JSON object"),
        ('{"id": "a-1", "id": "a-2"}', "a key stands twice"),
        ('{"id": Infinity}', "Infinity is not JSON"),
        ("", "not a JSON object"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, row: object, why: str) -> None:
    with pytest.raises(BadItem) as caught:
        load_sets(written(tmp_path, SILENT, row))
    message = str(caught.value)
    assert message.startswith("s.jsonl:2: ")
    assert why in message
    assert "\n" not in message
    if isinstance(row, dict):
        assert f" {row['id']}: " in message


def test_an_id_may_not_stand_twice_in_any_file(tmp_path: Path) -> None:
    written(tmp_path, GOOD, name="a.jsonl")
    with pytest.raises(BadItem, match=r"b\.jsonl:2: a-1: the id is also that of a\.jsonl:1"):
        load_sets(written(tmp_path, SILENT, GOOD, name="b.jsonl"))


def test_twins_name_each_other_in_two_languages(tmp_path: Path) -> None:
    one = {**GOOD, "twin": "a-2"}
    with pytest.raises(BadItem, match=r"a-1: its twin a-2 names nobody as twin"):
        load_sets(written(tmp_path, one, SILENT))
    with pytest.raises(BadItem, match=r"a-1: its twin a-2 is answerable=False"):
        load_sets(written(tmp_path, one, {**SILENT, "twin": "a-1"}))


def test_an_empty_set_is_an_error_and_not_a_pass(tmp_path: Path) -> None:
    with pytest.raises(BadItem, match="no item in"):
        load_sets(tmp_path)
    with pytest.raises(BadItem, match=r"s\.jsonl:1: \(no id\): not an object|not a JSON object"):
        load_sets(written(tmp_path))


def test_a_set_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_bytes(b'{"id": "\xe9"}\n')
    with pytest.raises(BadItem, match=r"s\.jsonl: cannot be read as UTF-8"):
        load_sets(tmp_path)


KEYS = st.sampled_from(["str", "num", "unit", "date", "entity", "x"])
PLAIN = st.none() | st.booleans() | st.floats() | st.text()


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_a_matcher_is_read_or_refused(raw: object) -> None:
    try:
        matcher = read_matcher(raw)
    except ValueError:
        return
    assert isinstance(matcher, Words | Number | Day | Entity)


def test_every_error_of_the_room_exits_2() -> None:
    assert issubclass(BadItem, DepecheError)
    assert BadItem.exit_code == 2
