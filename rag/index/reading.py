"""The read side of the index: one complete, verified generation, or a refusal that says what to do."""

import shutil
import weakref
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
from numpy.typing import NDArray

from corpus.article import LANGUAGES, Article, Byline, Language, Passage
from corpus.reasons import system_reason
from rag.answer import Filters, IndexReport
from rag.errors import DamagedIndex, ForeignIndex, NoIndex, Unavailable
from rag.index.catalogue import Entry, article_digest, difference, read_catalogue
from rag.index.embedder import Embedder
from rag.index.generations import Current, read_current
from rag.index.layout import CANARY, CATALOGUE, CHROMA, place_of
from rag.index.manifest import Manifest, read_manifest, same_model, verify
from rag.index.shelf import Scored, Shelf
from rag.index.store import PassageStore
from rag.lines import told
from rag.settings import Settings


def open_index(settings: Settings, embedder: Embedder) -> "Index":
    """The generation that serves, verified file by file before Chroma sees it.

    The folder of the index is only read: Chroma writes when it opens, so it gets a private copy.

    :raises NoIndex: nothing is indexed yet.
    :raises DamagedIndex: a file or collection is not what was written.
    :raises ForeignIndex: another model, version or Chroma made it.
    """
    current = read_current(settings.index)
    try:
        return _open(settings, embedder, current)
    except (DamagedIndex, OSError) as error:
        if read_current(settings.index) != current:  # a writer moved on and removed what we were reading
            return open_index(settings, embedder)
        if isinstance(error, OSError):
            why = system_reason(error)
            raise Unavailable(told("index_not_opened", index=settings.index, why=why)) from error
        raise


class Index:
    """An open generation; safe to share between threads, closed when nothing refers to it any more."""

    def __init__(
        self,
        folder: Path,
        current: Current,
        entries: tuple[Entry, ...],
        shelves: Mapping[Language, Shelf],
        store: PassageStore,
    ) -> None:
        """``folder`` is that of all generations, ``current`` the one that was opened."""
        self._folder = folder
        self._current = current
        self._entries = entries
        self._shelves = shelves
        self._store = store

    @property
    def generation(self) -> str:
        """The name of the generation, ``gen-000001`` and so on."""
        return self._current.name

    def stale(self) -> bool:
        """Whether another generation serves by now."""
        try:
            return read_current(self._folder) != self._current
        except (NoIndex, DamagedIndex):
            return False  # what is open was verified and goes on serving

    def behind(self, articles: Iterable[Article]) -> IndexReport:
        """What a synchronisation with ``articles`` would report; its passages are those there are now."""
        wanted = {article.id: article_digest(article) for article in articles}
        served = {entry.article_id: entry.digest for entry in self._entries}
        return difference(wanted, served, sum(len(entry.passages) for entry in self._entries))

    def articles(self) -> tuple[tuple[str, Byline, Language, int], ...]:
        """Id, byline, language and number of passages of each article, by id."""
        return tuple((e.article_id, e.byline, e.language, len(e.passages)) for e in self._entries)

    def dense(self, vector: NDArray[np.float32], k: int, filters: Filters, language: Language) -> Scored:
        """The ``k`` passages of ``language`` nearest to a unit ``vector``, with cosines, ties by id.

        Chroma proposes twice as many, which are ranked by their exact cosine. Every admitted passage is
        compared instead when there are filters, which in Chroma cost time for each row that they drop,
        and when a passage that was not proposed could tie with the last of the ``k``.
        """
        shelf = self._shelves.get(language)
        if shelf is None or k < 1:
            return ()
        allowed = shelf.allowed(filters)
        if allowed is None:
            proposed = self._store.nearest(language, vector, min(2 * k, len(shelf.ids)))
            rows = sorted(shelf.rows[identifier] for identifier in proposed if identifier in shelf.rows)
            ranked = shelf.rank(vector, len(rows), np.array(rows, np.intp))
            if len(rows) == len(shelf.ids) or (len(rows) > k and ranked[-1][1] < ranked[k - 1][1]):
                return ranked[:k]
        return shelf.exact(vector, k, allowed)

    def lexical(self, query: str, k: int, filters: Filters, language: Language) -> Scored:
        """The ``k`` passages of ``language`` with the best BM25 scores for ``query``, ties by id."""
        shelf = self._shelves.get(language)
        return () if shelf is None or k < 1 else shelf.lexical.search(query, k, shelf.allowed(filters))

    def words(self, language: Language) -> Mapping[str, int]:
        """How often each word stands in the articles of ``language``, as it is written there."""
        shelf = self._shelves.get(language)
        return shelf.lexical.words if shelf else {}

    def knows(self, word: str) -> bool:
        """Whether an article of either language holds ``word`` in one of its forms."""
        return any(shelf.lexical.knows(word) for shelf in self._shelves.values())

    def passages(self, ids: Sequence[str]) -> tuple[Passage, ...]:
        """The passages of ``ids``, in their order.

        :raises KeyError: an id that is not of this generation.
        """
        by_id: dict[str, Passage] = {}
        for language, shelf in self._shelves.items():
            own = [identifier for identifier in dict.fromkeys(ids) if identifier in shelf.rows]
            by_id.update((passage.id, passage) for passage in self._store.passages(language, own))
        return tuple(by_id[identifier] for identifier in ids)

    def of_articles(self, article_ids: Sequence[str]) -> tuple[tuple[Passage, ...], ...]:
        """The passages of each article in reading order.

        :raises KeyError: an id that is not of this generation.
        """
        wanted = set(article_ids)
        entries = {entry.article_id: entry for entry in self._entries if entry.article_id in wanted}
        ids = [f"{name}#p{index}" for name in article_ids for index in sorted(entries[name].passages)]
        found = iter(self.passages(ids))
        return tuple(tuple(next(found) for _ in entries[name].passages) for name in article_ids)

    def vectors(self, ids: Sequence[str]) -> NDArray[np.float32]:
        """The unit vectors of ``ids`` (at least one), in their order: (n, dimension).

        :raises KeyError: an id that is not of this generation.
        """
        by_id = {
            identifier: shelf.vectors[shelf.rows[identifier]]
            for shelf in self._shelves.values()
            for identifier in ids
            if identifier in shelf.rows
        }
        return np.array([by_id[identifier] for identifier in ids], np.float32)


def refuse_foreign(settings: Settings, embedder: Embedder, manifest: Manifest) -> None:
    """Checks that this model and this Chroma made the generation of ``manifest``; loads no model.

    :raises ForeignIndex: another one did.
    """
    if manifest.embedder != embedder.fingerprint:
        raise ForeignIndex(told("other_model", made=manifest.embedder, asked=embedder.fingerprint))
    if manifest.server != settings.chroma:
        own = told("own_folder")
        raise ForeignIndex(told("other_place", made=manifest.server or own, asked=settings.chroma or own))


def check_collections(store: PassageStore, manifest: Manifest) -> None:
    """Checks that ``store`` holds as many passages as ``manifest`` says.

    :raises DamagedIndex: it does not.
    """
    for language in LANGUAGES:
        expected, found = manifest.counts[language], store.count(language)
        if found != expected:
            counts = told("chroma_counts", found=found, language=language, expected=expected)
            raise DamagedIndex(counts)


def _open(settings: Settings, embedder: Embedder, current: Current) -> Index:
    manifest = read_manifest(settings.index, current)
    refuse_foreign(settings, embedder, manifest)
    folder = settings.index / current.name
    with ExitStack() as parts:
        copy = Path(mkdtemp(prefix="depeche-"))
        parts.callback(shutil.rmtree, copy, ignore_errors=True)
        verify(folder, manifest, copy, CHROMA)
        entries = read_catalogue(folder / CATALOGUE)
        spoken = [language for language in LANGUAGES if manifest.counts[language]]
        shelves = {language: Shelf.load(folder, language, entries) for language in spoken}
        store = PassageStore.open(place_of(settings, current.name, copy))
        parts.callback(store.close)
        check_collections(store, manifest)
        _check_answers(store, shelves)
        _check_canary(embedder, manifest)
        index = Index(settings.index, current, entries, shelves, store)
        weakref.finalize(index, parts.pop_all().close)
    return index


def _check_answers(store: PassageStore, shelves: Mapping[Language, Shelf]) -> None:
    for language, shelf in shelves.items():
        found = store.nearest(language, shelf.vectors[0], 1)
        if not found or found[0] not in shelf.rows:
            raise DamagedIndex(told("chroma_lost", language=language))


def _check_canary(embedder: Embedder, manifest: Manifest) -> None:
    if not same_model(manifest.canary, embedder.embed_query(CANARY)):
        raise ForeignIndex(told("other_vectors", model=embedder.fingerprint))
