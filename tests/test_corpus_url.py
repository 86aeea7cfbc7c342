"""Pages of the web as articles: what they say, with the address that they came from and an id of its own."""

from datetime import date
from pathlib import Path

import pytest
from served_pages import PUBLIC, Newspaper, Reply, Town, newspaper

from corpus.article import Article
from corpus.errors import UnreadableArticle
from corpus.importers import import_address
from corpus.importers.addresses import address_id
from corpus.importers.fetching import Fetched
from corpus.importers.url import article_of, kind_of
from corpus.library import Library

HERE = "https://www.journal.example"
TEXT = (
    "Le train est arrivé hier à l’aube dans la capitale, a annoncé le ministère. Il portait 3 € de chars.",
    "Le président s’est rendu dans la ville le 19 décembre pour une visite de travail, selon une agence.",
    "Les autorités du pays voisin disent craindre une attaque au printemps, comme au début de la guerre.",
)
PAGE = """<!doctype html><html lang="fr"><head>{meta}<title>Un train | Le Journal</title>
<meta property="og:title" content="Un train"><meta property="og:site_name" content="Le Journal">
<link rel="canonical" href="https://other.example/forged"></head><body><nav>Accueil</nav>
<article><h1>Un train</h1>{text}</article></body></html>"""


def page(meta: str = "") -> str:
    return PAGE.format(meta=meta, text="".join(f"<p>{text}</p>" for text in TEXT))


def fetched(data: bytes, media: str = "text/html", charset: str | None = None, path: str = "/a") -> Fetched:
    return Fetched(f"{HERE}{path}", media, charset, data)


def test_a_page_gives_title_site_and_date_and_its_address_is_where_it_came_from() -> None:
    article = article_of(fetched(page().encode(), path="/2023/01/06/train"), "http://short.example/x")
    assert article.paragraphs == TEXT
    assert article.id == address_id("http://short.example/x")
    assert (article.byline.title, article.byline.source) == ("Un train", "Le Journal")
    assert article.byline.published == date(2023, 1, 6)
    assert article.byline.url == f"{HERE}/2023/01/06/train"


@pytest.mark.parametrize(
    ("encoding", "charset", "meta"),
    [
        ("utf-8", None, ""), ("utf-8", "iso-8859-1", ""), ("iso-8859-15", "iso-8859-15", ""),
        ("iso-8859-15", None, '<meta charset="iso-8859-15">'), ("cp1252", "iso-8859-1", ""),
        ("cp1252", "no-such-charset", ""), ("cp1252", "utf-8", ""), ("utf-16", None, ""),
    ],
)  # fmt: skip
def test_every_charset_gives_the_same_text(encoding: str, charset: str | None, meta: str) -> None:
    data = page(meta).replace("’", "'" if encoding == "iso-8859-15" else "’").encode(encoding)
    article = article_of(fetched(data, charset=charset), f"{HERE}/a")
    assert [text.replace("'", "’") for text in article.paragraphs] == list(TEXT)


def test_a_text_has_its_host_for_a_source() -> None:
    article = article_of(fetched("\n\n".join(("Un train", *TEXT)).encode(), "text/plain"), f"{HERE}/a.txt")
    assert (article.byline.title, article.byline.source) == ("Un train", "journal.example")
    assert article.paragraphs == TEXT


@pytest.mark.parametrize(
    ("data", "media", "kind"),
    [
        (b"<html>", "text/html", "html"), (b"<p>x", "text/html", "html"), (b"<html>", "", "html"),
        (b"<!DOCTYPE html><html>", "application/xml", "html"), (b"<html>", "text/plain", "text"),
        (b"%PDF-1.4", "application/octet-stream", "pdf"), (b"x", "application/pdf", "pdf"),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "text/html", "feed"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<?style x?><feed xmlns='x'>", "text/plain", "feed"),
        (b"<rdf:RDF>", "text/xml", "feed"), (b"<x/>", "application/rss+xml", "feed"),
        (b"<x/>", "text/xml", "feed"), (b"x", "", "other"),
        (b"PK\x03\x04", "application/octet-stream", "other"),
    ],
)  # fmt: skip
def test_a_page_is_what_its_first_bytes_say(data: bytes, media: str, kind: str) -> None:
    assert kind_of(fetched(data, media)) == kind


@pytest.mark.timeout(10)
@pytest.mark.parametrize("hostile", [b"<?xml>", b"<!-- -->", b"<!--", b"<?x?>", b" ", b"<!DOCTYPE >", b"<"])
def test_hostile_first_bytes_take_no_time(hostile: bytes) -> None:
    assert kind_of(fetched(hostile * 999, "text/html")) == "html"


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"<html><body></body></html>"), "no_article"), (Reply(b"\0\1\2", "text/plain"), "binary"),
        (Reply(b"PK\3\4", "application/octet-stream"), "media"), (Reply(b"<rss/>", "text/xml"), "feed"),
        (Reply(b"x.\n\n" * 10_001, "text/plain"), "paragraphs"), (Reply(b"%PDF-", "application/pdf"), "pdf"),
        (Reply(status=404), "page_absent"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_article_is_told(reply: Reply, why: str) -> None:
    with newspaper() as press:
        press.pages["/a"] = reply
        ((name, outcome),) = import_address("http://journal.example/a", _town(press), 20)
    assert name == "http://journal.example/a"
    assert isinstance(outcome, UnreadableArticle)
    assert outcome.why.key == why


def test_a_page_added_again_is_unchanged_or_changed_and_never_doubled(tmp_path: Path) -> None:
    library = Library(tmp_path)
    with newspaper() as press:
        press.pages["/a"] = Reply(page().encode())
        outcomes = [_put(library, press, "http://journal.example/a") for _ in range(2)]
        press.pages["/a/?utm_source=fil"] = press.pages["/a"]
        outcomes.append(_put(library, press, "http://www.journal.example/a/?utm_source=fil#x"))
        press.pages["/a"] = Reply(page().replace("hier", "lundi").encode())
        outcomes.append(_put(library, press, "http://journal.example/a"))
    assert outcomes == ["added", "unchanged", "changed", "changed"]  # another address, then another text
    assert len(library.paths()) == 1


def _put(library: Library, press: Newspaper, url: str) -> str:
    ((_, article),) = import_address(url, _town(press), 20)
    assert isinstance(article, Article)
    return library.put(article)


def _town(press: Newspaper) -> Town:
    hosts: dict[str, tuple[str, ...]] = {"journal.example": (PUBLIC,), "www.journal.example": (PUBLIC,)}
    return Town(port=press.server_port, hosts=hosts)
