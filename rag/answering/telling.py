"""What whole articles name, so that a question about Pelé is not answered from an article without him."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from rag.answering.names import keys_of, spellings_of

if TYPE_CHECKING:
    from rag.index.reading import Index

Naming = Callable[[str], frozenset[str]]


class Telling:
    """The keys and spellings of an article's words by its id, kept while the index stays the same."""

    def __init__(self, index: "Callable[[], Index]") -> None:
        self._index = index
        self._lock = Lock()
        self._generation = ""
        self._known: dict[str, frozenset[str]] = {}

    def __call__(self, article_id: str) -> frozenset[str]:
        """All its words as `rag.answering.names` writes them. Raises as `Assistant.ask`."""
        index = self._index()
        with self._lock:
            if index.generation != self._generation:
                self._generation, self._known = index.generation, {}
            if article_id not in self._known:
                (passages,) = index.of_articles([article_id])
                texts = [*(passage.byline.title for passage in passages[:1]), *(p.text for p in passages)]
                self._known[article_id] = keys_of(texts) | spellings_of(texts)
            return self._known[article_id]
