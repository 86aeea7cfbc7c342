"""Words of a text with what grounding compares: spelling key, stem, place, and what stands before each."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Language
from corpus.text.analyser import content_words
from corpus.text.normalise import fold_accents

# Acronyms with full stops, then words and numbers; hyphens and decimal signs join, apostrophes part.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‐‑][^\W_]+|(?<=\d)[.,]\d+)*")
_BREAK = re.compile(r"[.;:!?…()—–«»“”\"]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: ``key`` is folded, ``stem`` is empty for a word without content of its own.

    ``gap`` is what stands between the previous word and this one.
    """

    text: str
    key: str
    stem: str
    start: int
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it is written as a name: with a capital, or letters before figures (« s-400 »)."""
        return any(char.isupper() for char in self.text) or (
            self.text[0].isalpha() and any(char.isdigit() for char in self.text)
        )

    @property
    def elided(self) -> bool:
        """Whether an apostrophe ties it to the word before."""
        return self.gap in ("'", "’")

    @property
    def apart(self) -> bool:
        """Whether more than a comma separates it from the word before."""
        return bool(_BREAK.search(self.gap))


@lru_cache(maxsize=512)  # a passage is read once a claim
def tokens(text: str, language: Language) -> tuple[Token, ...]:
    """The words of ``text`` in order; ``start`` counts its characters."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        word = match[0].replace(".", "") if match[0].endswith(".") else match[0]
        key = re.sub("[‐‑]", "-", fold_accents(word).casefold())
        found.append(Token(word, key, _stem(word, language), match.start(), text[end : match.start()]))
        end = match.end()
    return tuple(found)


def stems(words: tuple[Token, ...]) -> frozenset[str]:
    """The stems of the words that have content."""
    return frozenset(word.stem for word in words) - {""}


@lru_cache(maxsize=8192)
def _stem(word: str, language: Language) -> str:
    return " ".join(content_words(word, language))
