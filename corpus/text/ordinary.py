"""The ordinary words of French and English, from the lists of pyspellchecker, which only this file opens."""

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.article import LANGUAGES, Language
from corpus.text.normalise import fold_accents

if TYPE_CHECKING:
    from spellchecker import SpellChecker

# The English list is American: what Britain writes is looked up as America writes it.
_BRITISH = tuple(
    (re.compile(ours), theirs)
    for ours, theirs in (
        ("our", "or"), ("is(?=e|ing|ation)", "iz"), ("ys(?=e|ing)", "yz"), ("enc(?=es?$)", "ens"),
        ("re(?=s?$)", "er"), ("ll(?=ed|ing|er)", "l"), ("[ao]e", "e"), ("ogue", "og"), ("mme", "m"),
    )
)  # fmt: skip


def is_ordinary(word: str) -> bool:
    """Whether ``word``, whatever its accents and capitals, is one of either language's ordinary words."""
    folded = fold_accents(word).casefold()
    if any(folded in _listed(language) for language in LANGUAGES):
        return True
    return any(ours.sub(theirs, folded) in _listed("en") for ours, theirs in _BRITISH)


def ordinary_near(word: str, language: Language) -> tuple[str, ...]:
    """The ordinary words of ``language`` one edit from ``word``, accents aside, most frequent first.

    An edit is a letter too many, too few, another one, or two neighbours that changed places.
    """
    listed, checker = _listed(language), _checker(language)
    near = checker.edit_distance_1(fold_accents(word).casefold()) & listed.keys()
    return tuple(sorted((listed[each] for each in near), key=lambda each: (-checker[each], each)))


@cache
def _listed(language: Language) -> dict[str, str]:
    """Words without accents, and the most frequent word so spelt."""
    counted = _checker(language).word_frequency.items()
    return {fold_accents(word): word for word, _ in sorted(counted, key=lambda each: each[1])}


@cache
def _checker(language: Language) -> "SpellChecker":
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)
