"""From an article to the passages that are embedded, found and cited."""

from hashlib import sha256

from corpus.article import Article, Passage
from corpus.text.furniture import is_furniture
from corpus.text.sentences import sentence_spans

# Raise it when the same article would be cut differently: an index stamped with another is rebuilt.
CHUNKER_VERSION = "1"


def passages_of(article: Article) -> tuple[Passage, ...]:
    """The passages of ``article`` in order: its paragraphs but for page furniture.

    Furniture keeps its place in the count, so that ``Passage.index`` points into ``article.paragraphs``.
    """
    return tuple(
        Passage(
            article_id=article.id,
            index=index,
            text=text,
            language=article.language,
            byline=article.byline,
            sentences=sentence_spans(text, article.language),
        )
        for index, text in enumerate(article.paragraphs)
        if not is_furniture(text)
    )


def text_hash(text: str) -> str:
    """SHA-256 of the UTF-8 of ``text``, 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()
