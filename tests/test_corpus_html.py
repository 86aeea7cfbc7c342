"""Saved web pages: the article without the page around it, and no page that stops the program."""

from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.importers import apart, import_file

TEXT = (
    "Le train est arrivé hier à l’aube dans la capitale, a annoncé le ministère. Il portait des chars.",
    "Le président s’est rendu dans la ville le 19 décembre pour une visite de travail, selon une agence.",
    "Les autorités du pays voisin disent craindre une attaque au printemps, comme au début de la guerre.",
)
PAGE = """<html lang="fr"><head><meta charset="utf-8"><title>Un train dans la capitale | Le Site</title>
<meta property="og:title" content="Un train dans la capitale"><meta property="og:site_name" content="Le Site">
<meta property="article:published_time" content="2023-01-06T10:00:00+01:00">
<link rel="canonical" href="https://example.org/train"></head><body><nav>Accueil Monde Sport</nav>
<article><h1>Un train dans la capitale</h1>{text}<script>alert(1)</script></article>
<footer>Mentions légales</footer></body></html>"""


def _page(folder: Path, page: str) -> Path:
    path = folder / "train.html"
    path.write_text(page, encoding="utf-8")
    return path


def test_the_article_of_a_page_is_read_with_its_byline(tmp_path: Path) -> None:
    article = import_file(_page(tmp_path, PAGE.format(text="".join(f"<p>{text}</p>" for text in TEXT))))
    byline = Byline("Un train dans la capitale", "Le Site", date(2023, 1, 6), "https://example.org/train")
    assert article == Article("train", "fr", byline, TEXT)


def test_deep_nesting_loses_no_text(tmp_path: Path) -> None:
    deep = "<div>" * 400 + "".join(f"<p>{text}</p>" for text in TEXT) + "</div>" * 400
    assert TEXT[0] in import_file(_page(tmp_path, PAGE.format(text=deep))).paragraphs


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<html><body></body></html>", "there is no article in it"),
        ("<div>" * 3000 + "<p>text</p>", "its HTML is nested too deeply"),
    ],
)
def test_a_page_without_readable_article_gets_one_clear_line(tmp_path: Path, page: str, why: str) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        import_file(_page(tmp_path, page))
    assert str(caught.value) == f"train.html: {why}"


def test_a_page_that_would_take_for_ever_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "TIME_LIMIT", 3.0)
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    with pytest.raises(UnreadableArticle, match="could not be read in 3 s"):
        import_file(_page(tmp_path, f"<html><body><p {attributes}>text</p></body></html>"))
