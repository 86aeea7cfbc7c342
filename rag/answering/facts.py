"""Numbers and dates of a claim against those of its sources: a closed world of language-neutral values."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from corpus.article import Language, Passage
from corpus.text.clock import Clock, clocks_in
from corpus.text.dates import DateMention, dates_in
from corpus.text.normalise import fold_accents
from corpus.text.numbers import Quantity, quantities

_S = "[ \u00a0\u202f]"
# A figure that a letter does not hold (S-400 is a name), with the capitalised word that it may number.
_LABEL = re.compile(
    rf"(?:(?P<name>\b[^\W\d_a-zà-öø-ÿ]\w+){_S})?(?<![\w-])"
    r"(?P<figure>\d+(?:[.,:]\d+)*)"
)
# Powers of ten that are said without a figure: « des milliers », “billions of euros”.
_POWERS: dict[Language, dict[str, int]] = {
    "fr": {"dizaine": 1, "centaine": 2, "millier": 3, "million": 6, "milliard": 9, "billion": 12},
    "en": {"ten": 1, "dozen": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "milliard": 9,
           "trillion": 12},
}  # fmt: skip
_POWER = {
    language: re.compile(rf"\b({'|'.join(powers)})s?\b", re.IGNORECASE)
    for language, powers in _POWERS.items()
}


def covered(text: str, language: Language) -> frozenset[int]:
    """The characters of ``text`` that belong to a date, a time of day or a number."""
    ranges = [range(day.start, day.end) for day in dates_in(text, language)]
    ranges += [range(clock.start, clock.end) for clock in clocks_in(text, language)]
    ranges += [range(figure.start, figure.end) for figure in quantities(text, language)]
    return frozenset(place for covered in ranges for place in covered)


def figures_in(text: str, language: Language) -> tuple[Quantity, ...]:
    """The numbers of ``text`` that are no part of a date or a time of day."""
    times: tuple[DateMention | Clock, ...] = (*dates_in(text, language), *clocks_in(text, language))
    return tuple(
        figure
        for figure in quantities(text, language)
        if not any(time.start < figure.end and figure.start < time.end for time in times)
    )


def unknown_figures(
    text: str, language: Language, sources: Iterable[tuple[str, Language]]
) -> tuple[str, ...]:
    """The numbers of ``text``, as written, whose value and unit no source has; tolerance is 0."""
    known = {
        (figure.value, figure.unit) for source, tongue in sources for figure in figures_in(source, tongue)
    }
    return tuple(
        text[figure.start : figure.end]
        for figure in figures_in(text, language)
        if (figure.value, figure.unit) not in known
    )


def unknown_powers(text: str, language: Language, sources: Iterable[tuple[str, Language]]) -> tuple[str, ...]:
    """The powers of ten of ``text`` that have no figure and that no source says as often: « en millions ».

    Where no source says any, one is known that some figure of a source reaches.
    """
    found = tuple(_powers(text, language))
    if not found:
        return ()
    sources = tuple(sources)
    said = Counter(power for source, tongue in sources for power, _ in _powers(source, tongue))
    figures = (figure for source, tongue in sources for figure in figures_in(source, tongue))
    most = max((figure.value for figure in figures), default=0)
    often = Counter(power for power, _ in found)
    return tuple(
        written for power, written in found if (often[power] > said[power] if said else 10**power > most)
    )


def _powers(text: str, language: Language) -> Iterator[tuple[int, str]]:
    places = covered(text, language)
    for match in _POWER[language].finditer(text):
        if match.start() not in places:
            yield _POWERS[language][match[1].casefold()], match[0]


def unknown_labels(text: str, language: Language, sources: Iterable[tuple[str, Language]]) -> tuple[str, ...]:
    """The figures of ``text`` that count nothing and that no source has: Leopard 2, 23e, 49.3.

    A figure after a capital is compared with the word before it.
    """
    known = {key for source, tongue in sources for key, _ in _labels(source, tongue)}
    return tuple(written for key, written in _labels(text, language) if key not in known)


def _labels(text: str, language: Language) -> Iterator[tuple[str, str]]:
    places = covered(text, language)
    for match in _LABEL.finditer(text):
        if match.start("figure") in places:
            continue
        yield f"{fold_accents(match['name'] or '').casefold()} {match['figure']}", match[0]


def unknown_times(text: str, language: Language, sources: Iterable[tuple[str, Language]]) -> tuple[str, ...]:
    """The times of day of ``text``, as written, that no source has: « 16 h » is “4 p.m.”."""
    known = [clock for source, tongue in sources for clock in clocks_in(source, tongue)]
    return tuple(
        text[clock.start : clock.end]
        for clock in clocks_in(text, language)
        if not any(clock.agrees(other) for other in known)
    )


def unknown_dates(text: str, language: Language, passages: Iterable[Passage]) -> tuple[str, ...]:
    """The dates of ``text``, as written, that no passage names.

    A date that says less than its source's is known (« le 19 décembre », “in 2022”); one that adds the
    year is known when it is the day nearest to the passage's date of publication.
    """
    known = {day for passage in passages for day in _days(passage)}
    return tuple(
        text[mention.start : mention.end]
        for mention in dates_in(text, language)
        if not any(_within(mention, day) for day in known)
    )


def _within(mention: DateMention, day: str) -> bool:
    if mention.value.startswith("--"):
        return day.endswith(mention.value[1:])
    return day == mention.value or day.startswith(mention.value + "-")


def _days(passage: Passage) -> Iterator[str]:
    for mention in dates_in(passage.text, passage.language):
        yield mention.value
        if mention.value.startswith("--") and passage.byline.published:
            yield from nearest_day(mention.value, passage.byline.published)


def nearest_day(value: str, published: date) -> Iterator[str]:
    """The day ``--MM-DD`` whose year puts it nearest to ``published``."""
    month, day = int(value[2:4]), int(value[5:7])
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:  # 29 February of a common year
            continue
    if days:
        yield min(days, key=lambda other: abs(other - published)).isoformat()
