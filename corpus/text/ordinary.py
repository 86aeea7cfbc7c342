"""The ordinary words of French and English, from the lists of pyspellchecker, which only this file opens."""

import re
from functools import cache

from corpus.article import LANGUAGES, Language
from corpus.text.normalise import fold_accents

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


@cache
def _listed(language: Language) -> frozenset[str]:
    from spellchecker import SpellChecker

    return frozenset(map(fold_accents, SpellChecker(language=language).word_frequency.keys()))
