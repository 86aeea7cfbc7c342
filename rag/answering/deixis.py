"""Times that are told from today: « hier », "last week", « ces trois derniers jours », "3 days ago"."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.article import Language
from corpus.text.number_words import word_numbers

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}


@dataclass(frozen=True, slots=True)
class Time:
    """The days ``first`` to ``last``, both inclusive, that ``text[start:end]`` names."""

    first: date
    last: date
    start: int
    end: int


Days = tuple[date, date]
Reading = Callable[[re.Match[str], Language, date], Days | None]


def told_from_today(text: str, language: Language, today: date) -> Iterator[Time]:
    """The times that ``text`` counts from ``today``, by kind and without overlap.

    A week begins on Monday; "the last 3 days" ends today, "last week" is the whole week before this one.
    Years ("last year") and vague times ("recently", « ces derniers jours ») are none. Nor are words that
    begin with a capital within a sentence: USA Today, « Aujourd'hui en France ».
    """
    taken: set[int] = set()
    for pattern, reading in _READINGS[language]:
        for match in pattern.finditer(text):
            places = set(range(*match.span()))
            if places & taken or _is_name(match, language):
                continue
            taken |= places
            if days := reading(match, language, today):
                yield Time(*days, *match.span())


def before(day: date, days: int) -> date:
    """The day that lies ``days`` before ``day``; the first day there is when that is too far."""
    return date.fromordinal(max(1, day.toordinal() - days))


def month_of(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _is_name(match: re.Match[str], language: Language) -> bool:
    if not match[0][0].isupper() or match[0].split()[0].casefold() in WEEKDAYS[language]:
        return False
    lead = match.string[: match.start()].rstrip(" «“\"'(–—-")
    return not match.string.isupper() and bool(lead) and lead[-1] not in ".?!:;,"


def _back(first: int, last: int | None = None) -> Reading:
    """So many days ago, or from ``first`` to ``last`` days ago."""
    return lambda _, __, today: (before(today, first), before(today, first if last is None else last))


def _this_week(_: re.Match[str], __: Language, today: date) -> Days:
    return before(today, today.weekday()), today


def _this_month(_: re.Match[str], __: Language, today: date) -> Days:
    return today.replace(day=1), today


def _last_week(_: re.Match[str], __: Language, today: date) -> Days:
    return before(today, today.weekday() + 7), before(today, today.weekday() + 1)


def _last_weekend(_: re.Match[str], __: Language, today: date) -> Days:
    sunday = before(today, today.weekday() + 1)
    return before(sunday, 1), sunday


def _last_month(_: re.Match[str], __: Language, today: date) -> Days:
    end = before(today, today.day)
    return month_of(end.year, end.month)


def _last_weekday(match: re.Match[str], language: Language, today: date) -> Days:
    wanted = WEEKDAYS[language].index(match[1].casefold())
    day = before(today, (today.weekday() - wanted - 1) % 7 + 1)
    return day, day


def _ago(match: re.Match[str], language: Language, today: date) -> Days | None:
    count = _count(match[1], language)
    return None if count is None else (before(today, count), before(today, count))


def _rolling(match: re.Match[str], language: Language, today: date) -> Days | None:
    """The last so many hours, days, weeks or months until today; one where no number is said."""
    said, unit = match.groups() if match.lastindex == 2 else ("1", match[1])
    count = _count(said, language)
    if count is None:
        return None
    if unit[0] in "hH":
        count = -(-count // 24)
    if unit[0] in "sSwW":
        count *= 7
    if unit[0] in "mM":
        return _months_before(today, count), today
    return before(today, count), today


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    return min(month_of(year, month + 1)[1], month_of(year, month + 1)[0] + timedelta(days=day.day - 1))


def _count(said: str, language: Language) -> int | None:
    if said.isdecimal():
        return int(said)
    # « neuf » is a number only before a noun.
    spelled = next(iter(word_numbers(f"{said.casefold()} jours", language)), None)
    return spelled.value if spelled and spelled.end == len(said) else None


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])".replace(" ", r"\s+"), re.IGNORECASE)


_N = r"(\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)"
# "the last three days of the campaign" are not the three days before today.
_OF = {"fr": r"(?!\s+(?:de|du|des|avant|précédant)\b|\s+d')", "en": r"(?!\s+(?:of|before|leading|prior)\b)"}
_UNIT = {"fr": "(heures?|jours?|semaines?|mois)", "en": "(hours?|days?|weeks?|months?)"}
_ANY_DAY = {language: f"({'|'.join(names)})" for language, names in WEEKDAYS.items()}
_COURSE = "(?:(?:au cours|lors|pendant|durant|dans|sur) )?"

# The longer wording stands before the one that it holds: « avant-hier » before « hier ».
_READINGS: dict[Language, tuple[tuple[re.Pattern[str], Reading], ...]] = {
    "fr": (
        (_read(r"avant[- ]hier(?: (?:matin|soir|après-midi))?"), _back(2)),
        (_read(r"hier(?: (?:matin|soir|midi|après-midi))?"), _back(1)),
        (_read(r"la nuit (?:dernière|derniere|passée)"), _back(1, 0)),
        (_read(r"aujourd'hui(?! (?:encore|même))|ce matin|ce soir|cet après-midi"), _back(0)),
        (_read(r"cette semaine" + _OF["fr"]), _this_week),
        (_read(r"ce mois-ci"), _this_month),
        (_read(rf"{_COURSE}(?:les|ces|des) {_N} derni(?:ers|[eè]res) {_UNIT['fr']}{_OF['fr']}"), _rolling),
        (_read(rf"{_COURSE}(?:les|ces|des) derni(?:ers|[eè]res) {_N} {_UNIT['fr']}{_OF['fr']}"), _rolling),
        (
            _read(
                r"(?:(?:au cours|lors) (?:de la|du)|(?:pendant|durant|dans|sur) l[ae])"
                rf" derni(?:er|[eè]re) (semaine|mois){_OF['fr']}"
            ),
            _rolling,
        ),
        (_read(r"(?:la )?semaine derni[eè]re|la semaine passée"), _last_week),
        (_read(r"(?:le |du |au )?mois dernier|(?:le|du|au) mois passé"), _last_month),
        (_read(r"(?:le |du |ce )?week-?end (?:dernier|passé)"), _last_weekend),
        (_read(rf"{_ANY_DAY['fr']} (?:dernier|passé)"), _last_weekday),
        (_read(rf"il y a {_N} jours?{_OF['fr']}"), _ago),
    ),
    "en": (
        (_read(r"the day before yesterday"), _back(2)),
        (_read(r"yesterday(?:'s| morning| afternoon| evening| night)?"), _back(1)),
        (_read(r"last night"), _back(1, 0)),
        (_read(r"(?:earlier )?today(?:'s)?|this (?:morning|afternoon|evening)"), _back(0)),
        (_read(r"this week(?:'s)?" + _OF["en"]), _this_week),
        (_read(r"this month(?:'s)?" + _OF["en"]), _this_month),
        (
            _read(
                r"(?:(?:in|over|during|within|for) )?(?:the|these|those) (?:last|past) "
                rf"{_N} {_UNIT['en']}{_OF['en']}"
            ),
            _rolling,
        ),
        (_read(r"(?:in|over|during|within) the (?:last|past) (week|month)" + _OF["en"]), _rolling),
        (_read(r"the past (week|month)" + _OF["en"]), _rolling),
        (_read(r"(?<!the\s)last week(?:'s)?" + _OF["en"]), _last_week),
        (_read(r"(?<!the\s)last month(?:'s)?" + _OF["en"]), _last_month),
        (_read(r"(?<!the\s)last weekend(?:'s)?" + _OF["en"]), _last_weekend),
        (_read(rf"(?<!the\s)last {_ANY_DAY['en']}(?:'s)?{_OF['en']}"), _last_weekday),
        (_read(rf"{_N} days? ago"), _ago),
    ),
}
