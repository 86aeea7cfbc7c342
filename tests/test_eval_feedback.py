"""Opinions of readers become draft items, and a file that is not one is refused with its line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from toys_eval import ARTICLES

from eval.errors import BadFeedback
from eval.feedback import drafts, export, read_feedback
from eval.loader import read_item
from eval.own import examine

LIKED: dict[str, Any] = {
    "at": "2026-11-22T13:00:00+01:00", "question": "Quand le pont a-t-il ouvert ?", "language": "fr",
    "status": "answered", "opinion": "up", "correction": "", "cited": ["pont-fr#p0"], "engine": "extractive",
}  # fmt: skip
REFUSED: dict[str, Any] = {
    **LIKED, "question": "Quel âge a la maire ?", "status": "abstained", "cited": [],
}  # fmt: skip
WRONG: dict[str, Any] = {
    **LIKED, "opinion": "down", "correction": "le 3 mars 2023", "cited": ["zoo-fr#p0"],
}  # fmt: skip


def written(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def draft(*rows: object) -> dict[str, Any]:
    (row,) = drafts(read_feedback(written(*rows), "f.jsonl"))
    return row


def test_a_refusal_that_was_liked_is_a_whole_item() -> None:
    item = read_item(draft(REFUSED))
    assert (item.answerable, item.category) == (False, "unanswerable_near")
    assert item.question == REFUSED["question"]


def test_what_was_liked_is_gold_and_its_fact_is_left_to_a_person() -> None:
    row = draft(LIKED)
    assert row["gold"] == [["pont-fr#p0"]]
    with pytest.raises(ValueError, match="nothing to look for"):
        read_item(row)


def test_a_correction_is_the_fact_and_its_passage_is_left_to_a_person() -> None:
    row = draft(WRONG)
    assert row["nuggets"] == [{"id": "n1", "vital": True, "any_of": [{"str": "le 3 mars 2023"}]}]
    with pytest.raises(ValueError, match="answerable without gold passage"):
        read_item(row)


def test_a_draft_that_was_completed_is_an_item_of_ones_own(tmp_path: Path) -> None:
    row = draft(WRONG) | {"gold": [["pont-fr#p0"]]}
    (tmp_path / "mine.jsonl").write_text(written(row), encoding="utf-8")
    items, complaints = examine([tmp_path / "mine.jsonl"], ARTICLES)
    assert complaints == ()
    assert items[0].id == row["id"]


def test_the_last_opinion_about_a_question_counts() -> None:
    assert draft(LIKED, {**WRONG, "question": "Quand  le pont a-t-il ouvert ?"}) == draft(WRONG)
    assert len(drafts(read_feedback(written(LIKED, REFUSED, LIKED), "f"))) == 2


def test_a_draft_says_where_it_comes_from_and_keeps_its_id() -> None:
    row = draft(WRONG)
    assert row["note"] == "draft: answered, thumbs down, 2026-11-22"
    assert row["id"] == draft({**WRONG, "at": "2027-01-01T00:00:00"})["id"]
    assert row["id"] != draft(REFUSED)["id"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("x", "not a JSON object"),
        ({**LIKED, "stars": 5}, "missing or unknown: stars"),
        ({key: value for key, value in LIKED.items() if key != "at"}, "missing or unknown: at"),
        ({**LIKED, "at": "yesterday"}, "Invalid isoformat string: 'yesterday'"),
        ({**LIKED, "question": " "}, "the question is blank"),
        ({**LIKED, "question": 7}, "question is not a string"),
        ({**LIKED, "language": "de"}, "language is 'de', not one of fr, en"),
        ({**LIKED, "opinion": "sideways"}, "opinion is 'sideways', not one of up, down"),
        ({**LIKED, "status": "lost"}, "status is 'lost'"),
        ({**LIKED, "cited": "pont-fr#p0"}, "cited is not a list of strings"),
        ({**LIKED, "cited": []}, "an answer cites passages and an abstention does not"),
        ({**REFUSED, "cited": ["pont-fr#p0"]}, "an answer cites passages and an abstention does not"),
    ],
)  # fmt: skip
def test_a_line_that_is_no_opinion_is_named(row: object, why: str) -> None:
    with pytest.raises(BadFeedback) as caught:
        read_feedback(written(LIKED, row), "f.jsonl")
    assert str(caught.value).startswith(f"f.jsonl:2: {why}")


def test_no_feedback_is_no_draft() -> None:
    assert drafts(read_feedback("", "f")) == ()


def test_a_file_is_exported_from_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    path.write_text(written(LIKED, REFUSED), encoding="utf-8")
    command = [sys.executable, "-m", "eval.feedback"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True)
    assert tuple(done.stdout.splitlines()) == export(path)
    lost = subprocess.run([*command, str(tmp_path / "none")], capture_output=True, text=True, check=False)
    assert lost.returncode == 1
    assert "none: cannot be read" in lost.stderr
