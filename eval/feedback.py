"""What readers thought of answers, turned into draft items: `python -m eval.feedback FILE > drafts.jsonl`.

A line of the file is one JSON object as `Feedback` describes it; the interface appends to it, in the home of
the user, and nothing is sent anywhere. A draft lacks what only a person can know (which passage is gold,
which fact answers): `depeche eval --set drafts.jsonl` names what is missing.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.article import LANGUAGES, Language
from eval.errors import BadFeedback
from eval.report import say
from rag.answer import Status

Opinion = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Feedback:
    """One opinion about one answer, as its line has it.

    ``at`` is a time in ISO 8601, ``language`` that of the question, ``status`` the answer's, ``opinion``
    "up" or "down", ``correction`` what the reader would have wanted to read or "", ``cited`` the ids of
    the passages that the answer cited, ``engine`` who gave it.

    :raises ValueError: a value that none of these has.
    """

    at: str
    question: str
    language: Language
    status: Status
    opinion: Opinion
    correction: str
    cited: tuple[str, ...]
    engine: str

    def __post_init__(self) -> None:
        datetime.fromisoformat(self.at)
        if not self.question.strip():
            raise ValueError("the question is blank")
        known_values = {"language": LANGUAGES, "status": get_args(Status), "opinion": get_args(Opinion)}
        for name, known in known_values.items():
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is {getattr(self, name)!r}, not one of {', '.join(known)}")
        if (self.status == "abstained") == bool(self.cited):
            raise ValueError("an answer cites passages and an abstention does not")


def read_feedback(text: str, name: str) -> tuple[Feedback, ...]:
    """The opinions on the lines of ``text``, in order; ``name`` is that of the file.

    :raises BadFeedback: a line that is none; file and line are named.
    """
    found = []
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else (), start=1):
        try:
            found.append(_read(json.loads(line)))
        except ValueError as error:
            raise BadFeedback(f"{name}:{number}: {error}") from error
    return tuple(found)


def _read(raw: object) -> Feedback:
    if not isinstance(raw, dict):
        raise ValueError("not a JSON object")
    names = {field.name for field in fields(Feedback)}
    if raw.keys() != names:
        raise ValueError(f"missing or unknown: {', '.join(sorted(raw.keys() ^ names))}")
    if not isinstance(raw["cited"], list) or not all(isinstance(ref, str) for ref in raw["cited"]):
        raise ValueError("cited is not a list of strings")
    if wrong := [key for key in sorted(names - {"cited"}) if not isinstance(raw[key], str)]:
        raise ValueError(f"{wrong[0]} is not a string")
    return Feedback(**raw | {"cited": tuple(raw["cited"])})


def drafts(feedback: Iterable[Feedback]) -> tuple[dict[str, Any], ...]:
    """One draft item a question, by the last opinion about its answer; questions in order of first use.

    A refusal that was liked is a whole item. Else what was liked is gold, and a correction is the fact.
    """
    last = {(one.language, " ".join(one.question.split())): one for one in feedback}
    return tuple(_draft(one) for one in last.values())


def _draft(one: Feedback) -> dict[str, Any]:
    question = " ".join(one.question.split())
    liked = one.opinion == "up"
    silent = liked and one.status == "abstained"
    facts = [{"str": one.correction}] if one.correction.strip() else []
    row: dict[str, Any] = {
        "id": f"feedback-{one.language}-{sha256(question.encode()).hexdigest()[:10]}",
        "lang": one.language,
        "question": question,
        "category": "unanswerable_near" if silent else "factoid",
        "answerable": not silent,
        "note": f"draft: {one.status}, thumbs {one.opinion}, {one.at[:10]}",
    }
    if silent:
        return row
    return row | {
        "gold": [list(dict.fromkeys(one.cited))] if liked else [],
        "nuggets": [{"id": "n1", "vital": True, "any_of": facts}],
    }


def export(path: Path) -> tuple[str, ...]:
    """The draft items of a file of feedback, one JSON line each.

    :raises BadFeedback: it cannot be read; file and line are named.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFeedback(f"{path.name}: cannot be read as UTF-8 ({error})") from error
    return tuple(json.dumps(row, ensure_ascii=False) for row in drafts(read_feedback(text, path.name)))


if __name__ == "__main__":
    try:
        say(export(Path(sys.argv[1])))
    except (BadFeedback, IndexError) as wrong:
        sys.exit(f"{wrong}\nusage: python -m eval.feedback feedback.jsonl > drafts.jsonl")
