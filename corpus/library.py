"""The library: one Markdown file per article, readable and editable by hand; the index is derived from it."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Literal

from corpus.article import Article, is_article_id
from corpus.errors import UnknownArticle, UnreadableArticle, UnwritableLibrary
from corpus.frontmatter import parse, render
from corpus.importers.reading import read_text
from corpus.passage import text_hash
from corpus.reasons import reason, system_reason
from corpus.unsaid import article_id
from corpus.wording import Line


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

    def read_all(self) -> tuple[tuple[Article, ...], tuple[tuple[Path, Line], ...]]:
        """The articles sorted by id, and the files that are none, each with the reason."""
        good: list[Article] = []
        bad: list[tuple[Path, Line]] = []
        for path, article in self._read():
            if isinstance(article, UnreadableArticle):
                bad.append((path, article.why))
            else:
                good.append(article)
        return tuple(good), tuple(bad)

    def get(self, identifier: str) -> Article:
        """The article of this id.

        :raises UnknownArticle: there is none.
        :raises UnreadableArticle: its file is damaged.
        """
        return _read_article(self._known(identifier))

    def put(self, article: Article) -> Literal["added", "changed", "unchanged"]:
        """Write ``article``, in place of the one with its id if there is one; all or nothing.

        :raises UnwritableLibrary: the folder cannot be written.
        """
        path = self._find(article.id)
        if path is not None and _same(path, article):
            return "unchanged"
        _write(path or self.folder / f"{article.id}.md", render(article))
        return "changed" if path else "added"

    def remove(self, identifier: str) -> None:
        """Delete the file of the article of this id.

        :raises UnknownArticle: there is none.
        :raises UnwritableLibrary: it cannot be deleted.
        """
        path = self._known(identifier)
        try:
            path.unlink()
        except OSError as error:
            raise UnwritableLibrary(reason("not_deleted", path=path, why=system_reason(error))) from error

    def digest(self) -> str:
        """SHA-256 over the ids and contents of all readable articles, 64 hexadecimal digits."""
        total = sha256()
        for article in self.read_all()[0]:
            total.update(f"{article.id} {text_hash(render(article))}\n".encode())
        return total.hexdigest()

    def paths(self) -> tuple[Path, ...]:
        """The files of the library, sorted by article id; of one id, the nearest to the top first."""
        found = ((article_id(name), folder.count(os.sep), folder, name) for folder, name in self._names())
        return tuple(Path(folder, name) for _, _, folder, name in sorted(found))

    def _names(self) -> Iterator[tuple[str, str]]:
        """Folder and name of each file, as text: adding an article to thousands looks at them all."""
        for folder, _, names in os.walk(self.folder):
            yield from ((folder, name) for name in names if name.endswith(".md") and name[0] != ".")

    def _read(self) -> Iterator[tuple[Path, Article | UnreadableArticle]]:
        taken: dict[str, Path] = {}
        for path in self.paths():
            identifier = article_id(path.name)
            if identifier in taken:
                why = reason("id_taken", id=identifier, other=taken[identifier])
                yield path, UnreadableArticle(path, why)
                continue
            taken[identifier] = path
            try:
                yield path, _read_article(path)
            except UnreadableArticle as error:
                yield path, error

    def _find(self, identifier: str) -> Path | None:
        direct = self.folder / f"{identifier}.md"
        if is_article_id(identifier) and direct.is_file():
            return direct
        found = (Path(folder, name) for folder, name in self._names() if article_id(name) == identifier)
        return min(found, key=lambda path: (len(path.parts), str(path)), default=None)

    def _known(self, identifier: str) -> Path:
        if path := self._find(identifier):
            return path
        raise UnknownArticle(reason("unknown", id=identifier[:120]))


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
        raise UnwritableLibrary(reason("not_written", path=path, why=system_reason(error))) from error


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
