"""The README of the evaluation says what is true."""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from toys_eval import PASSAGES, answer_with

from eval.feedback import KEYS, read_feedback
from eval.items import CATEGORIES
from eval.loader import read_item
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
