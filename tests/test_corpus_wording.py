"""Reasons and reports are keys until they are shown: each has its line, said in the reader's language."""

import ast
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import reasons
from corpus.errors import DepecheError, NoArticles, UnreadableArticle
from corpus.importers import find_files, import_file
from corpus.reasons import reason, system_reason
from corpus.text.typography import FIXED, NARROW
from corpus.wording import Line
from rag import lines

ROOT = Path(__file__).parent.parent
FILES = sorted(path for room in ("corpus", "rag", "ui") for path in (ROOT / room).rglob("*.py"))


def _constants() -> Iterator[str]:
    """Every text of the program outside the tables."""
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        tables = [node for node in ast.walk(tree) if isinstance(node, ast.AnnAssign)]
        rows = {id(part) for table in tables if _is_table(table) for part in ast.walk(table)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in rows:
                yield node.value


def _is_table(node: ast.AnnAssign) -> bool:
    return isinstance(node.target, ast.Name) and node.target.id in ("ROWS", "FAULTS", "MISUSE", "REACH")


def _called(name: str) -> set[str]:
    """The keys that ``name`` is called with."""
    return {
        str(node.args[0].value)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
        if node.args and isinstance(node.args[0], ast.Constant)
    }


def test_every_reason_has_its_line_and_no_line_is_left_over() -> None:
    assert _called("reason") <= reasons.ROWS.keys()
    assert _called("told") <= lines.ROWS.keys()
    assert len(_called("reason")) > 20
    assert len(_called("told")) > 30
    named = set(_constants()) | {f"check_{name}" for name in ("home", "library", "model", "index", "engine")}
    assert (reasons.ROWS.keys() | lines.ROWS.keys()) - named == set()


def _refused(path: Path) -> Line:
    with pytest.raises(UnreadableArticle) as caught:
        import_file(path)
    return caught.value.why


@pytest.mark.parametrize(
    ("name", "data", "french"),
    [
        ("vide.txt", b"", "il est vide"),
        ("photo.txt", b"\x89PNG\x00", "c’est un fichier binaire, pas du texte"),
        ("page.html", b"<html></html>", "il ne contient pas d’article"),
        (
            "a.docx", b"PK",
            f".docx ne peut pas être lu{NARROW}; convertissez-le en .txt, .md, .html ou .pdf",
        ),
        (
            "sans", b"x",
            f"un fichier sans suffixe ne peut pas être lu{NARROW}; "
            "convertissez-le en .txt, .md, .html ou .pdf",
        ),
        (
            "a.md", b"---\ndate: hier\n---\nx",
            f"date vaut «{FIXED}hier{FIXED}»{NARROW}; écrivez 2022-12-19",
        ),
        (
            "a.txt", b"1;2.\n" * 10_001,
            f"il a 10{NARROW}001 paragraphes{NARROW}; un article peut en avoir 10{NARROW}000",
        ),
    ],
)  # fmt: skip
def test_a_refused_file_is_told_in_french_too(tmp_path: Path, name: str, data: bytes, french: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert _refused(path).said("fr") == french


def test_the_line_of_an_error_names_the_file_in_both_languages(tmp_path: Path) -> None:
    with pytest.raises(NoArticles) as caught:
        find_files(tmp_path / "rien")
    assert str(caught.value) == f"{tmp_path / 'rien'}: there is no such file or folder"
    assert caught.value.line.said("fr") == f"{tmp_path / 'rien'}{FIXED}: ce fichier ou dossier n’existe pas"


def test_an_error_given_as_text_is_said_as_it_is() -> None:
    assert DepecheError("no\nword").line.said("fr") == "no word"
    assert DepecheError().line.said("en") == ""


def test_what_the_system_refuses_has_words_or_a_number() -> None:
    assert system_reason(OSError(errno.ENOSPC, "")).said("fr") == "plus de place sur le disque"
    assert system_reason(OSError(errno.ELOOP, "")).said("fr") == f"erreur {errno.ELOOP} du système"


def test_a_hostile_value_stays_on_one_line_and_is_no_template() -> None:
    assert reason("field_lang", value="{0}\n\x1b").said("en") == "lang is “{0}??”; it can be fr or en"
