"""Training data as it lies on disk: parallel pairs (TSV) and questions (JSONL), gzipped or not."""

import gzip
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.text.normalise import normalise

_WORDS = (1, 120)  # longer lines are tables or failed sentence cuts
_LENGTH_RATIO = (0.4, 2.4)  # French characters for an English one; outside, the lines are rarely translations


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in both languages; ``line`` is its place in the file, neighbours have neighbouring lines."""

    english: str
    french: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the paragraph that answers it and where: [start, end), or None when no span is known."""

    text: str
    context: str
    article: str
    language: str
    span: tuple[int, int] | None
    missing: bool = False  # nothing in the article answers it, although the paragraph looks as if it did


def read_pairs(file: Path) -> Iterator[Pair]:
    """The clean pairs of an ``english<TAB>french`` file, in its order, exact duplicates left out."""
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(lines_of(file)):
        sides = tuple(tidy(side) for side in line.split("\t"))
        if len(sides) == 2 and sides not in seen and _translates(*sides):
            seen.add(sides)
            yield Pair(*sides, line=number)


def read_questions(file: Path) -> Iterator[Question]:
    """The answerable questions of a SQuAD-like JSONL file; a span that is not in its context is dropped."""
    for row in read_rows(file):
        if row.get("is_impossible"):
            continue
        start, answer = int(row.get("answer_start") or 0), str(row.get("answer_text") or "")
        found = answer and start >= 0 and row["context"].startswith(answer, start)
        yield Question(
            text=row["question"],
            context=row["context"],
            article=str(row.get("title") or row.get("id") or ""),
            language=row["lang"],
            span=(start, start + len(answer)) if found else None,
        )


def read_rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    return (json.loads(line) for line in lines_of(file))


def tidy(text: str) -> str:
    """NFC, straight apostrophes, single plain spaces: what the encoder's normaliser expects."""
    return " ".join(unicodedata.normalize("NFC", text).replace("’", "'").split())


def without(pairs: Iterable[Pair], held_out: set[str]) -> Iterator[Pair]:
    """The pairs that share no side with ``held_out`` (texts through :func:`key`)."""
    return (pair for pair in pairs if not {key(pair.english), key(pair.french)} & held_out)


def held_out_keys(file: Path) -> set[str]:
    """What no training pair may share with a test file: both sides of a TSV, every text of a JSONL file."""
    if ".tsv" in file.suffixes:
        return {key(side) for line in lines_of(file) for side in line.split("\t")}
    return {key(value) for row in read_rows(file) for value in row.values() if isinstance(value, str)}


def key(text: str) -> str:
    """What two texts share when they differ in case, punctuation and spacing only."""
    return normalise(text)


def lines_of(file: Path) -> Iterator[str]:
    """The lines of a file, gzipped or not."""
    with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as lines:
        yield from (line.decode("utf-8").rstrip("\r\n") for line in lines)


def _translates(english: str, french: str) -> bool:
    if not english or not french or "\t" in french:
        return False
    words, ratio = len(french.split()), len(french) / len(english)
    return _WORDS[0] <= words <= _WORDS[1] and _LENGTH_RATIO[0] <= ratio <= _LENGTH_RATIO[1]
