"""PDF files: their text as articles, and one clear line with a remedy for those without."""

import json
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from written_pdf import pdf_of, set_in_lines

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.importers import apart, find_files, import_file

HEADLINE = "Un train dans la capitale"
FIRST = (
    "Le train est arrivé hier à l’aube dans la capitale, a annoncé le ministère de la Défense (il portait "
    "des chars et des vivres pour la garnison)."
)
SECOND = (
    "Les autorités du pays voisin disent craindre une attaque au printemps, comme au début de la guerre, "
    "selon une agence."
)
PAGES = (
    [
        ("Le Matin", 50, 560, 8),
        (HEADLINE, 50, 530, 18),
        *set_in_lines(FIRST, top=500),
        *set_in_lines(SECOND, top=450)[:1],
        ("1 / 2", 200, 20, 8),
    ],
    [("Le Matin", 50, 560, 8), *set_in_lines(SECOND, top=512)[1:], ("2 / 2", 200, 20, 8)],
)


def _pdf(folder: Path, data: bytes, name: str = "2023-01-06-train.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _why(path: Path) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        import_file(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_headline_and_paragraphs_of_two_pages_are_read(tmp_path: Path) -> None:
    article = import_file(_pdf(tmp_path, pdf_of(PAGES)))
    byline = Byline(HEADLINE, "2023-01-06-train.pdf", date(2023, 1, 6), None)
    assert article == Article("2023-01-06-train", "fr", byline, (FIRST, SECOND))


def test_without_a_headline_the_first_sentence_is_the_title(tmp_path: Path) -> None:
    article = import_file(_pdf(tmp_path, pdf_of([set_in_lines(FIRST, top=500)])))
    assert (article.byline.title, article.paragraphs) == (FIRST, (FIRST,))


def test_a_pdf_is_found_in_a_folder(tmp_path: Path) -> None:
    path = _pdf(tmp_path, b"%PDF-1.4", "A.PDF")
    assert find_files(tmp_path) == (path,)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf_of([[], []]), "its pages are probably scanned; put it through OCR"),
        (pdf_of([[("   ", 50, 500, 10)]]), "put it through OCR"),
        (pdf_of(PAGES, encrypted=True), "locked with a password; save a copy without one"),
        (b"%PDF-1.7", "this PDF is damaged; print it to PDF again"),
        (pdf_of(PAGES)[:200], "this PDF is damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "this PDF is damaged"),
        (b"not a PDF at all", "this PDF is damaged"),
        (pdf_of([]), "this PDF is damaged"),
        (b"", "it is empty"),
    ],
    ids=["scanned", "blank", "locked", "head", "cut", "noise", "text", "pageless", "empty"],
)
def test_a_pdf_without_readable_text_gets_one_clear_line(tmp_path: Path, data: bytes, why: str) -> None:
    assert why in _why(_pdf(tmp_path, data))


def test_a_pdf_whose_pages_go_round_in_a_circle_is_damaged(tmp_path: Path) -> None:
    assert "this PDF is damaged" in _why(_pdf(tmp_path, pdf_of(PAGES).replace(b"[4 0 R", b"[2 0 R")))


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "TIME_LIMIT", 0.01)
    assert "it could not be read in 0 s" in _why(_pdf(tmp_path, pdf_of(PAGES)))


def test_a_pdf_that_unpacks_to_more_than_may_be_read_is_too_large(tmp_path: Path) -> None:
    bomb = _pdf(tmp_path, pdf_of(PAGES[:1], padding=80_000_000))
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(UnreadableArticle, match="it is too large to be read; split it") as caught:
        import_file(bomb)
    assert caught.value.why.said("fr") == (
        "il est trop volumineux pour être lu\u202f; partagez-le en plusieurs fichiers"
    )


def test_a_packed_pdf_that_is_not_too_large_is_read(tmp_path: Path) -> None:
    assert import_file(_pdf(tmp_path, pdf_of(PAGES, padding=1_000))).paragraphs == (FIRST, SECOND)


@pytest.mark.skipif(sys.platform != "linux", reason="this system limits no memory by ulimit -v")
def test_a_pdf_that_takes_more_memory_than_there_is_is_too_large() -> None:
    reading = f"ulimit -v 150000; {shlex.quote(sys.executable)} -I -m corpus.importers.extraction pdf"
    for padding, found in ((1_000, "pages"), (70_000_000, "error")):
        data = pdf_of(PAGES[:1], padding=padding)
        done = subprocess.run(["sh", "-c", reading], input=data, capture_output=True, check=True)
        assert json.loads(done.stdout).keys() == {found}
    assert json.loads(done.stdout) == {"error": "large"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends nothing for want of memory")
def test_a_pdf_whose_reading_the_system_ends_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = tmp_path / "python"
    ended.write_text("#!/bin/sh\nkill -KILL $$\n")
    ended.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(ended))
    assert "it is too large to be read" in _why(_pdf(tmp_path, pdf_of(PAGES)))
