"""The table of strings: both languages say the same things, French with its own typography."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus.errors
import corpus.reasons
import rag.errors
import rag.lines
from corpus.article import LANGUAGES
from corpus.text.typography import FIXED, NARROW, number, typeset
from rag.answer import REASONS
from rag.errors import DepecheError
from ui.strings import _ROWS, KEYS, clipped, counted, say

UI = Path(__file__).parent.parent / "ui"


# What the page says, why a file is no article, and what the command line reports.
TABLES = {"page": _ROWS, "file": corpus.reasons.ROWS, "report": rag.lines.ROWS}


def _all(language: str) -> dict[str, str]:
    every = {f"{name} {key}": row for name, table in TABLES.items() for key, row in table.items()}
    rows = {key: row[0 if language == "fr" else 1] for key, row in every.items()}
    return {key: typeset(text) if language == "fr" else text for key, text in rows.items()}


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_string_exists_in_both_languages_with_the_same_gaps() -> None:
    french, english = _all("fr"), _all("en")
    for key in french:
        assert french[key].strip(), key
        assert english[key].strip(), key
        assert _gaps(french[key]) == _gaps(english[key]), key


def test_french_has_french_typography() -> None:
    for key, text in _all("fr").items():
        assert "'" not in text, key
        assert '"' not in text, key
        assert not re.search(rf"[^{NARROW}][?!;]", text), key
        assert not re.search(rf"[^{FIXED}]:(?!//)", text), key  # an address has its own
        assert not re.search(rf"«[^{FIXED}]|[^{FIXED}]»", text), key


def test_english_has_english_typography() -> None:
    for key, text in _all("en").items():
        assert "'" not in text, key
        assert "«" not in text, key
        assert not re.search(r"\s[?!;:]", text), key


def test_every_error_and_every_reason_has_its_sentence() -> None:
    classes = {
        name
        for module in (corpus.errors, rag.errors)
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, DepecheError)
    }
    assert {f"error_{name}" for name in classes} <= KEYS
    assert {f"{part}_{reason}" for reason in REASONS for part in ("reason", "hint")} <= KEYS


def test_no_string_is_missing_and_none_is_left_over() -> None:
    literals: set[str] = set()
    starts = {"error_"}  # `ui.strings.explain` says them
    for path in UI.glob("*.py"):
        if path.name in ("strings.py", "controls.py", "messages.py", "measures.py", "tellings.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant):
                starts.add(str(first.value))
        for called in re.findall(r'(?:say|_waiting|button|_fact)\("(\w+)"', path.read_text("utf-8")):
            assert called in KEYS, f"{path.name} says {called!r}"
    for key in KEYS:
        stem = re.sub(r"_(one|many)$", "", key)
        made = any(start.endswith("_") and key.startswith(start) for start in starts)
        assert key in literals or stem in literals or made, f"nobody says {key!r}"


def test_no_file_of_the_page_but_the_table_holds_words() -> None:
    for path in UI.glob("*.py"):
        if path.name == "strings.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for value in (one.value for one in node.args if isinstance(one, ast.Constant)):
                    shown = isinstance(node.func, ast.Name) and node.func.id == "safe"
                    assert not shown or value in ("Dépêche", " · ", " — ", "×"), f"{path.name}: {value!r}"


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Qui ?", f"Qui{NARROW}?"),
        ("Non ! « Oui » ; si : 5 %", f"Non{NARROW}! «{FIXED}Oui{FIXED}»{NARROW}; si{FIXED}: 5{NARROW}%"),
        ("http://a:80", "http://a:80"),
    ],
)
def test_typesetting_puts_the_spaces_in(plain: str, set_: str) -> None:
    assert typeset(plain) == set_


@given(st.text("a ?!;:«»%"))
def test_typesetting_twice_changes_nothing_more(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


def test_french_counts_nothing_in_the_singular_and_english_in_the_plural() -> None:
    assert [counted("articles", n, "fr") for n in (0, 1, 2)] == ["0 article", "1 article", "2 articles"]
    assert [counted("articles", n, "en") for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]


def test_a_long_text_is_cut_at_a_space_and_keeps_its_own_spaces() -> None:
    assert clipped(f"« Oui{NARROW}! » dit-il", 40) == f"« Oui{NARROW}! » dit-il"
    assert clipped("un deux trois", 9) == "un deux …"
    assert clipped("x" * 20, 5) == "xxxxx …"


def test_thousands_are_grouped_as_each_language_does() -> None:
    assert number(12480, "fr") == f"12{NARROW}480"
    assert number(12480, "en") == "12,480"


def test_a_gap_that_nobody_fills_is_an_error() -> None:
    for language in LANGUAGES:
        with pytest.raises(KeyError):
            say("newest", language)
