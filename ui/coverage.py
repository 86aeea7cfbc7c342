"""When the articles were published: a bar for each day or week, a strip for each of the largest stories.

Drawn here as HTML and SVG because a plot of Gradio's would be 3 MB of script, and no keyboard reaches its
bars.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.article import Language
from corpus.text.dates import format_date
from corpus.text.typography import number
from ui.markup import NOTHING, Html, joined, safe, tag
from ui.strings import clipped, counted, say
from ui.topics import Topic

MOST_DAYS = 31  # bars of a day each: a finger hits them on a laptop, on a phone they are 10 pixels wide
TOPICS = 8  # strips below the bars: all is seen at once
TITLE = 70  # characters of a story's title beside its strip: two lines


@dataclass(frozen=True, slots=True)
class Period:
    """A day or a week from Monday to Sunday; ``last`` is its last day."""

    first: date
    last: date


def periods(days: Iterable[date]) -> tuple[Period, ...]:
    """The days from the first to the last of ``days`` without a gap, or their weeks when they are many."""
    known = sorted(days)
    if not known:
        return ()
    first, step = known[0], timedelta(1)
    if (known[-1] - first).days >= MOST_DAYS:
        first, step = first - timedelta(first.weekday()), timedelta(7)
    count = (known[-1] - first) // step + 1
    return tuple(Period(first + n * step, first + (n + 1) * step - timedelta(1)) for n in range(count))


def coverage(topics: Sequence[Topic], language: Language) -> Html:
    """All articles of ``topics`` by day or week, and the largest stories below on the same axis."""
    days = [day for topic in topics for day in topic.days]
    row = periods(days)
    if len(row) < 2:
        return NOTHING
    weekly = row[0].first < row[0].last
    words = tag("figcaption", safe(say("coverage_weeks" if weekly else "coverage_days", language)))
    counts = _counts(days, row)
    bars = (_bar(period, n, max(counts), language) for period, n in zip(row, counts, strict=True))
    ends = (tag("span", safe(format_date(day, language))) for day in (row[0].first, max(days)))
    return tag(
        "figure",
        words,
        tag("ol", *bars, class_="bars"),
        tag("p", *ends, class_="axis", aria_hidden="true"),
        _strips(topics, row, language),
        class_="coverage",
    )


def _counts(days: Iterable[date], row: Sequence[Period]) -> list[int]:
    length = (row[0].last - row[0].first).days + 1
    places = Counter((day - row[0].first).days // length for day in days)
    return [places[place] for place in range(len(row))]


def _bar(period: Period, n: int, most: int, language: Language) -> Html:
    if not n:
        return tag("li")
    kind = "period_day" if period.first == period.last else "period_week"
    day, articles = format_date(period.first, language), counted("articles", n, language)
    label = say(kind, language, day=day, articles=articles)
    return tag(
        "li",
        tag(
            "button",
            tag("span", safe(number(n, language)), aria_hidden="true"),
            _columns([n], most),
            type="button",
            aria_label=label,
            title=label,
            data_act="narrow",
            data_since=period.first.isoformat(),
            data_until=period.last.isoformat(),
        ),
    )


def _strips(topics: Sequence[Topic], row: Sequence[Period], language: Language) -> Html:
    """The stories of at least two articles, those of most articles first, then the newest."""
    followed = [topic for topic in topics if len(topic.days) > 1]
    largest = sorted(followed, key=lambda topic: -len(topic.days))[:TOPICS]
    if not largest:
        return NOTHING
    every = [_counts(topic.days, row) for topic in largest]
    most = max(max(counts) for counts in every)
    lines = (
        tag("li", _name(topic), _strip(topic, counts, most, language))
        for topic, counts in zip(largest, every, strict=True)
    )
    words = tag("p", safe(say("coverage_topics", language)), class_="caption")
    return joined((words, tag("ol", *lines, class_="strips")))


def _name(topic: Topic) -> Html:
    title = topic.lead.passage.byline.title
    return tag(
        "button",
        safe(clipped(title, TITLE)),
        type="button",
        lang=topic.lead.passage.language,
        data_act="narrow",
        data_articles=" ".join(topic.story.articles),
    )


def _strip(topic: Topic, counts: Sequence[int], most: int, language: Language) -> Html:
    first, last = (format_date(day, language) for day in (topic.days[0], topic.days[-1]))
    articles = counted("articles", len(topic.days), language)
    return _columns(counts, most, label=say("strip", language, articles=articles, first=first, last=last))


def _columns(counts: Sequence[int], most: int, *, label: str = "") -> Html:
    """Columns of equal width as an image; the highest possible one is ``most``."""
    columns = (
        tag("rect", x=f"{place + 0.08:.2f}", y=_top(n, most), width="0.84", height=100 - _top(n, most))
        for place, n in enumerate(counts)
        if n
    )
    seen = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true"}
    box = f"0 0 {len(counts)} 100"
    return tag("svg", *columns, viewBox=box, preserveAspectRatio="none", class_="columns", **seen)


def _top(n: int, most: int) -> int:
    return 100 - max(12, round(100 * n / most))
