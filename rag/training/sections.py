"""Aligned sections of law, heading → text in both languages: pairs across languages to train and to test."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rag.training.corpora import read_rows, tidy

_HEADING_WORDS = 4  # shorter ones ("Definitions") name no section in particular
_TESTED_ACTS = 12  # one act in twelve is held out, by the hash of its name


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text under it, in both languages."""

    act: str
    headings: dict[str, str]
    texts: dict[str, str]


def read_sections(file: Path, *, held_out: bool) -> list[Section]:
    """The telling sections of the training acts, or of the acts that are held out for tests."""
    found: dict[tuple[str, str], Section] = {}
    for row in read_rows(file):
        act = row["act_en"]
        tested = int(sha256(act.encode()).hexdigest(), 16) % _TESTED_ACTS == 0
        headings = {language: tidy(row[f"query_{language}"]) for language in ("en", "fr")}
        if tested == held_out and min(len(text.split()) for text in headings.values()) >= _HEADING_WORDS:
            texts = {language: tidy(row[f"text_{language}"]) for language in ("en", "fr")}
            found.setdefault((act, headings["en"]), Section(act, headings, texts))
    return list(found.values())
