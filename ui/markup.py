"""The only doors from text to HTML: `Html` is made here alone, so that mypy sees what is not escaped."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import NewType
from urllib.parse import urlsplit

from corpus.article import Byline, Language
from corpus.text.dates import format_date
from ui.strings import say

Html = NewType("Html", str)
NOTHING = Html("")
_VOID = frozenset({"input"})  # elements without an end tag
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def safe(text: str) -> Html:
    """``text`` as inert HTML: no tag, no quote that ends an attribute, no brace that a template reads."""
    return Html(escape(text, quote=True).translate(_BRACES))


def tag(name: str, /, *inner: Html, **attributes: str | int | None) -> Html:
    """An element; ``class_`` is class and ``data_open`` data-open; an attribute of None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{safe(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>" if name in _VOID else f"<{name}{written}>{''.join(inner)}</{name}>")


def joined(parts: Iterable[Html]) -> Html:
    """``parts`` one after the other."""
    return Html("".join(parts))


def outward(url: str | None, label: str) -> Html:
    """A link to a web page, or nothing when ``url`` is not plain http or https."""
    if url is None or not _is_web(url):
        return NOTHING
    rel = "noopener noreferrer nofollow"
    return tag("a", safe(label), class_="outward", href=url, target="_blank", rel=rel)


def day(published: date | None, language: Language) -> Html:
    """The date of publication in words, machine-readable too; an unknown one is said to be unknown."""
    if published is None:
        return tag("span", safe(say("undated", language)), class_="day")
    words = safe(format_date(published, language))
    return tag("time", words, class_="day", datetime=published.isoformat())


def origin(byline: Byline, spoken: Language, language: Language) -> Html:
    """Outlet, date and language of an article on one line, by an interface in ``language``."""
    dot = tag("span", safe(" · "), aria_hidden="true")
    outlet = tag("span", safe(byline.source), class_="outlet")
    when = day(byline.published, language)
    return tag("p", outlet, dot, when, dot, badge(spoken, language), class_="origin")


def badge(spoken: Language, language: Language) -> Html:
    """FR or EN, with the language's name for those who hover."""
    return tag("abbr", safe(spoken.upper()), class_="tag", title=say(spoken, language))


def headline(article_id: str, paragraph: int | None, title: str, spoken: Language) -> Html:
    """A title that opens its article, at its top when ``paragraph`` is None."""
    return tag("p", opener(article_id, paragraph, title, css="headline"), lang=spoken)


def opener(
    article_id: str, paragraph: int | None, label: str, *, css: str = "opener", quotes: Iterable[str] = ()
) -> Html:
    """A button that opens an article at ``paragraph``, counted from 0, with ``quotes`` marked in it."""
    place = {"data_open": article_id, "data_paragraph": paragraph, "data_quotes": "\n".join(quotes) or None}
    return tag("button", safe(label), type="button", class_=css, **place)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return url.isprintable() and " " not in url and parts.scheme in ("http", "https") and bool(parts.hostname)
