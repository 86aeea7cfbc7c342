"""Hybrid retrieval as a LangChain retriever: dense and lexical over both languages, fused."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.article import LANGUAGES, Passage
from corpus.text.language import identify
from rag.answer import Filters, Hit
from rag.answering.comparing import compared
from rag.answering.fusion import combine
from rag.answering.kinds import is_contested
from rag.answering.reordering import READ, in_reading_order

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun

# How deep each ranking is read before fusion: deeper changed no item of the evaluation set.
DEPTH = 50
# Passages looked at for either side of a comparison, besides those of the whole question.
OF_A_SIDE = 3


class PassageRetriever(BaseRetriever):
    """The ``k`` passages nearest to a question, as documents that carry their `Hit`.

    ``index`` is an open `rag.index.reading.Index`, ``embedder`` the one that made it; with a ``reader`` the
    nearest ones are read before the best are chosen. ``leads``: the opening paragraphs of their articles
    come besides, for an account is made of those.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Any
    embedder: Any
    reader: Any = None
    filters: Filters = Filters()
    k: int = 10
    leads: bool = False

    def _get_relevant_documents(
        self, query: str, *, run_manager: "CallbackManagerForRetrieverRun"  # noqa: ARG002
    ) -> list[Document]:
        found = self._read(query) if self.reader else self.hits(query)
        return [document_of(hit) for hit in (*found, *self._further(query, found))]

    def _further(self, query: str, found: Sequence[Hit]) -> tuple[Hit, ...]:
        """What the kind of question wants besides what is ``found`` for its words."""
        if self.leads:
            return self._leads(query, found)
        return self._beside(query, found) if is_contested(query) else self._of_sides(query, found)

    def _read(self, query: str) -> tuple[Hit, ...]:
        """The hits that the reader finds best among the nearest."""
        return in_reading_order(query, self.hits(query, READ), self.reader)[: self.k]

    def hits(self, query: str, k: int | None = None) -> tuple[Hit, ...]:
        """The hits themselves as fused, ``k`` or as many as are wanted, best first, ties by passage id."""
        vector = self.embedder.embed_query(query)
        dense = {lang: dict(self.index.dense(vector, DEPTH, self.filters, lang)) for lang in LANGUAGES}
        lexical = {lang: dict(self.index.lexical(query, DEPTH, self.filters, lang)) for lang in LANGUAGES}
        cosines = {identifier: cosine for found in dense.values() for identifier, cosine in found.items()}
        cosines |= self._cosines(vector, [i for found in lexical.values() for i in found if i not in cosines])
        fused = combine(cosines, *lexical.values())[: k or self.k]
        passages = self.index.passages([identifier for identifier, _ in fused])
        return tuple(
            Hit(
                passage,
                score,
                dense_rank=_rank(dense[passage.language], passage.id),
                lexical_rank=_rank(lexical[passage.language], passage.id),
                similarity=cosines[passage.id],
            )
            for passage, (_, score) in zip(passages, fused, strict=True)
        )

    def _of_sides(self, query: str, found: Sequence[Hit]) -> tuple[Hit, ...]:
        """The nearest passages to either side of a comparison that are not ``found`` for the whole."""
        comparison = compared(query, identify(query))
        known = {hit.passage.id: hit for hit in found}
        for side in comparison.sides if comparison else ():
            for hit in self.hits(side)[:OF_A_SIDE]:
                known.setdefault(hit.passage.id, replace(hit, score=0.0))
        return tuple(known.values())[len(found) :]

    def _beside(self, query: str, found: Sequence[Hit]) -> tuple[Hit, ...]:
        """What of the article of the first hit is not ``found``.

        Of several accounts the other stands beside the one that is found, in words less like the question.
        """
        articles = self.index.of_articles([hit.passage.article_id for hit in found[:1]])
        return self._unfound(query, found, [passage for passages in articles for passage in passages])

    def _leads(self, query: str, found: Sequence[Hit]) -> tuple[Hit, ...]:
        """The opening paragraphs of the articles ``found``: each sums up what the article tells."""
        articles = self.index.of_articles(list(dict.fromkeys(hit.passage.article_id for hit in found)))
        return self._unfound(query, found, [passages[0] for passages in articles if passages])

    def _unfound(self, query: str, found: Sequence[Hit], passages: Sequence[Passage]) -> tuple[Hit, ...]:
        """Those of ``passages`` that are not ``found``, with their cosines."""
        known = {hit.passage.id for hit in found}
        rest = [passage for passage in passages if passage.id not in known]
        cosines = self._cosines(self.embedder.embed_query(query), [passage.id for passage in rest])
        return tuple(Hit(passage, 0.0, similarity=cosines[passage.id]) for passage in rest)

    def _cosines(self, vector: Any, ids: list[str]) -> dict[str, float]:  # noqa: ANN401  (float32, (dim,))
        """The cosines of passages that their vectors did not bring up."""
        if not ids:
            return {}
        return dict(zip(ids, map(float, self.index.vectors(ids) @ vector), strict=True))


def document_of(hit: Hit) -> Document:
    """A LangChain document with the passage's text, id and byline; ``metadata["hit"]`` is the hit."""
    byline = hit.passage.byline
    metadata = {
        "article_id": hit.passage.article_id,
        "title": byline.title,
        "source": byline.source,
        "published": byline.published.isoformat() if byline.published else None,
        "language": hit.passage.language,
        "score": hit.score,
        "hit": hit,
    }
    return Document(id=hit.passage.id, page_content=hit.passage.text, metadata=metadata)


def _rank(ranking: dict[str, float], identifier: str) -> int | None:
    """The place in a ranking kept in its order, from 1; None when it is not there."""
    return list(ranking).index(identifier) + 1 if identifier in ranking else None
