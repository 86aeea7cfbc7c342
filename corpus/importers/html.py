"""A saved web page as an article, read in a process that can be killed."""

from datetime import date
from typing import Any

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.frontmatter import web_address
from corpus.importers.apart import read_apart
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.unsaid import article_id, date_in_name, title_and_text


def article_from(text: str, name: str) -> Article:
    """The article in ``text``, the content of a file called ``name``, with what the page says of it.

    :raises UnreadableArticle: no article in it, or HTML that takes too much time or memory.
    """
    found = _extracted(text, name)
    paragraphs = blocks("\n\n".join(clean(found.get("text", "")).split("\n")))
    title = " ".join(clean(found.get("title", "")).split("\n")).strip()
    paragraphs = paragraphs[1:] if paragraphs[:1] == (title,) else paragraphs
    if not paragraphs:
        raise UnreadableArticle(name, reason("no_article"))
    language = identify(" ".join(paragraphs))
    if not title:
        title, paragraphs = title_and_text(paragraphs, language)
    source = clean(found.get("sitename", "") or found.get("hostname", "")).strip() or name
    published = _date(found.get("date", "")) or date_in_name(name)
    byline = Byline(title=title, source=source, published=published, url=web_address(found.get("url")))
    return Article(article_id(name), language, byline, paragraphs)


def _extracted(text: str, name: str) -> dict[str, str]:
    """What the child process found, text fields only."""
    found: dict[str, Any] = read_apart("html", text.encode(errors="replace"), name)
    return {key: value for key, value in found.items() if isinstance(value, str)}


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
