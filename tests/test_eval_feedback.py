"""Opinions of readers become draft items, and a file that is not one is refused with its line."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from toys_eval import ARTICLES, PASSAGES, answer_with

from eval.errors import BadFeedback
from eval.feedback import drafts, export, read_feedback
from eval.loader import read_item
from eval.own import examine
from rag.answer import Turn
from ui.feedback import Verdict, entry

NOON = datetime(2026, 11, 22, 13, tzinfo=UTC)


def opinion(question: str, refs: list[str], verdict: Verdict, comment: str = "") -> dict[str, Any]:
    """The line that the interface writes, as it comes back from the file."""
    turn = Turn(question, answer_with(question, "fr", refs))
    line: dict[str, Any] = json.loads(json.dumps(entry(turn, verdict, comment, at=NOON)))
    return line


LIKED = opinion("Quand le pont a-t-il ouvert ?", ["pont-fr#p0", "bridge-en#p0"], "useful")
REFUSED = opinion("Quel âge a la maire ?", [], "useful")
WRONG = opinion("Quand le pont a-t-il ouvert ?", ["zoo-fr#p0"], "wrong", "C’était le 3 mars.")


def written(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def answered(**changes: object) -> dict[str, Any]:
    """The liked line with another answer."""
    return {**LIKED, "answer": {**LIKED["answer"], **changes}}


def draft(*rows: object) -> dict[str, Any]:
    (row,) = drafts(read_feedback(written(*rows), "f.jsonl"))
    return row


def test_a_refusal_that_was_liked_is_a_whole_item() -> None:
    item = read_item(draft(REFUSED))
    assert (item.answerable, item.category) == (False, "unanswerable_near")
    assert item.question == REFUSED["question"]


def test_what_was_useful_is_to_be_cited_and_quoted_again() -> None:
    item = read_item(draft(LIKED))
    assert item.gold == (("pont-fr#p0", "bridge-en#p0"),)
    assert [str(way) for way in item.nuggets[0].any_of] == [
        f"“{PASSAGES[ref].text}”" for ref in ("pont-fr#p0", "bridge-en#p0")
    ]


@pytest.mark.parametrize("refs", [[], ["zoo-fr#p0"]])
def test_what_was_wrong_leaves_passage_and_fact_to_a_person(refs: list[str]) -> None:
    row = draft(opinion("Quand ?", refs, "wrong"))
    with pytest.raises(ValueError, match="answerable without gold passage"):
        read_item(row)


def test_a_draft_is_an_item_of_ones_own_once_it_is_complete(tmp_path: Path) -> None:
    fact = {"id": "n1", "vital": True, "any_of": [{"date": "2023-03-03"}]}
    rows = [draft(WRONG) | {"gold": [["pont-fr#p0"]], "nuggets": [fact]}, draft(REFUSED)]
    (tmp_path / "mine.jsonl").write_text(written(*rows), encoding="utf-8")
    items, complaints = examine([tmp_path / "mine.jsonl"], ARTICLES)
    assert complaints == ()
    assert [item.id for item in items] == [row["id"] for row in rows]


def test_the_last_opinion_about_a_question_counts() -> None:
    assert draft(LIKED, {**WRONG, "question": "Quand  le pont a-t-il ouvert ?"}) == draft(WRONG)
    assert len(drafts(read_feedback(written(LIKED, REFUSED, LIKED), "f"))) == 2


def test_a_draft_says_where_it_comes_from_and_keeps_its_id() -> None:
    row = draft(WRONG)
    assert row["note"] == "draft: answered, found wrong, 2026-11-22: C’était le 3 mars."
    assert draft(LIKED)["note"] == "draft: answered, found useful, 2026-11-22"
    assert row["id"] == draft({**WRONG, "time": "2027-01-01T00:00:00"})["id"]
    assert row["id"] != draft(REFUSED)["id"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("x", "not a JSON object"),
        ({**LIKED, "stars": 5}, "missing or unknown: stars"),
        ({key: value for key, value in LIKED.items() if key != "time"}, "missing or unknown: time"),
        ({**LIKED, "time": "yesterday"}, "Invalid isoformat string: 'yesterday'"),
        ({**LIKED, "question": " "}, "the question is blank"),
        ({**LIKED, "question": 7}, "question is not a string"),
        ({**LIKED, "verdict": "sideways"}, "opinion is 'sideways', not one of useful, wrong"),
        ({**LIKED, "answer": None}, "answer is not that of ask --json"),
        ({**LIKED, "answer": {}}, "answer is not that of ask --json ('citations')"),
        (answered(language="de"), "language is 'de', not one of fr, en"),
        (answered(status="lost"), "status is 'lost'"),
        (answered(citations=["pont-fr#p0"]), "answer is not that of ask --json"),
        (answered(citations=[]), "an answer cites passages and an abstention does not"),
        (answered(status="abstained"), "an answer cites passages and an abstention does not"),
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
