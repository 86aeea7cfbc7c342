"""Files and addresses as articles: one module per kind, one clear line for each that cannot be read."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.errors import NoArticles, UnreadableArticle
from corpus.frontmatter import render
from corpus.importers import html, md, txt
from corpus.importers.reading import decoded, of_fair_length, read_bytes, shown
from corpus.passage import text_hash
from corpus.reasons import reason

if TYPE_CHECKING:
    from corpus.importers.fetching import Wire

Outcome = Article | UnreadableArticle


def _pdf(data: bytes, name: str) -> Article:
    from corpus.importers.pdf import article_from

    return article_from(data, name)


def _of_text(article_from: Callable[[str, str], Article]) -> Callable[[bytes, str], Article]:
    return lambda data, name: article_from(decoded(data, name), name)


_KINDS: dict[str, Callable[[bytes, str], Article]] = {
    ".md": _of_text(md.article_from),
    ".txt": _of_text(txt.article_from),
    ".html": _of_text(html.article_from),
    ".htm": _of_text(html.article_from),
    ".pdf": _pdf,
}
_FEEDS = (".xml", ".rss", ".atom")  # only when named: what else is XML in a folder is no article


def import_file(path: Path) -> Article:
    """The article in the file ``path``, read by its suffix (.md, .txt, .html, .htm or .pdf).

    :raises UnreadableArticle: another kind of file, or a binary, empty, too large or forbidden one.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableArticle(path, reason("kind", suffix=path.suffix or reason("no_suffix")))
    name = shown(Path(path.name))
    return of_fair_length(kind(read_bytes(path), name), name)


def import_files(paths: Iterable[Path], limit: int) -> Iterator[tuple[str, Outcome]]:
    """Each file of ``paths`` with its article, or with the reason why there is none.

    Different articles in files of one name keep apart: the later ones' ids end in a mark of their content.
    Of a feed the ``limit`` newest items are read, by their own texts: nobody has named an address.
    """
    seen: dict[str, str] = {}
    for path in paths:
        try:
            if path.suffix.lower() in _FEEDS:
                yield from _items(path, limit)
                continue
            article = import_file(path)
        except UnreadableArticle as error:
            yield str(path), error
            continue
        content = text_hash(render(article))
        if seen.setdefault(article.id, content) != content:
            article = replace(article, id=f"{article.id[:111]}-{content[:8]}")
        yield str(path), article


def import_address(url: str, wire: "Wire", limit: int) -> Iterator[tuple[str, Outcome]]:
    """The page at ``url`` with its article, or each of the ``limit`` newest items of the feed there."""
    from corpus.importers.feed import articles_in, feed_from
    from corpus.importers.fetching import fetch
    from corpus.importers.url import article_at, article_of, kind_of

    try:
        page = fetch(url, wire)
        if kind_of(page) == "feed":
            feed = feed_from(page.data, url, page.url, page.charset)
            yield from articles_in(feed, limit, lambda link: article_at(link, wire))
        else:
            yield url, article_of(page, url)
    except UnreadableArticle as error:
        yield url, error


def find_files(path: Path) -> tuple[Path, ...]:
    """The files to import from ``path``: itself, or all files of these kinds below a folder, sorted.

    Hidden files and folders are left out, links to folders not followed.

    :raises NoArticles: nothing is there, or a folder without any such file.
    """
    if path.is_file():
        return (path,)
    if not path.exists():
        raise NoArticles(reason("of_file", name=path, why=reason("absent")))
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(folder, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in _KINDS
        ]
    if not found:
        raise NoArticles(reason("of_file", name=path, why=reason("none_inside")))
    return tuple(sorted(found))


def _items(path: Path, limit: int) -> Iterator[tuple[str, Outcome]]:
    from corpus.importers.feed import articles_in, feed_from

    yield from articles_in(feed_from(read_bytes(path), shown(Path(path.name))), limit, None)
