"""Misspelt words of a question, read as the words of the articles that they are most likely meant to be.

A word is altered only when no article holds it in any form, it is no ordinary word of French or English, and
the articles hold one that is spelt or sounds nearly the same. What is altered shows in the answer, as the
question that was understood.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
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
# Letters from which a word may be one edit from what was meant, two if it sounds alike, two in any case:
# shorter ones have too many neighbours.
_ONE, _ALIKE, _TWO = 4, 6, 8
_PART = 2  # letters of the shorter of two words typed as one
_LONG_PART = 4  # and of the longer

_WORD = re.compile(r"(?<![\w@/.])[^\W\d_]+(?![\w@/]|['’]t\b)")
_NAMED = re.compile(r"(?<=\w)\W+[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿœ]")  # a capital within, not of an abbreviation
# A people or its language: the lists of ordinary words lack many, and Colombie is not « colombien ».
_PEOPLE = re.compile(r"(?:ien|een|ain|an)(?:ne|e)?s?\Z|(?:ois|ais)(?:es?)?\Z|ites?\Z")
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
    """Corrects by ``words``, how often each stands in the articles of a language, as written there.

    A word with a capital may be a name that no article holds, and is left alone; who writes names with one
    means none without. Of 15,479 right questions about other news (`rag.training`) 35 are altered.
    """

    def __init__(self, words: Mapping[Language, Mapping[str, int]], knows: Callable[[str], bool]) -> None:
        """``knows`` tells whether an article holds a word in one of its forms."""
        self._knows = knows
        self._all = {language: _Words(_spellings(words, language)) for language in LANGUAGES}
        self._plain = {language: found.plain() for language, found in self._all.items()}
        self._meant = lru_cache(maxsize=1 << 12)(self._look_up)

    def corrected(self, text: str, language: Language) -> str:
        """``text`` of ``language`` with each unknown word as the nearest of the articles, if one is near."""
        capitals = not any(map(str.islower, text))
        start = next((match.start() for match in _WORD.finditer(text)), 0)
        lists = self._plain if not capitals and _NAMED.search(text) else self._all

        def meant(match: re.Match[str]) -> str:
            word = match[0]
            opens = match.start() == start and word.istitle()
            if len(word) == 1 or not (capitals or opens or word.islower()):
                return word
            found = self._meant(word.lower(), language, (self._plain if opens else lists)[language])
            return (found[0].upper() + found[1:] if opens else found) if found else word

        return _WORD.sub(meant, text)

    def is_known(self, word: str) -> bool:
        """Whether an article holds ``word``, or it is a small word or a known name."""
        folded = fold_accents(word).casefold()
        if self._knows(word) or is_exonym(folded) or any(folded in STOP_WORDS[lang] for lang in LANGUAGES):
            return True
        return any(folded in found.spellings for found in self._all.values())

    def _look_up(self, word: str, language: Language, among: "_Words") -> str | None:
        """What ``word``, in lower case, is meant to be; None when it is right, or nothing is near."""
        if word in _TYPED_FOR[language]:
            return _TYPED_FOR[language][word]
        if self.is_known(word):
            return None
        folded = fold_accents(word).casefold()
        meant = among.elided(folded) if language == "fr" else None
        people = language == "fr" and bool(_PEOPLE.search(folded))  # English writes them with a capital
        meant = meant or among.nearest(folded, people=people) or among.parted(folded)
        if meant is None or is_ordinary(word):  # the lists of words are opened last: it takes a while
            return None
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
    """Words without accents and capitals: how often they stand in the articles, and in which form."""

    def __init__(self, spellings: Mapping[str, tuple[int, str]]) -> None:
        self.spellings = spellings

    def plain(self) -> "_Words":
        """Those that stand there without a capital."""
        return _Words({folded: found for folded, found in self.spellings.items() if found[1].islower()})

    def nearest(self, folded: str, *, people: bool) -> str | None:
        """The word nearest to ``folded``: fewest edits, then the same sound, then the most frequent.

        What may be ``people`` must sound alike and stand there without a capital.
        """
        near = [
            (edits, not alike, -self.spellings[candidate][0], candidate)
            for candidate, edits, alike in self._near(folded)
            if alike or (not people and (edits == 1 or len(folded) >= _TWO))
            if not people or self.spellings[candidate][1].islower()
        ]
        return self.spellings[min(near)[-1]][1] if near else None

    def _near(self, folded: str) -> Iterator[tuple[str, int, bool]]:
        """Words that begin with the sound of ``folded``, at one edit or two, and whether they sound alike.

        Two neighbours that changed places are one edit (optimal string alignment); two are for long words.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        if len(folded) < _ONE:
            return
        sound = sound_of(folded)
        allowed = 1 if len(folded) < _ALIKE else 2
        scored = extract(folded, self.spellings.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        for candidate, edits, _ in scored:
            heard = sound_of(candidate)
            if len(candidate) >= _ONE and heard[:1] == sound[:1]:
                yield candidate, edits, heard == sound

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


def _spellings(
    words: Mapping[Language, Mapping[str, int]], language: Language
) -> dict[str, tuple[int, str]]:
    """The words that a question of ``language`` can be about, as `_Words` has them.

    The form is the most frequent without a capital, which only names lack. Of the other language come its
    names, which may stand in its articles alone.
    """
    found: dict[str, tuple[int, str]] = {}
    for spoken in sorted(LANGUAGES, key=lambda each: each != language):
        for folded, forms in _forms(words[spoken]).items():
            shown = max(forms, key=lambda form: (form.islower(), forms[form], form))
            if spoken == language or (shown[0].isupper() and folded not in found):
                found[folded] = (sum(forms.values()), shown)
    return found


def _forms(words: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Words without accents and capitals, and how often each form of them stands in ``words``."""
    found: dict[str, dict[str, int]] = {}
    for word, count in words.items():
        found.setdefault(fold_accents(word).casefold(), {})[word] = count
    return found
