"""Hybrid retrieval as a LangChain retriever: dense and lexical, both languages, fused by rank."""

from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.article import LANGUAGES, Language
from rag.answer import Filters, Hit
from rag.answering.fusion import reciprocal_rank_fusion

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun

# How deep each ranking is read before fusion: deeper changed no item of the evaluation set.
DEPTH = 50


class PassageRetriever(BaseRetriever):
    """The ``k`` passages nearest to a question, as documents that carry their `Hit`.

    ``index`` is an open `rag.index.reading.Index`, ``embedder`` the one that made it;
    ``language`` is that of the question.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Any
    embedder: Any
    language: Language
    filters: Filters = Filters()
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: "CallbackManagerForRetrieverRun"
    ) -> list[Document]:
        return [document_of(hit) for hit in self.hits(query)]

    def hits(self, query: str) -> tuple[Hit, ...]:
        """The hits themselves, best first, ties by passage id."""
        vector = self.embedder.embed_query(query)
        dense = sorted(
            (pair for lang in LANGUAGES for pair in self.index.dense(vector, DEPTH, self.filters, lang)),
            key=lambda pair: (-pair[1], pair[0]),
        )
        rankings = {"dense": [identifier for identifier, _ in dense]}
        for lang in LANGUAGES:
            rankings[lang] = [i for i, _ in self.index.lexical(query, DEPTH, self.filters, lang)]
        fused = reciprocal_rank_fusion(rankings, weights(self.language))[: self.k]
        similarity = dict(dense)
        passages = self.index.passages([identifier for identifier, _ in fused])
        return tuple(
            Hit(
                passage,
                score,
                dense_rank=_rank(rankings["dense"], passage.id),
                lexical_rank=_rank(rankings[passage.language], passage.id),
                similarity=similarity.get(passage.id),
            )
            for passage, (_, score) in zip(passages, fused, strict=True)
        )


def weights(language: Language) -> dict[str, float]:
    """How much each ranking counts for a question in ``language``.

    Words of one language say little about passages in the other beyond names, so that ranking
    counts half; the dense one knows both languages and carries the crossing.
    """
    return {"dense": 1.0, **{lang: 1.0 if lang == language else 0.5 for lang in LANGUAGES}}


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


def _rank(ids: list[str], identifier: str) -> int | None:
    return ids.index(identifier) + 1 if identifier in ids else None
