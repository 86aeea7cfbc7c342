"""Ways to make a text false, and ways to write it that leave it as true as it was.

Each takes a text and its language and gives the text altered, or None where it finds nothing to alter.
Source of the list: the mutation tests of issue 5, from what language models are known to get wrong.
"""

import re
from collections.abc import Callable, Mapping

from corpus.article import Language

Change = Callable[[str, Language], str | None]

_MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February"
    "|March|April|May|June|July|August|September|October|November|December"
)
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)?(?=\s(?:{_MONTHS})\b)|(?<=[a-z]\s)(\d{{1,2}})(?=,\s\d{{4}})"
)
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_NAME = re.compile(r"(?<=[\wéèà,’'] )[A-ZÉÀÎ][\w’-]{2,}(?: [A-ZÉÀÎ][\w’-]+)*|(?<=[ldLD]’)[A-ZÉÀÎ][\w-]{2,}")
_INSERT: Mapping[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": ((re.compile(r"\b(was|were|is|are|has|have|had|will|would) (?!not\b|no\b)"), r"\1 not "),),
    "fr": (
        (re.compile(r"(?<![’'\w-])(est|était|étaient|a|ont|avait|avaient) (?!pas\b|plus\b)"), r"n’\1 pas "),
        (re.compile(r"(?<![’'\w-])(sont|sera|seront|serait) (?!pas\b|plus\b)"), r"ne \1 pas "),
    ),
}
_DROP: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(was|were|is|are|has|have|had|would|could|did|will|do|does) not "),
    "fr": re.compile(r"\bn(?:e |’)(\w+) (?:pas|jamais|plus) "),
}
STRANGER = "Mélenchon"
_SCALES = (("millions?", "billion"), ("billions?", "million"), ("milliards?", "millions"))
# What a word-for-word translation changes first.
_GLOSS: Mapping[Language, Mapping[str, str]] = {
    "fr": {"le": "the", "la": "the", "les": "the", "de": "of", "un": "a", "une": "a", "et": "and"},
    "en": {"the": "le", "of": "de", "a": "un", "and": "et", "to": "à", "in": "dans"},
}
_MORE: Mapping[Language, str] = {"fr": " hier", "en": " yesterday"}
UNSUPPORTED: Mapping[Language, str] = {
    "fr": "La situation reste toutefois tendue dans la région.",
    "en": "The situation in the region nevertheless remains tense.",
}


def digit(text: str, _: Language) -> str | None:
    """The first digit is another."""
    return _changed(text, re.sub(r"\d", lambda found: str((int(found[0]) + 3) % 10), text, count=1))


def numbers(text: str, _: Language) -> str | None:
    """The first two different numbers trade places."""
    return _swapped(text, _NUMBER)


def names(text: str, _: Language) -> str | None:
    """The first two different names trade places."""
    return _swapped(text, _NAME)


def name(text: str, _: Language) -> str | None:
    """The first name is another person's."""
    return _changed(text, _NAME.sub(STRANGER, text, count=1))


def negation_in(text: str, language: Language) -> str | None:
    """The first verb that can be is negated."""
    for pattern, negated in _INSERT[language]:
        if (said := pattern.sub(negated, text, count=1)) != text:
            return said
    return None


def negation_out(text: str, language: Language) -> str | None:
    """The first negation is gone."""
    return _changed(text, _DROP[language].sub(r"\1 ", text, count=1))


def day(text: str, _: Language) -> str | None:
    """The first day of a month is the next one."""
    return _changed(text, _DAY.sub(lambda found: str(int(found[1] or found[2]) % 28 + 1), text, count=1))


def scale(text: str, _: Language) -> str | None:
    """Millions become billions, or the other way round."""
    for word, other in _SCALES:
        if (said := re.sub(rf"\b{word}\b", other, text, count=1)) != text:
            return said
    return None


def cut_word(text: str, language: Language) -> str | None:
    """It ends in the middle of a word, and another word follows."""
    words = [found for found in re.finditer(r"\w{5,}", text) if found.start() >= len(text) // 2]
    return text[: words[0].start() + 3] + _MORE[language] if words else None


def lost_word(text: str, _: Language) -> str | None:
    """A word in the middle is missing: an inexact quotation."""
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join([*words[:middle], *words[middle + 1 :]]) if len(words) > 4 else None


def translated(text: str, language: Language) -> str | None:
    """Its little words are of the other language."""
    gloss = _GLOSS[language]
    return _changed(text, re.sub(r"[\w’]+", lambda found: gloss.get(found[0], found[0]), text))


def typography(text: str, _: Language) -> str | None:
    """Apostrophes are straight, and spaces that do not break are ordinary ones."""
    plain = re.sub("[\u00a0\u202f]", " ", text.replace("’", "'"))
    return _changed(text, plain)


def fine_typography(text: str, _: Language) -> str | None:
    """Apostrophes are curved, and spaces before French punctuation and inside numbers do not break."""
    fine = re.sub(r"[ \u00a0](?=[;:!?»%])|(?<=\d) (?=\d{3})", "\u202f", text.replace("'", "’"))
    return _changed(text, fine)


def first_letter(text: str, _: Language) -> str | None:
    """The first letter has the other case."""
    return _changed(text, text[:1].swapcase() + text[1:])


HARMFUL: Mapping[str, Change] = {
    "digit changed": digit, "numbers swapped": numbers, "names swapped": names, "name replaced": name,
    "negation inserted": negation_in, "negation dropped": negation_out, "day shifted": day,
    "million ↔ billion": scale, "cut in a word, word added": cut_word, "word dropped": lost_word,
    "words translated": translated,
}  # fmt: skip
HARMLESS: Mapping[str, Change] = {
    "plain typography": typography, "fine typography": fine_typography, "first letter": first_letter,
}  # fmt: skip


def _changed(before: str, after: str) -> str | None:
    return after if after != before else None


def _swapped(text: str, pattern: re.Pattern[str]) -> str | None:
    found = list(pattern.finditer(text))
    other = next((match for match in found if match[0] != found[0][0]), None)
    if other is None:
        return None
    first = found[0]
    between = text[first.end() : other.start()]
    return f"{text[: first.start()]}{other[0]}{between}{first[0]}{text[other.end() :]}"
