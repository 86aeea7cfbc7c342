"""Files as articles: one module per kind of file, one clear line for each that cannot be read."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from corpus.article import Article
from corpus.errors import NoArticles, UnreadableArticle
from corpus.frontmatter import render
from corpus.importers import html, md, txt
from corpus.importers.reading import read_text, shown
from corpus.passage import text_hash
from corpus.reasons import reason

MAX_PARAGRAPHS = 10_000  # as many as the largest file has of ordinary length; a table has millions

_KINDS: dict[str, Callable[[str, str], Article]] = {
    ".md": md.article_from,
    ".txt": txt.article_from,
    ".html": html.article_from,
    ".htm": html.article_from,
}


def import_file(path: Path) -> Article:
    """The article in the file ``path``, read by its suffix (.md, .txt, .html or .htm).

    :raises UnreadableArticle: another kind of file, or a binary, empty, too large or forbidden one.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableArticle(path, reason("kind", suffix=path.suffix or reason("no_suffix")))
    name = shown(Path(path.name))
    article = kind(read_text(path), name)
    if (count := len(article.paragraphs)) > MAX_PARAGRAPHS:
        raise UnreadableArticle(name, reason("paragraphs", count=count, limit=MAX_PARAGRAPHS))
    return article


def import_files(paths: Iterable[Path]) -> Iterator[tuple[Path, Article | UnreadableArticle]]:
    """Each file of ``paths`` with its article, or with the reason why there is none.

    Different articles in files of one name keep apart: the later ones' ids end in a mark of their content.
    """
    seen: dict[str, str] = {}
    for path in paths:
        try:
            article = import_file(path)
        except UnreadableArticle as error:
            yield path, error
            continue
        content = text_hash(render(article))
        if seen.setdefault(article.id, content) != content:
            article = replace(article, id=f"{article.id[:111]}-{content[:8]}")
        yield path, article


def find_files(path: Path) -> tuple[Path, ...]:
    """The files to import from ``path``: itself, or all .md, .txt and .html files below a folder, sorted.

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
