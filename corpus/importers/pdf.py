"""A PDF with text in it as an article, read in a process that can be killed."""

from collections.abc import Sequence
from statistics import median

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.importers.apart import read_apart
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.text.pages import Block, PageLine, blocks_of
from corpus.unsaid import article_id, date_in_name, title_and_text

_HEADLINE = 1.2  # times the size of most text, and the largest of all
_LONGEST_TITLE = 240  # characters; see corpus.unsaid


def article_from(data: bytes, name: str) -> Article:
    """The article in ``data``, the content of a file called ``name``, which also serves as its source.

    What a PDF says of itself is its making, not its article: title and date are told from text and name.

    :raises UnreadableArticle: damaged, locked, without text, or too much of it.
    """
    pages = read_apart("pdf", data, name)["pages"]
    found = [
        Block(text, block.size)
        for block in blocks_of([[PageLine(*line) for line in page] for page in pages])
        for text in blocks(clean(block.text))
    ]
    if not found:
        raise UnreadableArticle(name, reason("pdf_scanned"))
    headline = _headline(found)
    paragraphs = tuple(block.text for block in found if block is not headline)
    language = identify(" ".join(paragraphs))
    title = headline.text if headline else None
    if title is None:
        title, paragraphs = title_and_text(paragraphs, language)
    return Article(article_id(name), language, Byline(title, name, date_in_name(name), None), paragraphs)


def _headline(found: Sequence[Block]) -> Block | None:
    """The block in the largest letters, when they are larger than most and it is one among others."""
    usual = median(block.size for block in found for _ in range(1 + len(block.text) // 100))
    largest = max(found, key=lambda block: block.size)
    fits = largest.size >= _HEADLINE * usual and len(largest.text) <= _LONGEST_TITLE
    return largest if fits and len(found) > 1 else None
