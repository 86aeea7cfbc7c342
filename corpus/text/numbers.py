"""Quantities as French and English newspapers write them: a decimal value and a unit without language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.number_words import word_numbers
from corpus.text.units import currency_before, scale_after, unit_after


@dataclass(frozen=True, slots=True)
class Quantity:
    """What ``text[start:end]`` counts or measures.

    ``value`` is exact and multiplied out (« 1,2 milliard » is 1 200 000 000); ``unit`` is ``""``, ``%``,
    an ISO 4217 code (``EUR``) or a symbol (``km``, ``m``, ``kg``, ``t``, ``°C``, ``pp``…).
    """

    value: Decimal
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number without its unit."""

    value: Decimal
    start: int
    end: int
    spelled: bool = False


_SPACE = "[ \u00a0\u202f\u2009'’]"
_DIGITS = re.compile(rf"[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_MOST_DIGITS = 25  # a longer row of digits is a code; and Decimal stays exact, with 28 digits, when scaled
_GROUP_MARK: dict[Language, str] = {"fr": ".", "en": ","}  # in "1.234" and "1,234", which could be either

# Digits that name rather than count, by what stands before them…
_NAMED = re.compile(
    r"(?:[^\W\d_]-?|\d[/:]|\d[ \u00a0\u202f]?h[ \u00a0\u202f]?"
    r"|(?<!\w)(?:articles?|art\.|al(?:inéa|\.)|pages?|pp?\.|n[°ºo]s?\.?|numéros?|numbers?"
    r"|chapit?re?s?|sections?|tome|volume|saison|season|phase|acte|leopards?|challenger|formul[ae]|ligue|apollo"
    r"|airbus|boeing|falcon|ariane|artemis|route|channel)[ \u00a0\u202f])\Z",
    re.IGNORECASE,
)
_LONGEST_NAME = 16  # characters, of the words above with a space
# … or after them: letters stuck on (ordinals, 5G, 14h30), times, fractions, further dots.
_STUCK = re.compile(r"[^\W_]|[/:]\d|[.,]\d|[ \u00a0]?h(?:\d|(?!\w))|[ \u00a0]?[ap]\.?m(?!\w)")
_AND_A_HALF = re.compile(r"[ \u00a0\u202f](?:and a half|et demie?)(?!\w)")
_FRACTION = re.compile(r"[ \u00a0\u202f](?:tiers|quarts?|thirds|quarters)(?!\w)")
_FAMOUS = "49.3"  # the article of the French constitution, named alone more often than not


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """The quantities in ``text``, in order, without overlap, in digits or in words.

    No quantities: what dates are made of, ordinals, designations (S-400, G7, article 49.3), times of day,
    fractions, and a lone « un » or "one" without unit. ``1,234`` is a thousand in English and a decimal in
    French, ``1.234`` the other way round.
    """
    dated = frozenset(place for date in dates_in(text, language) for place in range(date.start, date.end + 1))
    found: list[Quantity] = []
    numbers = [*_in_digits(text, language), *_in_words(text, language)]
    for number in sorted(numbers, key=lambda bare: bare.start):
        of_date = number.start in dated or (number.start - 1 in dated and text[number.start - 1] in "-–/")
        if of_date or (found and number.start < found[-1].end):
            continue
        quantity = _measured(text, number, language)
        if quantity is None:
            continue
        if found and _continues(text, found[-1], quantity):
            first = found.pop()
            quantity = Quantity(first.value + quantity.value, quantity.unit, first.start, quantity.end)
        found.append(quantity)
    return tuple(found)


def _in_words(text: str, language: Language) -> Iterator[_Bare]:
    for number in word_numbers(text, language):
        yield _Bare(Decimal(number.value), number.start, number.end, spelled=True)


def _in_digits(text: str, language: Language) -> Iterator[_Bare]:
    for match in _DIGITS.finditer(text):
        before = text[max(0, match.start() - _LONGEST_NAME) : match.start()]
        value = _value(match[0], language)
        if value is not None and match[0] != _FAMOUS and not _NAMED.search(before):
            sign = -1 if re.search(r"(?:\A|[\s(])[-−–]\Z", before) else 1
            yield _Bare(sign * value, match.start() - (sign < 0), match.end())


def _value(digits: str, language: Language) -> Decimal | None:
    """The value of ``digits``, whose separators may group them or begin the decimals; None for neither."""
    if len(digits) > 2 * _MOST_DIGITS:
        return None
    digits = re.sub(_SPACE, "", digits)
    marks = [char for char in digits if char in ".,"]
    whole, decimals = digits, ""
    if len(set(marks)) == 2 or (len(marks) == 1 and not _grouped(digits, _GROUP_MARK[language])):
        whole, _, decimals = digits.rpartition(marks[-1])
    if "." in whole or "," in whole:
        if not _grouped(whole, marks[0]):
            return None
        whole = whole.replace(marks[0], "")
    return Decimal(f"{whole}.{decimals}" if decimals else whole) if len(whole) <= _MOST_DIGITS else None


def _grouped(digits: str, mark: str) -> bool:
    first, *groups = digits.split(mark)
    plain = first.isdecimal() and first[0] != "0" and len(first) <= 3
    return plain and all(len(group) == 3 and group.isdecimal() for group in groups)


def _measured(text: str, number: _Bare, language: Language) -> Quantity | None:
    """``number`` with the scale and the unit around it; None when these show that it counts nothing."""
    currency, start = currency_before(text, number.start)
    half = _AND_A_HALF.match(text, number.end)
    value = number.value + Decimal("0.5") if half else number.value
    factor, end = scale_after(text, half.end() if half else number.end, language, money=bool(currency))
    unit, end = unit_after(text, end, scaled=factor > 1) if not currency else (currency, end)
    bare = factor == 1 and not unit
    if number.spelled and value == 1 and (bare or (factor == 1 and text[number.start : number.end] in "aA")):
        return None
    if end == number.end and not number.spelled and _STUCK.match(text, end):
        return None
    if _FRACTION.match(text, end):
        return None
    value *= factor
    return Quantity(Decimal(int(value)) if value == int(value) else value, unit, start, end)


def _continues(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether the two are one number: « deux millions 300 000 », but not « 2 000, 300 »."""
    return (
        not first.unit
        and text[first.end : second.start] in (" ", "\u00a0", "\u202f")
        and first.value >= 10**6
        and 0 < second.value < 10**6
        and first.value % 10**6 == 0
        and not text[first.end - 1].isdigit()
    )
