"""How files, pages and feeds become articles of the library, one by one so that a bad one stops nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Unpack

from corpus.article import Article
from corpus.errors import UnreadableArticle
from corpus.importers import Outcome, find_files, import_address, import_files
from corpus.importers.addresses import is_address
from corpus.library import Library
from rag.answer import NEWEST, AddOptions, AddReport, Skipped
from rag.lines import told


def add_sources(
    given: Iterable[Path | str], folder: Path, **options: Unpack[AddOptions]
) -> AddReport:
    """Imports files, folders, pages and feeds into the library in ``folder``; copies of articles are skipped.

    :raises NoArticles: a path without any readable kind of file; nothing has been asked for then.
    """
    library = Library(folder)
    outcomes: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    skipped: list[Skipped] = []
    sources = [source for one in given for source in _sources(one)]
    held = library.read_all()[0]
    texts = {article.paragraphs: article.id for article in held}
    days = {article.id: article.byline.published for article in held}
    for name, article in _imported(sources, options):
        if isinstance(article, UnreadableArticle):
            skipped.append(Skipped(name, article.why))
        elif texts.setdefault(article.paragraphs, article.id) != article.id:
            skipped.append(Skipped(name, told("same_text", other=texts[article.paragraphs])))
        else:
            if is_address(name):
                article = _dated(article, days)
            outcomes[library.put(article)].append(article.id)
    return AddReport(
        tuple(outcomes["added"]), tuple(outcomes["changed"]), tuple(outcomes["unchanged"]), tuple(skipped)
    )


def _dated(article: Article, days: dict[str, date | None]) -> Article:
    """``article``; a page that does not say its day keeps the one in ``days``, which a feed told."""
    day = days[article.id] = article.byline.published or days.get(article.id)
    return replace(article, byline=replace(article.byline, published=day))


def _unheard(_: str) -> None:
    """Nobody wants to know how far it is."""


def _sources(one: Path | str) -> tuple[Path | str, ...]:
    """An address as it is, a path as the files that it stands for."""
    return (one,) if isinstance(one, str) and is_address(one) else find_files(Path(one))


def _imported(sources: list[Path | str], options: AddOptions) -> Iterator[tuple[str, Outcome]]:
    """Files first, then what has to be waited for."""
    limit, begun = options.get("limit", NEWEST), options.get("begun", _unheard)
    files = [source for source in sources if isinstance(source, Path)]
    for name, outcome in import_files(files, limit):
        begun(name)
        yield name, outcome
    addresses = [source for source in sources if isinstance(source, str)]
    if not addresses:
        return
    from corpus.importers.fetching import Wire

    wire = Wire(options.get("private", False))
    for address in dict.fromkeys(addresses):
        begun(address)
        for name, outcome in import_address(address, wire, limit):
            begun(name)
            yield name, outcome
