"""The items of an RSS 2.0 or Atom feed as articles: by their own text, or by the page that they link to."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.frontmatter import web_address
from corpus.importers.addresses import address_id
from corpus.importers.apart import read_apart
from corpus.importers.reading import decoded, of_fair_length
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.unsaid import article_id, title_and_text

_ENCODING = re.compile(rb"\s*<\?xml[^>]{1,100}encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n]+")
_LONGEST_TITLE = 300  # characters; those of the press stay below 120
_UNFINISHED = ("…", "...", "[…]", "[...]", "[&hellip;]")  # ends of a text that goes on elsewhere


class Item(NamedTuple):
    """One item: what it says, its address None unless http(s), ``moment`` in UTC."""

    title: str
    link: str | None
    mark: str
    moment: datetime | None
    paragraphs: tuple[str, ...]
    whole: bool

    @property
    def id(self) -> str:
        """The id of its article, the same each time the feed is read."""
        if self.link:
            return address_id(self.link)
        return f"{article_id(self.title + '.item')[:100].rstrip('-')}-{self.mark}"


class Feed(NamedTuple):
    """The name of a feed, and its items, the newest first."""

    source: str
    items: tuple[Item, ...]


def feed_from(data: bytes, name: str, address: str = "", charset: str | None = None) -> Feed:
    """The feed in ``data``, which came from ``address`` in ``charset``, or from a file called ``name``.

    :raises UnreadableArticle: no feed, one with entities of its own, or an empty one.
    """
    declared = _ENCODING.match(data)
    text = decoded(data, name, charset or (declared[1].decode("ascii", "replace") if declared else None))
    found = read_apart("feed", text.removeprefix("\ufeff").lstrip().encode(errors="replace"), name)
    base = web_address(urljoin(address, _text(found, "link"))) or address
    host = (urlsplit(base).hostname or "").removeprefix("www.")
    items = [_item(item, address or base) for item in found["items"]]
    if not items:
        raise UnreadableArticle(name, reason("feed_empty"))
    return Feed(_line(_text(found, "title")) or host or name, _newest(items))


def articles_in(
    feed: Feed, limit: int, linked: Callable[[str], Article] | None
) -> Iterator[tuple[str, Article | UnreadableArticle]]:
    """The ``limit`` newest items, each by its address or title, with its article or why there is none.

    ``linked`` gives the article at an address; None: nothing may be asked for. Equal ids come once.
    """
    chosen: dict[str, Item] = {}
    for item in feed.items[:limit]:
        chosen.setdefault(item.id, item)
    for item in chosen.values():
        name = item.link or item.title or item.id
        try:
            yield name, _article(item, name, feed.source, linked)
        except UnreadableArticle as error:
            yield name, error


def _article(item: Item, name: str, source: str, linked: Callable[[str], Article] | None) -> Article:
    """The article of ``item``: its own text when that is whole, else that of the page."""
    published = item.moment.date() if item.moment else None
    if item.whole or (item.paragraphs and not item.link):
        return _own(item, source, published)
    if not item.link:
        raise UnreadableArticle(name, reason("item_unlinked"))
    if not linked:
        raise UnreadableArticle(name, reason("item_elsewhere"))
    article = linked(item.link)
    if article.byline.published or not published:
        return article
    return replace(article, byline=replace(article.byline, published=published))


def _own(item: Item, source: str, published: date | None) -> Article:
    title, paragraphs = item.title, item.paragraphs
    language = identify(" ".join((title, *paragraphs)))
    if not title:
        title, paragraphs = title_and_text(paragraphs, language)
    article = Article(item.id, language, Byline(title, source, published, item.link), paragraphs)
    return of_fair_length(article, item.link or title)


def _item(found: Mapping[str, Any], base: str) -> Item:
    text, summary = (blocks(clean(_text(found, key))) for key in ("text", "summary"))
    title, link = _line(_text(found, "title")), _text(found, "link")
    mark = _text(found, "id") or f"{title} {_text(found, 'date')}"
    return Item(
        title=title,
        link=web_address(urljoin(base, link)) if link else None,
        mark=sha256(mark.encode(errors="replace")).hexdigest()[:10],
        moment=_moment(_text(found, "date")),
        paragraphs=text or summary,
        whole=bool(text) and text != summary and not text[-1].endswith(_UNFINISHED),
    )


def _newest(items: Sequence[Item]) -> tuple[Item, ...]:
    """``items`` by their moments, or as they come when some have none: feeds begin with the newest."""
    dated = [(item.moment, item) for item in items if item.moment]
    if len(dated) < len(items):
        return tuple(items)
    return tuple(item for _, item in sorted(dated, key=lambda pair: pair[0], reverse=True))


def _moment(said: str) -> datetime | None:
    """A date of RSS (RFC 822) or of Atom (RFC 3339), in UTC; None for any other."""
    from email.utils import parsedate_to_datetime  # it loads what talks to networks

    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(said)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _line(text: str) -> str:
    """``text`` on one line, its no-break spaces kept, cut where no headline ends."""
    return _SPACES.sub(" ", clean(text)).strip()[:_LONGEST_TITLE].rstrip()
