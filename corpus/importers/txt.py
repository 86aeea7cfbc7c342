"""Plain text as an article."""

from collections.abc import Iterator

from corpus.article import Article, Byline, Language
from corpus.errors import UnreadableArticle
from corpus.reasons import reason
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.text.sentences import sentence_spans
from corpus.unsaid import article_id, date_in_name, title_and_text

_WRAPPED = 160  # characters: nobody wraps text at wider lines, so a longer line is a paragraph by itself

_ENDLESS = 3_000  # characters, 500 words: no newspaper prints such a paragraph


def article_from(text: str, name: str) -> Article:
    """The article in ``text``, the content of a file called ``name``, which also serves as its source.

    Blank lines part paragraphs; where there are none, or where lines are too long to be wrapped text,
    each line is a paragraph. Endless paragraphs are parted between sentences.

    :raises UnreadableArticle: nothing but white space and hidden characters.
    """
    parts = blocks(clean(text))
    paragraphs = _lines(parts[0]) if len(parts) == 1 else tuple(p for part in parts for p in _unwrapped(part))
    if not paragraphs:
        raise UnreadableArticle(name, reason("no_text"))
    language = identify(" ".join(paragraphs))
    title, paragraphs = title_and_text(paragraphs, language)
    paragraphs = tuple(portion for paragraph in paragraphs for portion in _portions(paragraph, language))
    byline = Byline(title=title, source=name, published=date_in_name(name), url=None)
    return Article(article_id(name), language, byline, paragraphs)


def _lines(part: str) -> tuple[str, ...]:
    return tuple(line for raw in part.split("\n") if (line := raw.strip()))


def _unwrapped(part: str) -> tuple[str, ...]:
    lines = _lines(part)
    return lines if max(map(len, lines)) > _WRAPPED else (part,)


def _portions(paragraph: str, language: Language) -> Iterator[str]:
    """``paragraph``, or when it is endless its sentences in portions of at most ``_ENDLESS`` characters."""
    if len(paragraph) <= _ENDLESS:
        yield paragraph
        return
    start, end = 0, 0
    for span in sentence_spans(paragraph, language):
        if span.end - start > _ENDLESS and end:
            yield paragraph[start:end]
            start = span.start
        end = span.end
    yield paragraph[start:end]
