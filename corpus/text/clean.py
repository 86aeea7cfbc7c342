"""Text as it is stored: NFC, one kind of line end, nothing hidden, and not altered otherwise."""

import re
from unicodedata import category, normalize

_LINE_END = re.compile(r"\r\n?|[\x0b\x85\u2028]")
_PARAGRAPH_END = re.compile(r"[\x0c\u2029]")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
# What is looked at one by one: anything but tabs, line feeds, Latin, common marks and currency signs.
_SUSPECT = re.compile(r"[^\t\n -~\u00a0-\u00ac\u00ae-\u0233\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
_HIDDEN = frozenset(("Cc", "Cf", "Cs"))
_SELECTORS = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))  # variants: data can hide in them


def clean(text: str) -> str:
    """``text`` in NFC with line feeds only, without characters that hide or reorder what is read.

    Controls, zero-width and direction marks, soft hyphens, tags and variation selectors go; form feeds
    and paragraph separators become blank lines; every visible character stays. Idempotent.
    """
    text = _PARAGRAPH_END.sub("\n\n", _LINE_END.sub("\n", text))
    return normalize("NFC", _SUSPECT.sub(lambda match: "" if _is_hidden(match[0]) else match[0], text))


def _is_hidden(char: str) -> bool:
    return category(char) in _HIDDEN or ord(char) in _SELECTORS


def blocks(text: str) -> tuple[str, ...]:
    """The parts of ``text`` between blank lines, trimmed, without empty ones."""
    return tuple(block for part in _BLANK_LINES.split(text) if (block := part.strip()))
