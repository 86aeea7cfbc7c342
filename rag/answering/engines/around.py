"""What a passage tells besides its sentences: its byline, and the days that it is about."""

import re
from datetime import timedelta

from corpus.article import LANGUAGES, Language
from corpus.text.dates import dates_in
from rag.answer import Hit
from rag.answering.calendar_days import MONTHS

# The end of a date that names a day: ``-12-19``.
DAY = re.compile(r"-\d\d-\d\d\Z")
# A month by itself: “in March”, « fin janvier »; the March of « 11 mars » is a day's.
_BEFORE = r"\b(?:in|of|since|early|late|mid|en|de|depuis|début|fin|mi)[ \u00a0-]"
_MONTH: dict[Language, re.Pattern[str]] = {
    language: re.compile(rf"{_BEFORE}({'|'.join(MONTHS[language])})\b", re.IGNORECASE)
    for language in LANGUAGES
}


def told_by(hit: Hit) -> str:
    """All that a passage tells: its text, title, source and year."""
    byline = hit.passage.byline
    year = byline.published.year if byline.published else ""
    return f"{byline.title} {byline.source} {year} {hit.passage.text}"


def days_told_by(hit: Hit) -> frozenset[str]:
    """The days (``12-19``) a passage is about: those it names, that of its article and the one before."""
    passage, published = hit.passage, hit.passage.byline.published
    named = {day.value[-5:] for day in dates_in(passage.text, passage.language) if DAY.search(day.value)}
    news = {published, published - timedelta(days=1)} if published else set()
    return frozenset(named | {f"{day:%m-%d}" for day in news})


def months_in(text: str, language: Language) -> frozenset[int]:
    """The months (1…12) that ``text`` names without a day."""
    return frozenset(1 + MONTHS[language].index(name.lower()) for name in _MONTH[language].findall(text))


def months_told_by(hit: Hit) -> frozenset[int]:
    """The months a passage is about: those it names and that of its article."""
    published = hit.passage.byline.published
    news = {published.month} if published else set()
    return months_in(hit.passage.text, hit.passage.language) | news
