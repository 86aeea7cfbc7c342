"""The published schema and the loader agree about what an item is."""

import json
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys_eval import ROWS

from eval.items import CATEGORIES
from eval.loader import SETS, lines_of, read_item
from eval.schema import item_schema

# Chroma brings it along; it has no types.
Validator = import_module("jsonschema").Draft202012Validator
SCHEMA = Validator(item_schema())
SHIPPED = [json.loads(line) for path in sorted(SETS.glob("*.jsonl")) for line in lines_of(path)]
GOOD = ROWS[0]


def loads(row: object) -> bool:
    try:
        read_item(row)
    except ValueError:
        return False
    return True


def test_the_schema_is_one() -> None:
    Validator.check_schema(item_schema())


def test_every_shipped_item_is_of_the_schema() -> None:
    assert [row["id"] for row in (*SHIPPED, *ROWS) if not SCHEMA.is_valid(row)] == []


@pytest.mark.parametrize(
    "row",
    [
        {}, [], None, "x", {**GOOD, "colour": "red"}, {**GOOD, "id": "A 1"}, {**GOOD, "lang": "de"},
        {**GOOD, "category": "when"}, {**GOOD, "question": " "}, {**GOOD, "question": 7},
        {**GOOD, "answerable": "yes"}, {**GOOD, "gold": []}, {**GOOD, "gold": [[]]},
        {**GOOD, "gold": ["a#p0"]},
        {**GOOD, "gold": [["a"]]},
        {**GOOD, "nuggets": []}, {**GOOD, "twin": 0}, {**GOOD, "forbidden": {}},
        {**GOOD, "nuggets": [{"id": "n", "vital": False, "any_of": [{"str": "x"}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": []}]},
        {**GOOD, "nuggets": [{"id": "", "vital": True, "any_of": [{"str": "x"}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": [{"num": "12"}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": [{"num": 12, "unit": ""}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": [{"date": "19/12/2022"}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": [{"entity": []}]}]},
        {**GOOD, "nuggets": [{"id": "n", "vital": True, "any_of": [{"str": "x", "date": "2022"}]}]},
        {**GOOD, "answerable": False}, {**ROWS[5], "answerable": True}, {**ROWS[5], "gold": [["a#p0"]]},
        {key: value for key, value in GOOD.items() if key != "gold"},
    ],
    ids=str,
)  # fmt: skip
def test_both_refuse_what_is_no_item(row: object) -> None:
    assert not SCHEMA.is_valid(row)
    assert not loads(row)


WAYS = st.one_of(
    st.fixed_dictionaries({"str": st.sampled_from(["pont", "", "!"])}),
    st.fixed_dictionaries({"num": st.sampled_from(["12", "-1.5", "1e3", "x"]), "unit": st.just("EUR")}),
    st.fixed_dictionaries({"date": st.sampled_from(["2022", "2022-12", "--12-19", "2022-12-19", "12"])}),
    st.fixed_dictionaries({"entity": st.lists(st.sampled_from(["Anne", "?"]), max_size=2)}),
)  # fmt: skip
ANY_ROW: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a-1", "A"]), "lang": st.sampled_from(["fr", "en", "de"]),
        "question": st.sampled_from(["Quand ?", " "]), "category": st.sampled_from([*CATEGORIES, "when"]),
        "answerable": st.booleans(),
    },
    optional={
        "gold": st.lists(st.lists(st.sampled_from(["a#p0", "b#p1", "x"]), max_size=2), max_size=2),
        "nuggets": st.lists(
            st.fixed_dictionaries(
                {"id": st.just("n"), "vital": st.booleans(), "any_of": st.lists(WAYS, max_size=2)}
            ),
            max_size=1,
        ),
        "forbidden": st.lists(WAYS, max_size=1), "twin": st.sampled_from(["", None]), "note": st.just("x"),
    },
)  # fmt: skip


@given(ANY_ROW)
def test_the_schema_refuses_nothing_that_the_loader_reads(row: dict[str, Any]) -> None:
    assert SCHEMA.is_valid(row) or not loads(row)


@given(ANY_ROW)
def test_beyond_the_schema_the_loader_only_minds_doubles(row: dict[str, Any]) -> None:
    refs = [ref for group in row.get("gold", []) for ref in group]
    if SCHEMA.is_valid(row) and len(refs) == len(set(refs)):
        assert loads(row)


def test_the_schema_is_printed_for_editors() -> None:
    done = subprocess.run([sys.executable, "-m", "eval.schema"], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == item_schema()
