"""A figure of a sentence with what hedges and measures it, and how French and English write it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from corpus.article import Language
from rag.answering.facts import figures_in
from rag.answering.unit_words import SIGNS, UNIT_WORDS, linked, unit_words

# Both languages' words for the same hedge, the first of each being how it is written.
_HEDGES: tuple[dict[Language, tuple[str, ...]], ...] = (
    {"fr": ("plus de", "plus d'"), "en": ("more than", "over")},
    {"fr": ("au moins",), "en": ("at least",)},
    {"fr": ("moins de", "moins d'"), "en": ("less than", "fewer than", "under")},
    {"fr": ("près de", "près d'"), "en": ("nearly", "almost", "close to")},
    {"fr": ("jusqu'à",), "en": ("up to",)},
    {"fr": ("environ", "quelque"), "en": ("about", "around", "roughly", "approximately", "some")},
)
_ABOUT = len(_HEDGES) - 1
_ROUND = re.compile(r"\b\w+aines?\b|\bdozen\b", re.IGNORECASE)  # « une centaine » is about a hundred
_LONGEST_HEDGE = 16  # characters, with a space
# “to hand over 120 people” hedges nothing.
_TAKES_OVER = re.compile(
    r"\b(?:(?:hand|turn|sign|pass)(?:s|ed|ing)?|t(?:ake[ns]?|ook|aking)|g(?:ives?|ave|iven|iving)"
    r"|r(?:un|uns|an|unning)|presid(?:e[sd]?|ing))[ \u00a0]\Z"
)
_TIMES: dict[str, dict[Language, tuple[str, str]]] = {
    "s": {"fr": ("seconde", "secondes"), "en": ("second", "seconds")},
    "min": {"fr": ("minute", "minutes"), "en": ("minute", "minutes")},
    "h": {"fr": ("heure", "heures"), "en": ("hour", "hours")},
    "day": {"fr": ("jour", "jours"), "en": ("day", "days")},
    "week": {"fr": ("semaine", "semaines"), "en": ("week", "weeks")},
    "month": {"fr": ("mois", "mois"), "en": ("month", "months")},
    "year": {"fr": ("an", "ans"), "en": ("year", "years")},
}
_S = "[ \u00a0\u202f]"
_TIME: dict[Language, re.Pattern[str]] = {
    language: re.compile(
        f"{_S}(?:d')?(?:" + "|".join(f"(?P<{unit}>{forms[language][0]}s?)" for unit, forms in _TIMES.items())
        + rf")(?![\w-])(?P<half>{_S}(?:et{_S}demie?|and{_S}a{_S}half)(?!\w))?(?P<more>{_S}(?:et |and )?\d)?"
    )
    for language in ("fr", "en")
}  # fmt: skip
_SCALES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal(10**12), "", "trillion"),  # a thousand French milliards
    (Decimal(10**9), "milliard", "billion"),
    (Decimal(10**6), "million", "million"),
)
_DECIMALS = 2  # of a scaled number: 1.85 billion; one that needs more is written in full


@dataclass(frozen=True, slots=True)
class Figure:
    """What ``text[start:end]`` says: a `corpus.text.numbers.Quantity` whose unit may be a time (``h``).

    ``hedge`` is the place of « plus de », "at least"… in the table of hedges, None without one.
    """

    value: Decimal
    unit: str
    hedge: int | None
    start: int
    end: int


def figures_of(text: str, language: Language) -> tuple[Figure, ...]:
    """The figures of ``text`` that are no part of a date, in order."""
    plain = text.replace("’", "'")
    found = []
    for quantity in figures_in(text, language):
        value, unit, end = quantity.value, quantity.unit, quantity.end
        if not unit and (time := _TIME[language].match(plain, end)):
            if time["more"]:  # « 2 heures 30 » is neither 2 hours nor 30
                continue
            unit, end = next(name for name in _TIMES if time[name]), time.end()
            value += Decimal("0.5") if time["half"] else 0
        hedge, start = _hedge_before(plain, quantity.start, language)
        if hedge is None and _ROUND.search(plain[quantity.start : quantity.end]):
            hedge = _ABOUT
        found.append(Figure(value, unit, hedge, start, end))
    return tuple(found)


def write_figure(figure: Figure, language: Language) -> str:
    """``1,85 milliard de dollars``, « plus de 1 000 », ``52,1 %``; ``$1.85 billion``, ``52.1%``."""
    hedge = f"{_HEDGES[figure.hedge][language][0]} " if figure.hedge is not None else ""
    return hedge + (_french(figure) if language == "fr" else _english(figure))


def is_time(unit: str) -> bool:
    """Whether ``unit`` measures time."""
    return unit in _TIMES


def is_money(unit: str) -> bool:
    """Whether ``unit`` is a currency."""
    return len(unit) == 3 and unit.isupper()


def _hedge_before(plain: str, start: int, language: Language) -> tuple[int | None, int]:
    before = plain[max(0, start - _LONGEST_HEDGE) : start].casefold()
    bare = before.rstrip(" \u00a0\u202f")
    for place, forms in enumerate(_HEDGES):
        for form in forms[language]:
            if (before if form.endswith("'") else bare).endswith(form):
                begin = start - len(before) + len(bare) - len(form)
                if form == "over" and _TAKES_OVER.search(plain, 0, begin):
                    return None, start
                if begin == 0 or not plain[begin - 1].isalnum():
                    return place, begin
    return None, start


def _french(figure: Figure) -> str:
    number, scale = _scaled(figure, "fr")
    many = abs(number) >= 2
    said = _digits(number, "fr") + (f"\u00a0{scale}{'s' * many}" if scale else "")
    unit = figure.unit
    if unit in _TIMES:
        return f"{said}\u00a0{_TIMES[unit]['fr'][many]}"
    if unit and scale:
        return f"{said} {linked(unit_words(unit, 'fr', one=False))}"
    if unit == "%":
        return f"{said}\u202f%"
    return f"{said}\u00a0{SIGNS['fr'].get(unit) or unit_words(unit, 'fr', one=not many)}" if unit else said


def _english(figure: Figure) -> str:
    number, scale = _scaled(figure, "en")
    said = _digits(number, "en") + (f" {scale}" if scale else "")
    unit, one = figure.unit, abs(figure.value) == 1
    if unit in _TIMES:
        return f"{said}\u00a0{_TIMES[unit]['en'][not one]}"
    if sign := SIGNS["en"].get(unit):
        return f"{'-' if number < 0 else ''}{sign}{said.removeprefix('-')}"
    if unit == "%":
        return f"{said}%"
    return f"{said}\u00a0{unit_words(unit, 'en', one=one)}" if unit else said


def _scaled(figure: Figure, language: Language) -> tuple[Decimal, str]:
    """The number and the word of scale: 1.85 and billion."""
    value = figure.value
    if figure.unit and figure.unit not in UNIT_WORDS:
        return value, ""
    for power, french, english in _SCALES:
        word = french if language == "fr" else english
        part = value / power
        if word and abs(part) >= 1 and part == round(part, _DECIMALS):
            return part, word
    return value, ""


def _digits(value: Decimal, language: Language) -> str:
    plain = f"{value.normalize():,f}"
    return plain.translate(str.maketrans(",.", "\u202f,")) if language == "fr" else plain
