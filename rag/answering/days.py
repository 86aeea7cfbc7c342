"""The days that a sentence names, those told from the day of its article included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.article import Language
from corpus.text.dates import dates_in, format_date
from rag.answering.calendar_days import MONTHS
from rag.answering.deixis import WEEKDAYS, before, month_of, told_from_today
from rag.answering.facts import nearest_day

# One character for one; what is quoted was said on some other day.
_SAME = str.maketrans("’ʼ\u00a0\u202f\u2009\n", "''    ")
_QUOTED = re.compile(r"\A[^«“\"„»”]*[»”]|[«“\"„][^»”“\"„]*(?:[»”“\"]|\Z)")
# « le lundi », "every Monday", « lundi suivant », "the Monday before": no day that the article's date tells.
_NAMES = {language: "|".join(names) for language, names in WEEKDAYS.items()}
_MONTH_NAMES = "|".join(name.capitalize() for name in MONTHS["en"])
_WEEKDAY: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?<![\w'-])(?<!\ble )(?<!\bchaque )(?<!\bles )(?<!\bdu )(?<!\bau )"
        rf"(?P<day>{_NAMES['fr']})(?: (?:matin|soir|midi|après-midi))?(?P<after> prochain)?(?![\w-])"
        r"(?! (?:\d|(?:premier|dernier|passé|suivant|précédent|d'avant|d'après|et|ou|à)\b))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<![\w'-])(?<!\bthe )(?<!\bevery )(?<!\beach )(?<!\blast )(?P<after>next )?"
        rf"(?P<day>(?i:{_NAMES['en']}))(?: (?:morning|afternoon|evening|night))?(?![\w-])"
        rf"(?!,? (?:the )?(?:\d|(?:{_MONTH_NAMES})\b)| (?:before|after|and|or|to)\b)",
    ),
}
# What is yet to come: "will meet on Monday" is told from the article's date too, but forwards.
_AHEAD: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:doit|doivent|va|vont|prévue?s?|attendue?s?|\w{2,}r(?:a|ont|ait|aient))\b"),
    "en": re.compile(r"\b(?:will|would|due|to be|scheduled|expected|planned|next|is to|are to|set to)\b"),
}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year that ``text[start:end]`` names, in ISO form, ``--12-19`` if its year is unknown.

    ``resolved``: the text says it, or its year, only in relation to the day of the article.
    """

    value: str
    start: int
    end: int
    resolved: bool = False


def days_of(text: str, language: Language, published: date | None) -> tuple[Day, ...]:
    """The days, months and years that ``text``, of an article of ``published``, names; in order."""
    found = [_dated(Day(said.value, said.start, said.end), published) for said in dates_in(text, language)]
    if published:
        taken = {place for day in found for place in range(day.start, day.end)}
        told = (*_told(text, language, published), *_weekdays(text, language, published))
        found += [day for day in told if taken.isdisjoint(range(day.start, day.end))]
    return tuple(sorted(found, key=lambda day: day.start))


def write_day(value: str, language: Language) -> str:
    """``19 décembre 2022``, « juillet 2021 », ``2014``, ``19 December`` where the year is unknown."""
    if value.startswith("--"):
        return format_date(date(2000, int(value[2:4]), int(value[5:7])), language).rsplit(" ", 1)[0]
    year, *rest = value.split("-")
    if len(rest) == 2:
        return format_date(date.fromisoformat(value), language)
    if not rest:
        return year
    month = MONTHS[language][int(rest[0]) - 1]
    return f"{month.capitalize() if language == 'en' else month} {year}"


def _dated(day: Day, published: date | None) -> Day:
    """``day`` in the year that puts it nearest to the article's own."""
    if not day.value.startswith("--") or published is None:
        return day
    nearest = next(nearest_day(day.value, published), None)
    return Day(nearest, day.start, day.end, resolved=True) if nearest else day


def _told(text: str, language: Language, published: date) -> Iterator[Day]:
    """« hier », "three days ago", "last month": what names one day or one whole month."""
    for time in told_from_today(_plain(text), language, published):
        if time.first == time.last:
            yield Day(time.first.isoformat(), time.start, time.end, resolved=True)
        elif (time.first, time.last) == month_of(time.first.year, time.first.month):
            yield Day(time.first.isoformat()[:7], time.start, time.end, resolved=True)


def _weekdays(text: str, language: Language, published: date) -> Iterator[Day]:
    """The last such weekday up to the article's own day; the next one where the words say so."""
    plain = _plain(text)
    ahead = bool(_AHEAD[language].search(plain))
    for match in _WEEKDAY[language].finditer(plain):
        wanted = WEEKDAYS[language].index(match["day"].casefold())
        if match["after"]:
            day = published + timedelta((wanted - published.weekday() - 1) % 7 + 1)
        elif ahead:
            continue
        else:
            day = before(published, (published.weekday() - wanted) % 7)
        yield Day(day.isoformat(), *match.span(), resolved=True)


def _plain(text: str) -> str:
    """``text`` without what it quotes, place for place."""
    return _QUOTED.sub(lambda quoted: "¤" * len(quoted[0]), text.translate(_SAME))
