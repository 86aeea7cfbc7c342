"""How files become articles of the library, one at a time so that a bad one stops nothing."""

from collections.abc import Iterable
from pathlib import Path

from corpus.errors import UnreadableArticle
from corpus.importers import find_files, import_files
from corpus.library import Library
from rag.answer import AddReport, Skipped
from rag.lines import told


def add_files(paths: Iterable[Path | str], folder: Path) -> AddReport:
    """Imports the files of ``paths`` into the library in ``folder``; a copy of an article there is skipped.

    :raises NoArticles: a path without any readable kind of file.
    """
    library = Library(folder)
    outcomes: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    skipped: list[Skipped] = []
    files = [file for given in paths for file in find_files(Path(given))]
    texts = {article.paragraphs: article.id for article in library.read_all()[0]}
    for path, article in import_files(files):
        if isinstance(article, UnreadableArticle):
            skipped.append(Skipped(str(path), article.why))
        elif texts.setdefault(article.paragraphs, article.id) != article.id:
            skipped.append(Skipped(str(path), told("same_text", other=texts[article.paragraphs])))
        else:
            outcomes[library.put(article)].append(article.id)
    return AddReport(
        tuple(outcomes["added"]), tuple(outcomes["changed"]), tuple(outcomes["unchanged"]), tuple(skipped)
    )
