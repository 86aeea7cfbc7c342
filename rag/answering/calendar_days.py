"""The days and months of the calendar that a question names, and the year that it leaves out."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.article import Language
from corpus.text.dates import dates_in, format_date
from rag.answering.deixis import Days, month_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A day or month of the calendar in ISO form, ``--02-06`` and ``--02`` without a year."""

    value: str
    start: int
    end: int

    @property
    def has_day(self) -> bool:
        """Whether it is a day, not a whole month."""
        return self.value.count("-") == (3 if self.value.startswith("--") else 2)


MONTHS: dict[Language, tuple[str, ...]] = {
    language: tuple(format_date(date(2000, n, 1), language).split()[1].casefold() for n in range(1, 13))
    for language in ("fr", "en")
}
_MONTH: dict[Language, re.Pattern[str]] = {
    language: re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])", re.IGNORECASE)
    for language, names in MONTHS.items()
}


def mentions_in(text: str, language: Language) -> tuple[Mention, ...]:
    """The days and months that ``text`` names, in order; English months need no capital here."""
    if language == "en":
        text = _MONTH["en"].sub(lambda month: month[0].capitalize(), text)
    dated = [Mention(found.value, found.start, found.end) for found in dates_in(text, language)]
    dated = [mention for mention in dated if len(mention.value) > len("2022")]
    bare = [
        Mention(f"--{MONTHS[language].index(month[0].casefold()) + 1:02}", *month.span())
        for month in _MONTH[language].finditer(text)
        if not any(mention.start < month.end() and month.start() < mention.end for mention in dated)
    ]
    return tuple(sorted(dated + bare, key=lambda mention: mention.start))


def stretch(first: str, last: str, today: date) -> Days | None:
    """From ``first`` to ``last``; the year that one of them does not say follows from the other's."""
    if _has_year(last) and not _has_year(first):
        end = latest(last, today)
        begin = latest(first, end[1]) if end else None
    else:
        begin = latest(first, today)
        end = _soonest(last, begin[0]) if begin else None
    return (min(begin[0], end[0]), max(begin[1], end[1])) if begin and end else None


def _has_year(value: str) -> bool:
    return not value.startswith("--")


def latest(value: str, day: date) -> Days | None:
    """The days of ``value``, in the latest year in which they begin by ``day`` when it says none."""
    found = (_days(value, year) for year in range(day.year, day.year - _LEAP_GAP, -1))
    return next((days for days in found if days and (_has_year(value) or days[0] <= day)), None)


def _soonest(value: str, day: date) -> Days | None:
    """The days of ``value``, in the first year in which they end no sooner than ``day`` when it says none."""
    found = (_days(value, year) for year in range(day.year, day.year + _LEAP_GAP))
    return next((days for days in found if days and (_has_year(value) or days[1] >= day)), None)


# Years until 29 February is sure to come again: 8 around 1900, one more because both ends count.
_LEAP_GAP = 9


def _days(value: str, year: int) -> Days | None:
    """The first and last day of ``2023-02-06``, ``2023-02``, ``--02-06`` or ``--02``, those of ``year``."""
    said, month, *day = value.split("-") if _has_year(value) else [str(year), *value[2:].split("-")]
    try:
        only = date(int(said), int(month), int(day[0])) if day else None
        return (only, only) if only else month_of(int(said), int(month))
    except ValueError:
        return None
