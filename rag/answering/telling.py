"""What whole articles name, so that a question about Pelé is not answered from an article without him."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from rag.answering.names import keys_of

if TYPE_CHECKING:
    from rag.index.reading import Index

Naming = Callable[[str], frozenset[str]]


class Telling:
    """The name keys of an article's title and passages by its id, kept while the index stays the same."""

    def __init__(self, index: "Callable[[], Index]") -> None:
        self._index = index
        self._lock = Lock()
        self._generation = ""
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, article_id: str) -> frozenset[str]:
        """The keys (`rag.answering.names.name_key`) of all its words. Raises as `Assistant.ask`."""
        index = self._index()
        with self._lock:
            if index.generation != self._generation:
                self._generation, self._known = index.generation, {}
            if article_id not in self._known:
                (passages,) = index.of_articles([article_id])
                titles = [passage.byline.title for passage in passages[:1]]
                self._known[article_id] = keys_of([*titles, *(passage.text for passage in passages)])
            return self._known[article_id]
