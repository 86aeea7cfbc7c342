"""Plain text as an article."""

from corpus.article import Article, Byline
from corpus.errors import UnreadableArticle
from corpus.text.clean import blocks, clean
from corpus.text.language import identify
from corpus.unsaid import article_id, date_in_name, title_and_text

_WRAPPED = 160  # characters: nobody wraps text at wider lines, so a longer line is a paragraph by itself


def article_from(text: str, name: str) -> Article:
    """The article in ``text``, the content of a file called ``name``, which also serves as its source.

    Blank lines part paragraphs; where there are none, or where lines are too long to be wrapped text,
    each line is a paragraph.

    :raises UnreadableArticle: nothing but white space and hidden characters.
    """
    parts = blocks(clean(text))
    paragraphs = _lines(parts[0]) if len(parts) == 1 else tuple(p for part in parts for p in _unwrapped(part))
    if not paragraphs:
        raise UnreadableArticle(f"{name}: there is no text in it")
    language = identify(" ".join(paragraphs))
    title, paragraphs = title_and_text(paragraphs, language)
    byline = Byline(title=title, source=name, published=date_in_name(name), url=None)
    return Article(article_id(name), language, byline, paragraphs)


def _lines(part: str) -> tuple[str, ...]:
    return tuple(line for raw in part.split("\n") if (line := raw.strip()))


def _unwrapped(part: str) -> tuple[str, ...]:
    lines = _lines(part)
    return lines if max(map(len, lines)) > _WRAPPED else (part,)
