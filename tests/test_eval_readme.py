"""The README of the evaluation says what is true, and the table of the other one is what the gate reads."""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from toys_eval import PASSAGES, answer_with

from eval.feedback import KEYS, read_feedback
from eval.gate import Measured, read_baseline
from eval.items import CATEGORIES
from eval.loader import read_item
from eval.readme import END, EVERY, ROWS, START, rewritten
from eval.readme import README as FRONT
from rag.forms import answer_form

README = (Path(__file__).parent.parent / "eval" / "README.md").read_text(encoding="utf-8")
TEMPLATE = re.findall(r"```jsonl\n(.*?)```", README, re.DOTALL)[0].splitlines()


@pytest.mark.parametrize("line", TEMPLATE)
def test_the_template_is_made_of_items(line: str) -> None:
    assert read_item(json.loads(line)).question


def test_the_template_has_a_question_of_either_kind() -> None:
    assert [read_item(json.loads(line)).answerable for line in TEMPLATE] == [True, False]


def test_every_category_is_named() -> None:
    (named,) = re.findall(r"- Categories: (.*)\.", README)
    assert tuple(named.split(", ")) == CATEGORIES


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m (eval\.\w+)", README))))
def test_every_command_is_there(module: str) -> None:
    assert find_spec(module)


def test_the_feedback_described_is_what_is_read() -> None:
    (described,) = re.findall(r"`(\{\"time\".*?\})`", README)
    assert set(re.findall(r"\"(\w+)\"(?=[,:])", described)) - {"wrong"} == KEYS
    answer = answer_form(answer_with("Quand ?", "fr", ["pont-fr#p0"]))
    line = {"time": "2026-11-22", "question": "Quand ?", "verdict": "wrong", "comment": "", "answer": answer}
    (read,) = read_feedback(json.dumps(line), "f")
    assert read.cited == (("pont-fr#p0", PASSAGES["pont-fr#p0"].text),)


def found(value: float, n: int) -> Measured:
    return {"value": value, "low": value - 0.05, "high": value + 0.05, "n": n}


MEASURED = {key: found(0.8, 40) for _, keys in ROWS for key in keys}


def test_the_table_of_the_front_page_is_what_the_gate_reads() -> None:
    text = FRONT.read_text(encoding="utf-8")
    assert rewritten(text, read_baseline().measured) == text, "run: python -m eval.readme"


def test_the_table_is_made_of_measured_values() -> None:
    measured = MEASURED | {EVERY: found(1.0, 493), "hit@5 en→en": found(0.9, 41)}
    measured["Truth all"] = found(-0.2, 493)
    table = rewritten(f"before {START}old{END} after", measured)
    assert table.startswith("before ")
    assert table.endswith(" after")
    assert "the 493 test questions" in table
    assert "| vital facts stated | 0.80 | 0.75–0.85 | 40 |" in table
    assert "| – French → French, English → English | 0.80, 0.90 |  | 40, 41 |" in table
    assert "| −0.20 | −0.25–−0.15 | 493 |" in table
    assert "old" not in table
    assert rewritten(table, measured) == table


def test_nothing_is_made_up_where_nothing_was_measured() -> None:
    table = rewritten(f"{START}old{END}", {})
    assert "|" not in table
    assert "depeche eval --update" in table


def test_a_page_without_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        rewritten(f"{START} only", MEASURED)
