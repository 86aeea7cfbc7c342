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

_KINDS: dict[str, Callable[[str, str], Article]] = {
    ".md": md.article_from,
    ".txt": txt.article_from,
    ".html": html.article_from,
    ".htm": html.article_from,
}


def import_file(path: Path) -> Article:
    """The article in the file ``path``, read by its suffix (.md, .txt, .html or .htm).

    :raises UnreadableArticle: another kind of file, or one that is binary, empty, too large or not permitted.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        suffix = path.suffix or "a file without suffix"
        raise UnreadableArticle(f"{shown(path)}: {suffix} cannot be read; convert it to .txt, .md or .html")
    return kind(read_text(path), shown(Path(path.name)))


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
        raise NoArticles(f"{shown(path)}: there is no such file or folder")
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(folder, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in _KINDS
        ]
    if not found:
        raise NoArticles(f"{shown(path)}: there is no .md, .txt or .html file in it")
    return tuple(sorted(found))
