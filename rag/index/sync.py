"""The index is made to match the library; a second run finds nothing to do."""

from collections.abc import Iterable, Mapping

from corpus.article import Article
from corpus.errors import CorpusError
from rag.answer import IndexReport
from rag.errors import DamagedIndex, ForeignIndex, NoIndex
from rag.index.building import build
from rag.index.catalogue import Entry, article_digest, difference, read_catalogue
from rag.index.embedder import Embedder
from rag.index.generations import read_current
from rag.index.layout import CATALOGUE, place_of
from rag.index.lock import cannot_write, writing
from rag.index.manifest import read_manifest, verify
from rag.index.reading import check_collections, refuse_foreign
from rag.index.store import PassageStore
from rag.lines import told
from rag.settings import Settings


def sync(
    settings: Settings, articles: Iterable[Article], embedder: Embedder, *, rebuild: bool = False
) -> IndexReport:
    """Makes the index hold exactly ``articles``; writes nothing when it already does.

    A new generation is built aside and takes over at once when it is complete. A damaged or foreign one
    counts as none, as any does with ``rebuild``: then every article is reported as added. Whatever the
    reason, only texts that no generation of this model holds are embedded.

    :raises IndexBusy: another process is writing.
    :raises Unavailable: the index folder cannot be written, or the Chroma server does not answer.
    :raises CorpusError: two articles have the same id.
    """
    with writing(settings.index):
        wanted = _by_id(articles)
        entries = None if rebuild else _serving(settings, embedder)
        served = {entry.article_id: entry.digest for entry in entries or ()}
        if entries is not None and _digests(wanted) == served:
            passages = sum(len(entry.passages) for entry in entries)
            return IndexReport(0, 0, 0, unchanged=len(wanted), passages=passages)
        try:
            passages = build(settings, tuple(wanted.values()), embedder)
        except OSError as error:
            raise cannot_write(settings.index, error) from error
        return difference(_digests(wanted), served, passages)


def _by_id(articles: Iterable[Article]) -> dict[str, Article]:
    wanted: dict[str, Article] = {}
    for article in articles:
        if article.id in wanted:
            raise CorpusError(told("same_id", id=article.id))
        wanted[article.id] = article
    return wanted


def _digests(articles: Mapping[str, Article]) -> dict[str, str]:
    return {identifier: article_digest(article) for identifier, article in articles.items()}


def _serving(settings: Settings, embedder: Embedder) -> tuple[Entry, ...] | None:
    """The articles of the generation that serves, if it is sound and this model and version made it."""
    try:
        current = read_current(settings.index)
        manifest = read_manifest(settings.index, current)
        refuse_foreign(settings, embedder, manifest)
        folder = settings.index / current.name
        verify(folder, manifest)
        if settings.chroma:
            store = PassageStore.open(place_of(settings, current.name, folder))
            try:
                check_collections(store, manifest)
            finally:
                store.close()
        return read_catalogue(folder / CATALOGUE)
    except (NoIndex, DamagedIndex, ForeignIndex):
        return None
