"""Verdicts on answers: one JSON object a line in the reader's home, sent nowhere."""

import json
import threading
from datetime import datetime
from pathlib import Path
from typing import Literal

from corpus.errors import UnwritableLibrary
from corpus.reasons import reason, system_reason
from rag.answer import Turn
from rag.forms import Json, answer_form

Verdict = Literal["useful", "wrong"]
VERDICTS: tuple[Verdict, ...] = ("useful", "wrong")
FILE = "feedback.jsonl"
LONGEST = 2_000  # characters of a comment: a page
_writing = threading.Lock()  # lines of two readers must not mix


def entry(turn: Turn, verdict: Verdict, comment: str, *, at: datetime) -> Json:
    """What is remembered of one verdict; a long ``comment`` is cut."""
    return {
        "time": at.isoformat(timespec="seconds"),
        "question": turn.question,
        "verdict": verdict,
        "comment": comment.strip()[:LONGEST],
        "answer": answer_form(turn.answer),
    }


def append(home: Path, line: Json) -> None:
    """Adds ``line`` to the file of verdicts in ``home``.

    :raises UnwritableLibrary: the file cannot be written.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        with _writing, (home / FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise UnwritableLibrary(reason("not_written", path=home / FILE, why=system_reason(error))) from error
