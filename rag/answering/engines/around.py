"""What a passage tells besides its sentences: its byline, and the days that it is about."""

import re
from datetime import timedelta

from corpus.text.dates import dates_in
from rag.answer import Hit

# The end of a date that names a day: ``-12-19``.
DAY = re.compile(r"-\d\d-\d\d\Z")


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
