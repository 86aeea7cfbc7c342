"""A saved web page as an article, read in a process that can be killed."""

import json
import subprocess
import sys
from datetime import date

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.frontmatter import web_address
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.unsaid import article_id, date_in_name, title_and_text

TIME_LIMIT = 30.0  # seconds; an ordinary page takes one, most of it to start


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
    command = [sys.executable, "-I", "-m", "corpus.importers.extraction"]
    try:
        child = subprocess.run(  # noqa: S603  (our own module, nothing of the page on the command line)
            command, input=text.encode(), capture_output=True, timeout=TIME_LIMIT, check=True
        )
        found = json.loads(child.stdout)
    except subprocess.TimeoutExpired as error:
        raise UnreadableArticle(name, reason("html_slow", seconds=round(TIME_LIMIT))) from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise UnreadableArticle(name, reason("html")) from error
    if "error" in found:
        raise UnreadableArticle(name, reason(found["error"]))
    return {key: value for key, value in found.items() if isinstance(value, str)}


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
