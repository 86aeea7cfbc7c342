"""The nouns of the corpus: article, byline, passage, span."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args
from unicodedata import is_normalized

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_ARTICLE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def is_article_id(text: str) -> bool:
    """Whether an article may have ``text`` as its id: lower-case letters, digits and hyphens, at most 120."""
    return bool(_ARTICLE_ID.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range ``[start, end)`` of characters in a stored text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a reader needs to know of a passage's origin; ``published`` is None when unknown."""

    title: str
    source: str
    published: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article; its paragraphs are NFC and never altered after import.

    A paragraph has no white space around it and no blank line in it, so that a file can hold it.

    :raises ValueError: an id that is not ``[a-z0-9-]``, no paragraph, a blank, ragged or non-NFC one.
    """

    id: str
    language: Language
    byline: Byline
    paragraphs: tuple[str, ...]

    def __post_init__(self) -> None:
        if not is_article_id(self.id):
            raise ValueError(f"not an article id: {self.id!r} (lower-case letters, digits and hyphens)")
        if self.language not in LANGUAGES:
            raise ValueError(f"not a language of the corpus: {self.language!r}")
        if not self.paragraphs or not all(text.strip() for text in self.paragraphs):
            raise ValueError(f"article {self.id} has no paragraph or a blank one")
        if any(text != text.strip() or _BLANK_LINE.search(text) for text in self.paragraphs):
            raise ValueError(f"article {self.id} has a paragraph with a blank line or ragged ends")
        if not all(is_normalized("NFC", text) for text in (self.byline.title, *self.paragraphs)):
            raise ValueError(f"article {self.id} is not NFC")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an article: the unit that is embedded, found and cited.

    ``index`` counts the paragraphs of the article from 0; ``sentences`` are spans of ``text``
    in order, without overlap; page furniture has no sentences and is never a passage.
    """

    article_id: str
    index: int
    text: str
    language: Language
    byline: Byline
    sentences: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.sentences or self.sentences[-1].end > len(self.text):
            raise ValueError(f"passage {self.id} has no sentence or one beyond its text")

    @property
    def id(self) -> str:
        """``<article_id>#p<index>``."""
        return f"{self.article_id}#p{self.index}"
