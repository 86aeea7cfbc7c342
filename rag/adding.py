"""How files, pages and feeds become articles of the library, one by one so that a bad one stops nothing."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.errors import UnreadableArticle
from corpus.importers import Outcome, find_files, import_address, import_files
from corpus.importers.addresses import is_address
from corpus.library import Library
from rag.answer import NEWEST, AddReport, Skipped
from rag.lines import told


def add_sources(
    given: Iterable[Path | str],
    folder: Path,
    *,
    limit: int = NEWEST,
    private: bool = False,
    begun: Callable[[str], None] | None = None,
) -> AddReport:
    """Imports files, folders, pages and feeds into the library in ``folder``; copies of articles are skipped.

    Of a feed the ``limit`` newest items are read; ``private`` allows to fetch from this machine and from
    private networks; ``begun`` is told the name of each thing as it comes.

    :raises NoArticles: a path without any readable kind of file; nothing has been asked for then.
    """
    library = Library(folder)
    outcomes: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    skipped: list[Skipped] = []
    sources = [source for one in given for source in _sources(one)]
    texts = {article.paragraphs: article.id for article in library.read_all()[0]}
    for name, article in _imported(sources, limit, private, begun or (lambda _: None)):
        if isinstance(article, UnreadableArticle):
            skipped.append(Skipped(name, article.why))
        elif texts.setdefault(article.paragraphs, article.id) != article.id:
            skipped.append(Skipped(name, told("same_text", other=texts[article.paragraphs])))
        else:
            outcomes[library.put(article)].append(article.id)
    return AddReport(
        tuple(outcomes["added"]), tuple(outcomes["changed"]), tuple(outcomes["unchanged"]), tuple(skipped)
    )


def _sources(one: Path | str) -> tuple[Path | str, ...]:
    """An address as it is, a path as the files that it stands for."""
    return (one,) if isinstance(one, str) and is_address(one) else find_files(Path(one))


def _imported(
    sources: list[Path | str], limit: int, private: bool, begun: Callable[[str], None]
) -> Iterator[tuple[str, Outcome]]:
    """Files first, then what has to be waited for."""
    files = [source for source in sources if isinstance(source, Path)]
    for name, outcome in import_files(files, limit):
        begun(name)
        yield name, outcome
    addresses = [source for source in sources if isinstance(source, str)]
    if not addresses:
        return
    from corpus.importers.fetching import Wire

    for address in dict.fromkeys(addresses):
        begun(address)
        for name, outcome in import_address(address, Wire(private), limit):
            begun(name)
            yield name, outcome
