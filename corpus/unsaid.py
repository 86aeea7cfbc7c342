"""What an article does not say of itself, told from its text and its file's name."""

import re
from datetime import date
from hashlib import sha256

from corpus.article import Language, is_article_id
from corpus.text.normalise import fold_accents
from corpus.text.sentences import sentence_spans

_NOT_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 120  # characters; see corpus.article
_LONGEST_TITLE = 120  # characters: headlines of the press stay below, sentences of a lead do not
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})[-_](\d{2})[-_](\d{2})(?!\d)")
_FULL_STOP = re.compile(r"[.…][\s»”\"’')]*\Z")


def article_id(name: str) -> str:
    """The article id that a file called ``name`` gives: its stem in plain letters, digits and hyphens."""
    stem = name.rpartition(".")[0] or name
    if is_article_id(stem):
        return stem
    slug = _NOT_ID.sub("-", fold_accents(stem).casefold()).strip("-")
    slug = slug[:_LONGEST_ID].rstrip("-")
    return slug or "article-" + sha256(name.encode(errors="replace")).hexdigest()[:8]


def date_in_name(name: str) -> date | None:
    """The date that a file's name states as ``2022-12-19`` or ``2022_12_19``; None when there is none."""
    for match in _ISO_DATE.finditer(name):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
    return None


def title_and_text(paragraphs: tuple[str, ...], language: Language) -> tuple[str, tuple[str, ...]]:
    """A title for ``paragraphs`` and the paragraphs that remain below it.

    A short first paragraph of one line, without full stop and with text after it, is the title and no
    longer a paragraph; otherwise the first sentence serves as title and stays where it is.
    """
    first = paragraphs[0]
    one_line = "\n" not in first and len(first) < _LONGEST_TITLE
    if one_line and len(paragraphs) > 1 and not _FULL_STOP.search(first):
        return first, paragraphs[1:]
    sentence = sentence_spans(first, language)[0]
    return _shortened(" ".join(first[sentence.start : sentence.end].split("\n"))), paragraphs


def _shortened(title: str) -> str:
    if len(title) <= 2 * _LONGEST_TITLE:
        return title
    return title[: 2 * _LONGEST_TITLE].rsplit(maxsplit=1)[0].rstrip(" ,;:") + "…"
