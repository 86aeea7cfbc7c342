"""Dates as French and English newspapers write them, read to ISO 8601 and written back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.article import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
# How each month is met: in full, without accents, abbreviated. English ones need their capital ("may").
_SPELLINGS: dict[Language, tuple[str, ...]] = {
    "fr": (
        r"janvier|janv\.?", r"f[ée]vrier|f[ée]vr?\.?", r"mars", r"avril|avr\.", r"mai", r"juin",
        r"juillet|juil\.?", r"ao[ûu]t", r"septembre|sept\.", r"octobre|oct\.?",
        r"novembre|nov\.?", r"d[ée]cembre|d[ée]c\.?",
    ),
    "en": (
        r"January|Jan\.?", r"February|Feb\.?", r"March|Mar\.", r"April|Apr\.?", r"May",
        r"June|Jun\.?", r"July|Jul\.?", r"August|Aug\.?", r"September|Sept?\.?",
        r"October|Oct\.?", r"November|Nov\.?", r"December|Dec\.?",
    ),
}  # fmt: skip

_S = r"[ \t\n\u00a0\u202f]"
_DAY = r"([12]\d|3[01]|0?[1-9])"
_NTH = r"(?:er|st|nd|rd|th)?"
_TO = rf"{_S}?(?:[-–]|et|au|ou|and|to|or){_S}?"
_YEAR = rf"((?:1\d|20|21)\d\d)(?![\w%€$]|[.,]\d|{_S}\d{{3}}(?!\d)|{_S}?[%€$])"

_MONTH: dict[Language, re.Pattern[str]] = {
    language: re.compile(
        r"(?<!\w)(?:" + "|".join(f"({spelling})" for spelling in spellings) + r")(?!\w)",
        re.IGNORECASE if language == "fr" else 0,
    )
    for language, spellings in _SPELLINGS.items()
}
_DAY_BEFORE = re.compile(rf"(?<![\w.,/:-])(?:{_DAY}{_NTH}{_TO})?(?:{_DAY}{_NTH}|(premier)){_S}(?:of{_S})?\Z")
_DAY_AFTER = re.compile(
    rf"{_S}(?:the{_S})?{_DAY}{_NTH}(?![\w%]|[.,:]\d|{_S}\d)(?:{_TO}{_DAY}{_NTH}(?![\w%]|[.,:]\d|{_S}\d))?"
)
_YEAR_AFTER = re.compile(rf",?{_S}(?:(?:de|of){_S})?{_YEAR}")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(\d{4})-(\d\d)-(\d\d)(?![\d-])"
    r"|(\d\d?)([/.])(\d\d?)\5((?:1\d|20|21)?\d\d)(?![\d/]|\.\d))"
)
_LONE_YEAR = re.compile(rf"(?:(?<![\w.,/$€£-])(?<!\d{_S})|(?<=\b[12]\d\d\d[-–/])){_YEAR}")

# A four-digit number before a plural noun counts things ("2000 soldats"), unless one of these leads it.
_COUNTED = re.compile(
    rf"{_S}(?:(?!(?:dans|sans|sous|plus|puis|mais|vers|pas|was|has|this|its)\b)[^\W\d_A-Z]{{3,20}}(?<=[sx])|people)\b"
)
# After these a four-digit number is a year even before a plural; after the likely ones unless one follows.
_SURE_YEAR = re.compile(
    r"\b(?:en|années?|an|depuis|dès|fin|début|été|hiver|automne|printemps|mi|d['’]ici|in|since|late|early|until"
    r"|mid|during|year|summer|winter|spring|autumn|fall)[ \u00a0\u202f-]\Z",
    re.IGNORECASE,
)
_LIKELY_YEAR = re.compile(r"\b(?:de|à|of|from|to|by|before|after|avant|après|around|vers)[ \u00a0\u202f]\Z")
_LOOK_BACK = 32  # characters: "from the 30th to the 31st of" before a month is 28


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that ``text[start:end]`` names; ``value`` is as precise as the text.

    ``2022-12-19``, ``2022-12``, ``2022``, or ``--12-19`` when the year is not said.
    """

    value: str
    start: int
    end: int


def dates_in(text: str, language: Language) -> tuple[DateMention, ...]:
    """The dates that ``text`` names, in order, without overlap; weekdays are not part of a mention.

    ``19/12/2022`` is read day first; impossible dates (``31/02/2022``) and bare months are no mentions.
    """
    taken: list[DateMention] = []
    for found in (_numeric(text), _with_month(text, language), _lone_years(text)):
        known = frozenset(place for mention in taken for place in range(mention.start, mention.end))
        taken += [mention for mention in found if mention.start not in known and mention.end - 1 not in known]
    return tuple(sorted(taken, key=lambda mention: mention.start))


def format_date(day: date, language: Language) -> str:
    """``19 décembre 2022``, ``1er mars 2023``; ``19 December 2022``."""
    ordinal = "er" if language == "fr" and day.day == 1 else ""
    return f"{day.day}{ordinal} {_MONTHS[language][day.month - 1]} {day.year}"


def _numeric(text: str) -> Iterator[DateMention]:
    for match in _NUMERIC.finditer(text):
        year, month, day = match[1] or match[7], match[2] or match[6], match[3] or match[4]
        if match[4] and int(month) > 12:
            day, month = month, day
        value = _iso(int(year) + 2000 * (len(year) == 2), int(month), int(day))
        if value:
            yield DateMention(value, *match.span())


def _with_month(text: str, language: Language) -> Iterator[DateMention]:
    for match in _MONTH[language].finditer(text):
        month, start, end = match.lastindex or 0, match.start(), match.end()
        window = max(0, start - _LOOK_BACK)
        days = _DAY_BEFORE.search(text[window:start])
        if days:
            places = [(window + days.start(n), window + days.end(n), days[n]) for n in (1, 2, 3) if days[n]]
        elif language == "en" and (days := _DAY_AFTER.match(text, end)):
            places = [(days.start(n), days.end(n), days[n]) for n in (1, 2) if days[n]]
            end = days.end()
        else:
            places = []
        stated = _YEAR_AFTER.match(text, end)
        whole = start, stated.end() if stated else end
        yield from _in_month(places, whole, month=month, year=int(stated[1]) if stated else None)


def _in_month(
    places: list[tuple[int, int, str]], whole: tuple[int, int], *, month: int, year: int | None
) -> Iterator[DateMention]:
    """One mention for each day of ``5-7 January``; the first and the last share out the ``whole``."""
    if not places and year:
        yield DateMention(f"{year}-{month:02}", *whole)
    for order, (start, end, day) in enumerate(places):
        value = _iso(year, month, 1 if day == "premier" else int(day))
        if value:
            yield DateMention(
                value,
                min(start, whole[0]) if order == 0 else start,
                max(end, whole[1]) if order == len(places) - 1 else end,
            )


def _lone_years(text: str) -> Iterator[DateMention]:
    for match in _LONE_YEAR.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        counted = bool(_COUNTED.match(text, match.end()))
        sure, recent = bool(_SURE_YEAR.search(before)), 1900 <= int(match[0]) <= 2100
        if (recent and (sure or not counted)) or (not counted and (sure or _LIKELY_YEAR.search(before))):
            yield DateMention(match[0], *match.span())


def _iso(year: int | None, month: int, day: int) -> str:
    """The ISO form, empty when there is no such day; a day without year may be a leap day."""
    try:
        whole = date(year if year is not None else 2000, month, day)
    except ValueError:
        return ""
    return whole.isoformat() if year is not None else f"--{month:02}-{day:02}"
