"""Misspelt words of a question, read as the words of the articles that they are most likely meant to be.

A word is altered only when no article holds it in any form, it is no ordinary word of French or English, and
the articles hold one that is spelt or sounds nearly the same. What is altered shows in the answer, as the
question that was understood.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from corpus.article import LANGUAGES, Language
from corpus.text.language import identify
from corpus.text.normalise import fold_accents
from corpus.text.ordinary import is_ordinary, ordinary_near
from corpus.text.words import STOP_WORDS
from rag.answering.names import is_exonym, sound_of
from rag.answering.unfit import is_unfit

if TYPE_CHECKING:
    from rag.index.reading import Index

# A text longer than this was not typed in haste.
_TYPED = 400
# Letters from which one and two letters may be wrong: of a name, which may be one that no article holds, and
# of another word. Below them too many words are as near.
_ONE, _TWO = 4, 8
_NAME_ONE, _NAME_TWO = 6, 10
_PART = 2  # letters of the shorter of two words typed as one
_LONG_PART = 4  # and of the longer

_WORD = re.compile(r"(?<![\w@/.])[^\W\d_]+(?![\w@/])")
_ELIDED = re.compile(r"([ldcjmnst]|qu)([aeiouyh]\w{2,})")

# What is typed for question words and small words, lower case; edits do not lead from one to the other.
_TYPED_FOR: dict[Language, dict[str, str]] = {
    "fr": {
        "ac": "avec", "bcp": "beaucoup", "cb": "combien", "ds": "dans", "kan": "quand", "ke": "que",
        "kel": "quel", "kelle": "quelle", "kelles": "quelles", "kels": "quels", "ki": "qui", "koi": "quoi",
        "pk": "pourquoi", "pkoi": "pourquoi", "pq": "pourquoi", "qd": "quand",
    },
    "en": {
        "abt": "about", "govt": "government", "hte": "the", "nd": "and", "ppl": "people", "teh": "the",
        "wat": "what", "wen": "when", "wher": "where", "wheres": "where’s", "whats": "what’s",
        "whos": "who’s", "wich": "which", "wot": "what",
    },
}  # fmt: skip


class Spelling:
    """Corrects questions by the words of the index that serves, and counts those once a generation."""

    def __init__(self, index: "Callable[[], Index]") -> None:
        self._index = index
        self._lock = Lock()
        self._generation = ""
        self._speller: Speller | None = None

    def __call__(self, text: str) -> str:
        """``text`` with its misspelt words corrected, itself without one. Raises as `Assistant.ask`."""
        if len(text) > _TYPED or not _WORD.search(text) or is_unfit(text):
            return text
        index = self._index()
        with self._lock:
            if self._speller is None or index.generation != self._generation:
                words = {language: index.words(language) for language in LANGUAGES}
                self._generation, self._speller = index.generation, Speller(words, index.knows)
            speller = self._speller
        return speller.corrected(text, identify(text))


class Speller:
    """Corrects by ``words``, how often each stands in the articles of a language, as written there."""

    def __init__(self, words: Mapping[Language, Mapping[str, int]], knows: Callable[[str], bool]) -> None:
        """``knows`` tells whether an article holds a word in one of its forms."""
        self._knows = knows
        self._lists = {language: _Words(words, language) for language in LANGUAGES}
        self._meant = lru_cache(maxsize=1 << 12)(self._look_up)

    def corrected(self, text: str, language: Language) -> str:
        """``text`` of ``language`` with each unknown word as the nearest of the articles, if one is near."""
        capitals = not any(map(str.islower, text))

        def meant(match: re.Match[str]) -> str:
            word = match[0]
            if len(word) == 1 or (word.isupper() and not capitals):
                return word
            return self._meant(word.lower() if capitals else word, language) or word

        return _WORD.sub(meant, text)

    def is_known(self, word: str) -> bool:
        """Whether ``word`` is right as it stands: an article holds it, or it is ordinary."""
        folded = fold_accents(word).casefold()
        if self._knows(word) or is_exonym(folded) or any(folded in STOP_WORDS[lang] for lang in LANGUAGES):
            return True
        return any(folded in found.spellings for found in self._lists.values())

    def _look_up(self, word: str, language: Language) -> str | None:
        """What ``word`` is meant to be; None when it is right, or nothing is near."""
        if self.is_known(word):
            return None
        if word in _TYPED_FOR[language]:
            return _TYPED_FOR[language][word]
        found = self._lists[language]
        folded = fold_accents(word).casefold()
        meant = found.elided(folded) if language == "fr" else None
        meant = meant or found.nearest(folded, name=word[0].isupper())
        if word[0].islower():
            meant = meant or found.parted(folded)
        if meant is None or is_ordinary(word):  # the lists of words are opened last: it takes a while
            return None
        if word[0].isupper():
            return meant[0].upper() + meant[1:]
        return _nearer(folded, meant, ordinary_near(word, language))


def _nearer(folded: str, meant: str, ordinary: Sequence[str]) -> str:
    """``meant``, or an ordinary word that is nearer to what was typed.

    Of two that are as near the ordinary one is nearer than two words, or a name that sounds otherwise:
    “puting” is not Putin.
    """
    from rapidfuzz.distance import OSA

    def far(each: str) -> tuple[int, bool]:
        other = fold_accents(each).casefold()
        unlike = each.istitle() and sound_of(folded) != sound_of(other)
        return OSA.distance(folded, other), " " in each or unlike

    return min((meant, *ordinary), key=far)


class _Words:
    """The words that a question of one language can be about."""

    def __init__(self, words: Mapping[Language, Mapping[str, int]], language: Language) -> None:
        self._words = words
        self._language = language

    @cached_property
    def spellings(self) -> dict[str, tuple[int, str]]:
        """Words without accents and capitals: how often they stand there, and in which form.

        That is the most frequent without a capital, which only names lack.
        Of the other language its names, which may stand in its articles alone.
        """
        found: dict[str, tuple[int, str]] = {}
        for language in sorted(LANGUAGES, key=lambda each: each != self._language):
            own = language == self._language
            for folded, forms in _forms(self._words[language]).items():
                shown = max(forms, key=lambda form: (form.islower(), forms[form], form))
                if own or (shown[0].isupper() and folded not in found):
                    found[folded] = (sum(forms.values()), shown)
        return found

    def nearest(self, folded: str, *, name: bool) -> str | None:
        """The word that ``folded`` is nearest to: fewest edits, then the same sound, then the most frequent.

        Two neighbours that changed places are one edit (optimal string alignment). The first sound is right.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        one, two = (_NAME_ONE, _NAME_TWO) if name else (_ONE, _TWO)
        if len(folded) < one:
            return None
        sound = sound_of(folded)
        near = extract(folded, self.spellings.keys(), scorer=OSA.distance, score_cutoff=2, limit=None)
        ranked = []
        for candidate, edits, _ in near:
            same = sound_of(candidate) == sound
            allowed = 2 if len(folded) >= (one + 2 if same else two) else 1
            if edits <= allowed and len(candidate) >= _ONE and sound_of(candidate)[:1] == sound[:1]:
                ranked.append((edits, not same, -self.spellings[candidate][0], candidate))
        return self.spellings[min(ranked)[-1]][1] if ranked else None

    def elided(self, folded: str) -> str | None:
        """``lukraine`` as « l’Ukraine »."""
        match = _ELIDED.fullmatch(folded)
        if match and match[2] in self.spellings:
            return f"{match[1]}’{self.spellings[match[2]][1]}"
        return None

    def parted(self, folded: str) -> str | None:
        """``folded`` as the two words that were typed as one, the rarer of them as frequent as possible."""
        parted = []
        for cut in range(_PART, len(folded) - _PART + 1):
            parts = [self.spellings.get(part) for part in (folded[:cut], folded[cut:])]
            if max(cut, len(folded) - cut) >= _LONG_PART and parts[0] and parts[1]:
                parted.append((min(parts[0][0], parts[1][0]), f"{parts[0][1]} {parts[1][1]}"))
        return max(parted)[1] if parted else None


def _forms(words: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Words without accents and capitals, and how often each form of them stands in ``words``."""
    found: dict[str, dict[str, int]] = {}
    for word, count in words.items():
        found.setdefault(fold_accents(word).casefold(), {})[word] = count
    return found
