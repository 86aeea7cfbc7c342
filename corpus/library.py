"""The library: one Markdown file per article, readable and editable by hand; the index is derived from it."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Literal

from corpus.article import Article
from corpus.errors import UnknownArticle, UnreadableArticle, UnwritableLibrary
from corpus.frontmatter import parse, render
from corpus.importers.reading import read_text, shown
from corpus.passage import text_hash
from corpus.unsaid import article_id


class Library:
    """The articles in ``folder`` and its sub-folders; an article's id is the stem of its file's name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def articles(self) -> Iterator[Article]:
        """Every article, sorted by id.

        :raises UnreadableArticle: at the first file that is not an article, or whose id is taken.
        """
        for _, article in self._read():
            if isinstance(article, UnreadableArticle):
                raise article
            yield article

    def read_all(self) -> tuple[tuple[Article, ...], tuple[tuple[Path, str], ...]]:
        """The articles sorted by id, and the files that are none, each with the reason."""
        good: list[Article] = []
        bad: list[tuple[Path, str]] = []
        for path, article in self._read():
            if isinstance(article, UnreadableArticle):
                bad.append((path, str(article)))
            else:
                good.append(article)
        return tuple(good), tuple(bad)

    def get(self, identifier: str) -> Article:
        """The article of this id.

        :raises UnknownArticle: there is none.
        :raises UnreadableArticle: its file is damaged.
        """
        return _read_article(self._path_of(identifier))

    def put(self, article: Article) -> Literal["added", "changed", "unchanged"]:
        """Write ``article``, in place of the one with its id if there is one; all or nothing.

        :raises UnwritableLibrary: the folder cannot be written.
        """
        path = next((path for path in self.paths() if article_id(path.name) == article.id), None)
        if path is not None and _same(path, article):
            return "unchanged"
        _write(path or self.folder / f"{article.id}.md", render(article))
        return "changed" if path else "added"

    def remove(self, identifier: str) -> None:
        """Delete the file of the article of this id.

        :raises UnknownArticle: there is none.
        :raises UnwritableLibrary: it cannot be deleted.
        """
        path = self._path_of(identifier)
        try:
            path.unlink()
        except OSError as error:
            raise UnwritableLibrary(f"{shown(path)} cannot be deleted: {error.strerror}") from error

    def digest(self) -> str:
        """SHA-256 over the ids and contents of all readable articles, 64 hexadecimal digits."""
        total = sha256()
        for article in self.read_all()[0]:
            total.update(f"{article.id} {text_hash(render(article))}\n".encode())
        return total.hexdigest()

    def paths(self) -> tuple[Path, ...]:
        """The files of the library, sorted by article id and then by path."""
        found = (path for path in self.folder.rglob("*.md") if not path.name.startswith("."))
        return tuple(sorted(found, key=lambda path: (article_id(path.name), str(path))))

    def _read(self) -> Iterator[tuple[Path, Article | UnreadableArticle]]:
        taken: dict[str, Path] = {}
        for path in self.paths():
            identifier = article_id(path.name)
            if identifier in taken:
                yield path, UnreadableArticle(
                    f"{shown(path)}: its id {identifier} is that of {shown(taken[identifier])}; rename one"
                )
                continue
            taken[identifier] = path
            try:
                yield path, _read_article(path)
            except UnreadableArticle as error:
                yield path, error

    def _path_of(self, identifier: str) -> Path:
        for path in self.paths():
            if article_id(path.name) == identifier:
                return path
        raise UnknownArticle(f"no article has the id {identifier[:120]!r}; see the list of articles")


def open_library(home_library: Path, sample: Path) -> Library:
    """The library in ``home_library``, or the ``sample`` as long as that one is empty."""
    library = Library(home_library)
    return library if library.paths() else Library(sample)


def _read_article(path: Path) -> Article:
    return parse(read_text(path), path.name)


def _same(path: Path, article: Article) -> bool:
    try:
        return _read_article(path) == article
    except UnreadableArticle:
        return False


def _write(path: Path, text: str) -> None:
    """Write all of ``text`` or nothing: a reader and a crash see the old file or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.stem}-{token_hex(4)}.tmp")
        try:
            with temporary.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        if os.name == "posix":  # elsewhere a folder cannot be opened
            _sync_folder(path.parent)
    except OSError as error:
        raise UnwritableLibrary(f"{shown(path)} cannot be written: {error.strerror}") from error


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
