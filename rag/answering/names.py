"""Proper names across two spellings: what a question names must be what the passage names."""

import re
from collections.abc import Iterable
from functools import cache

from corpus.text.normalise import fold_accents
from rag.answering.exonyms import rows

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

_TELLING = 3  # letters from which a key tells names apart
_STEM = 4  # letters that a name shares with its adjective: Mozambique, Mozambican

_SOUNDS = (
    ("tch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("ph", "f"), ("qu", "k"), ("ck", "k"),
    ("c", "k"), ("w", "v"), ("j", "i"), ("y", "i"), ("z", "s"), ("h", ""),
)  # fmt: skip


def name_key(name: str) -> str:
    """One key for the spellings of a name: « Loukachenko » and “Lukashenko” share theirs.

    Known pairs (Turquie/Turkey) share a row; other names meet in their consonant sounds, as
    transliterations do: Poutine/Putin, Zelensky/Zelenskyy, Monastyrsky/Monastyrskyï.
    """
    folded = _unelided(name)
    return sound_of(_first_spellings().get(folded, folded))


def telling_key(name: str) -> str:
    """`name_key`, or the name itself where other words share its few consonants: Duda and “did”."""
    key, folded = name_key(name), _unelided(name)
    return key if len(key) >= _TELLING else _first_spellings().get(folded, folded)


def sound_of(folded: str) -> str:
    """The first sound of a word without accents and capitals, and the consonants after it."""
    for spelling, sound in _SOUNDS:
        folded = folded.replace(spelling, sound)
    skeleton = folded[:1] + re.sub(r"[aeiou-]", "", folded[1:])
    return re.sub(r"(.)\1+", r"\1", skeleton)


@cache
def _first_spellings() -> dict[str, str]:
    """Each spelling of a name in the table of exonyms, and the one that stands for all of its row."""
    return {spelling: min(row) for row in reversed(rows()) for spelling in row}


def keys_of(texts: Iterable[str]) -> frozenset[str]:
    """The name keys of every word of ``texts``; hyphenated words count whole and in parts."""
    return frozenset(map(name_key, _words_of(texts)))


def telling_keys_of(texts: Iterable[str]) -> frozenset[str]:
    """As `keys_of`, by `telling_key`."""
    return frozenset(map(telling_key, _words_of(texts)))


def spellings_of(texts: Iterable[str]) -> frozenset[str]:
    """Every word of ``texts`` and its parts, folded."""
    return frozenset(map(_folded, _words_of(texts)))


def is_exonym(folded: str) -> bool:
    """Whether a name, without accents and capitals, stands in the table of exonyms."""
    return folded in _first_spellings()


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    words = {word for text in texts for word in _TOKEN.findall(text)}
    return frozenset(words | {part for word in words for part in re.split(r"[-’']", word) if part})


def _folded(name: str) -> str:
    return fold_accents(name).casefold()


def _unelided(name: str) -> str:
    """``name`` folded, without an article before its apostrophe."""
    return _folded(name).replace("’", "'").split("'")[-1]


def anchors_in(question: str) -> tuple[str, ...]:
    """The words of ``question`` that any answer must be about: names (not at its start) and numbers."""
    words = list(_TOKEN.finditer(question))
    return tuple(
        match.group()
        for position, match in enumerate(words)
        if any(char.isdigit() for char in match.group())
        or (position > 0 and match.group().split("'")[-1].split("’")[-1][:1].isupper())
    )


def singular_words(question: str) -> tuple[str, ...]:
    """The words of names in ``question``, folded, that few articles share: no number, country or month.

    What stands in the table of exonyms is said in other ways too (« Turcs », « Ankara »); Pelé is not.
    """
    anchors = (_unelided(anchor) for anchor in anchors_in(question))
    return tuple(
        word
        for word in anchors
        if not any(map(str.isdigit, word)) and not any(map(is_exonym, (word, word.removesuffix("s"))))
    )


def is_said(word: str, there: frozenset[str]) -> bool:
    """Whether ``there``, the keys and spellings of a text, has ``word`` or what is made of it: Mozambican.

    A name of few consonants stands for itself: its key is also that of other words (Pelé, Paul).
    """
    spellings = {word, word.removesuffix("s")}
    keys = keys_of(spellings)
    telling = keys if min(map(len, keys)) >= _TELLING else spellings
    if not telling.isdisjoint(there) or there.issuperset(word.split("-")):  # Tel-Aviv, Tel Aviv
        return True
    return any(other.startswith(word[:_STEM]) for other in there)
