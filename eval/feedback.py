"""What readers thought of answers, turned into draft items: `python -m eval.feedback FILE > drafts.jsonl`.

The interface writes one JSON object a line to ``feedback.jsonl`` in the home of the user; nothing is sent
anywhere. A draft of an answer that was found wrong lacks what only a person can know, which passage is gold
and which fact answers: `depeche eval --set drafts.jsonl` names what is missing.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.article import LANGUAGES, Language
from eval.errors import BadFeedback
from eval.report import say
from rag.answer import Status

Opinion = Literal["useful", "wrong"]
# What a line says; ``answer`` is the object of ``ask --json``, of which a part is read.
KEYS = {"time", "question", "verdict", "comment", "answer"}


@dataclass(frozen=True, slots=True)
class Feedback:
    """One opinion about one answer.

    ``at`` is a time in ISO 8601; ``language`` and ``status`` are those of the answer; ``cited`` are the id
    and the quote of each of its citations; ``comment`` is the reader's, or "".

    :raises ValueError: a value that none of these has.
    """

    at: str
    question: str
    opinion: Opinion
    comment: str
    language: Language
    status: Status
    cited: tuple[tuple[str, str], ...]

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
    if raw.keys() != KEYS:
        raise ValueError(f"missing or unknown: {', '.join(sorted(raw.keys() ^ KEYS))}")
    if wrong := [key for key in sorted(KEYS - {"answer"}) if not isinstance(raw[key], str)]:
        raise ValueError(f"{wrong[0]} is not a string")
    try:
        answer = raw["answer"]
        cited = tuple((str(one["passage_id"]), str(one["quote"])) for one in answer["citations"])
        language, status = answer["language"], answer["status"]
    except (TypeError, KeyError) as error:
        raise ValueError(f"answer is not that of ask --json ({error})") from error
    return Feedback(raw["time"], raw["question"], raw["verdict"], raw["comment"], language, status, cited)


def drafts(feedback: Iterable[Feedback]) -> tuple[dict[str, Any], ...]:
    """One draft item a question, by the last opinion about its answer; questions in order of first use.

    A refusal that was useful is an item to be refused. Of an answer that was, some passage is to be cited
    and some sentence quoted again; a person narrows the sentence down to the fact. The others are open.
    """
    last = {(one.language, " ".join(one.question.split())): one for one in feedback}
    return tuple(_draft(one) for one in last.values())


def _draft(one: Feedback) -> dict[str, Any]:
    question = " ".join(one.question.split())
    useful = one.opinion == "useful"
    silent = useful and one.status == "abstained"
    said = f"draft: {one.status}, found {one.opinion}, {one.at[:10]}"
    row: dict[str, Any] = {
        "id": f"feedback-{one.language}-{sha256(question.encode()).hexdigest()[:10]}",
        "lang": one.language,
        "question": question,
        "category": "unanswerable_near" if silent else "factoid",
        "answerable": not silent,
        "note": f"{said}: {one.comment}" if one.comment.strip() else said,
    }
    if silent or not useful:
        return row
    passages, quotes = (dict.fromkeys(column) for column in zip(*one.cited, strict=True))
    facts = [{"str": quote} for quote in quotes]
    return row | {"gold": [list(passages)], "nuggets": [{"id": "n1", "vital": True, "any_of": facts}]}


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
