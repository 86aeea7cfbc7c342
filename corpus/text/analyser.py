"""What a text is about, as terms: those of the lexical index, and those that two texts may share."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import local
from typing import Any
from unicodedata import normalize

from corpus.article import Language
from corpus.text.normalise import ELIDED, fold_accents
from corpus.text.words import STOP_WORDS

_SNOWBALL: dict[Language, str] = {"fr": "french", "en": "english"}
_PLAIN_MARKS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "œ": "oe", "æ": "ae"})

# A word: one that keeps its apostrophe, a dotted acronym, a number with its separators, or letters and
# digits held together by hyphens.
_WORD = re.compile(
    r"aujourd'hui|quelqu'une?s?(?!\w)|presqu'île|prud'hom\w+"
    r"|(?<!\w)(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+(?![\w-])|[^\W_]+(?:-[^\W_]+)*"
)
_ELIDED = re.compile(rf"(?<!\w)(?:{ELIDED})'(?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)'(?:s|re|ve|ll|d|m|t)(?!\w)", re.IGNORECASE)
_AMERICA = re.compile(r"(?<!\w)(?:U\.S\.(?:A\.)?|USA?(?!\w))")  # else the pronoun "us" would drop it
_GROUPED: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"(?<![\d.,])\d{1,3}([ .'])\d{3}(?:\1\d{3})*(?!\d)"),
    "en": re.compile(r"(?<![\d.,])\d{1,3}([ ,'])\d{3}(?:\1\d{3})*(?!\d)"),
}
_DESIGNATION = re.compile(r"([^\W\d_]{1,8}-\d[^\W_]*?)(?:(?<=\d)s)?")  # the plural of F-16 is F-16s
_thread = local()


def terms(text: str, language: Language) -> tuple[str, ...]:
    """The index terms of ``text`` in order: stems without accents, no stop words, repeated as they occur.

    Accents are folded in the index, neither kept nor made a second key: on 913 French questions over 1,518
    passages (PIAF) BM25's MRR is 0.741, and 0.731 for questions typed without accents; 0.738 and 0.673
    with accents kept; 0.707 and 0.672 with both keys, which count a word twice.

    A designation is kept whole, joined and in parts (``S-400`` → ``s-400``, ``s400``, ``400``), a compound
    joined and in parts (``cease-fire`` → ``ceasefir``, ``ceas``, ``fire``).
    """
    return tuple(term for word in _words(text, language) for term in _variants(word, language) if term)


def content_words(text: str, language: Language) -> tuple[str, ...]:
    """The words of ``text`` that carry meaning, in order: stems without accents, no stop words.

    A compound gives its parts; a designation is one word, ``s400`` however it is written.
    """
    found: list[str] = []
    for word in _words(text, language):
        if designation := _DESIGNATION.fullmatch(word):
            found.append(fold_accents(designation[1].replace("-", "")))
        else:
            found += (_term(part, language) for part in word.split("-"))
    return tuple(filter(None, found))


def _variants(word: str, language: Language) -> Iterator[str]:
    if designation := _DESIGNATION.fullmatch(word):
        whole = fold_accents(designation[1])
        parts = whole.split("-")
        yield from (whole, "".join(parts), *(part for part in parts if len(part) > 1))
        return
    parts = word.split("-")
    if len(parts) > 1 and word.replace("-", "").isalpha():
        yield _term("".join(parts), language)
    yield from (_term(part, language) for part in parts)


def _words(text: str, language: Language) -> Iterator[str]:
    """The words of ``text``, case folded, elisions and possessives off, digits of a number joined."""
    text = normalize("NFKC", _AMERICA.sub(" USA ", text)).translate(_PLAIN_MARKS)
    text = _POSSESSIVE.sub("", _ELIDED.sub(" ", text)).casefold()
    text = _GROUPED[language].sub(lambda match: match[0].replace(match[1], ""), text)
    for match in _WORD.finditer(text):
        yield match[0].replace(".", "") if match[0].endswith(".") else match[0]


@lru_cache(maxsize=1 << 16)  # the vocabulary of a large library; speeds indexing up several times
def _term(word: str, language: Language) -> str:
    """Snowball's stem, then without accents: its French rules need them. Empty for a stop word."""
    if fold_accents(word) in _stop_words(language):
        return ""
    return fold_accents(_stemmer(language).stemWord(word))


@cache
def _stop_words(language: Language) -> frozenset[str]:
    return frozenset(fold_accents(word) for word in STOP_WORDS[language])


def _stemmer(language: Language) -> Any:  # noqa: ANN401  (PyStemmer has no types)
    """This thread's stemmer: PyStemmer's are not to be shared between threads."""
    if not hasattr(_thread, language):
        import Stemmer

        setattr(_thread, language, Stemmer.Stemmer(_SNOWBALL[language]))
    return getattr(_thread, language)
