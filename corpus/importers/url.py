"""A page of the web as an article: what was fetched is read as a file of its kind would be."""

import re
from dataclasses import replace
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from corpus.article import Article
from corpus.errors import UnreadableArticle
from corpus.frontmatter import web_address
from corpus.importers import html, pdf, txt
from corpus.importers.addresses import address_id
from corpus.importers.fetching import Fetched, Wire, fetch
from corpus.importers.reading import decoded, of_fair_length
from corpus.reasons import reason
from corpus.unsaid import date_in_name

_HEAD = 2_048  # bytes in which a page says its charset (WHATWG asks for 1,024) and shows what it is
_FEED = re.compile(  # nothing is tried twice: hostile comments would take for ever
    rb"\A(?:\xef\xbb\xbf)?\s*+(?:(?><!--.*?-->|<\?.*?\?>|<!DOCTYPE[^<>]*+>)\s*+)*+<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_HTML = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_XML = frozenset(("application/xml", "text/xml", "application/rdf+xml"))


def article_at(url: str, wire: Wire) -> Article:
    """The article at ``url``, which is a page, a text or a PDF.

    :raises UnreadableArticle: see `corpus.importers.fetching.fetch`; a feed; no article in it.
    """
    return article_of(fetch(url, wire), url)


def article_of(page: Fetched, url: str) -> Article:
    """The article of ``page``, with the id that ``url`` gives, the address that was asked for.

    Title, date and name of the site are what the page says; its address is where it came from.

    :raises UnreadableArticle: a feed, or no article in it.
    """
    parts = urlsplit(page.url)
    host = (parts.hostname or "").removeprefix("www.")
    kind = kind_of(page)
    if kind == "pdf":
        article = pdf.article_from(page.data, host)
    elif kind == "html":
        article = html.article_from(decoded(page.data, url, page.charset or _declared(page.data)), host)
    elif kind == "text":
        article = txt.article_from(decoded(page.data, url, page.charset), host)
    elif kind == "feed":
        raise UnreadableArticle(url, reason("no_article"))
    else:
        raise UnreadableArticle(url, reason("media", media=page.media or "?"))
    article = of_fair_length(article, url)
    published = article.byline.published or _date_in(parts.path)
    byline = replace(article.byline, published=published, url=web_address(page.url))
    return replace(article, id=address_id(url), byline=byline)


def kind_of(page: Fetched) -> Literal["feed", "pdf", "html", "text", "other"]:
    """What ``page`` is: by its first bytes, else by its server; only what is called a text is one."""
    head = page.data[:_HEAD]
    if _FEED.match(head) or page.media in ("application/rss+xml", "application/atom+xml"):
        return "feed"
    if head.startswith(b"%PDF-") or page.media == "application/pdf":
        return "pdf"
    if page.media == "text/plain":
        return "text"
    if page.media in ("text/html", "application/xhtml+xml") or _HTML.search(head):
        return "html"
    return "feed" if page.media in _XML else "other"


def _declared(data: bytes) -> str | None:
    meta = _META.search(data[:_HEAD])
    return meta[1].decode("ascii", "replace") if meta else None


def _date_in(path: str) -> date | None:
    """The day that a path states as ``/2023/01/06/``, or as names of files do."""
    return date_in_name(path.replace("/", "-"))
