"""Which articles are read for an answer: the chips that say so and the form that changes it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.article import LANGUAGES, Language
from corpus.text.dates import format_date
from corpus.text.typography import number
from rag.answer import Filters
from ui.markup import NOTHING, Html, safe, tag
from ui.strings import clipped, say

TITLE = 48  # characters of an article's title on a chip: one line of a phone
EACH = 2  # articles that have a chip each; those of a whole story share one
Choice = tuple[str, str]  # value and label of an option


def bar(
    filters: Filters,
    sources: Iterable[str],
    titles: Mapping[str, str],
    language: Language,
    *,
    editing: int = 0,
) -> Html:
    """The filters in force, each with a button that takes it off, and the form that sets them.

    ``titles`` name the articles of ``filters``; ``editing`` is the question being rewritten, 0 for none.
    """
    chips = [_chip("editing", "", say("chip_editing", language, n=editing), language)] if editing else []
    chips += [_chip(*one, language) for one in _in_force(filters, titles, language)]
    none = NOTHING if filters else tag("li", safe(say("no_filter", language)), class_="no-filter")
    everything = safe(say("take_off_all", language))
    clear = tag("button", everything, type="button", data_act="drop", data_name="all")
    several = tag("li", clear, class_="clear") if len(chips) > 1 and filters else NOTHING
    listed = tag("ul", none, *chips, several, class_="chips", aria_label=say("filters", language))
    return tag("div", listed, _form(filters, sources, language), class_="bar")


def chosen(filters: Filters, values: Mapping[str, Any]) -> Filters:
    """``filters`` with what the form says; its articles stay, dates in the wrong order are swapped."""
    since, until = (_day(values.get(name)) for name in ("since", "until"))
    if since and until and since > until:
        since, until = until, since
    source, spoken = values.get("source"), values.get("language")
    return replace(
        filters,
        since=since,
        until=until,
        sources=(str(source),) if source else (),
        languages=tuple(one for one in LANGUAGES if one == spoken),
    )


def narrowed(values: Mapping[str, Any]) -> Filters:
    """Filters for the days or the articles, ids with spaces between, that were chosen in the overview."""
    since, until = (_day(values.get(name)) for name in ("since", "until"))
    return Filters(since=since, until=until, articles=tuple(str(values.get("articles") or "").split()))


def without(filters: Filters, name: str, value: str = "") -> Filters:
    """``filters`` without the one on the chip ``name``; "all" takes off every one."""
    if name == "all":
        return Filters()
    return replace(
        filters,
        since=None if name == "since" else filters.since,
        until=None if name == "until" else filters.until,
        sources=tuple(one for one in filters.sources if (name, value) != ("sources", one)),
        articles=tuple(one for one in filters.articles if name != "articles" or value not in (one, "")),
        languages=tuple(one for one in filters.languages if (name, value) != ("languages", one)),
    )


def _in_force(
    filters: Filters, titles: Mapping[str, str], language: Language
) -> Iterator[tuple[str, str, str]]:
    """Name, value and words of each filter."""
    if filters.since:
        yield "since", "", say("chip_since", language, day=format_date(filters.since, language))
    if filters.until:
        yield "until", "", say("chip_until", language, day=format_date(filters.until, language))
    for source in filters.sources:
        yield "sources", source, source
    for spoken in filters.languages:
        yield "languages", spoken, say("chip_language", language, tongue=say(spoken, language))
    if len(filters.articles) > EACH:
        title = clipped(titles.get(filters.articles[0], filters.articles[0]), TITLE)
        n = number(len(filters.articles), language)
        yield "articles", "", say("chip_articles", language, n=n, title=title)
        return
    for article in filters.articles:
        title = clipped(titles.get(article, article), TITLE)
        yield "articles", article, say("chip_article", language, title=title)


def _chip(name: str, value: str, words: str, language: Language) -> Html:
    cross = tag("span", safe("×"), aria_hidden="true")
    button = tag(
        "button",
        safe(words),
        cross,
        type="button",
        aria_label=say("take_off", language, chip=words),
        data_act="drop",
        data_name=name,
        data_value=value,
    )
    return tag("li", button, class_="chip")


def _form(filters: Filters, sources: Iterable[str], language: Language) -> Html:
    outlets = [("", say("any_source", language)), *((source, source) for source in sources)]
    tongues = [("", say("any_language", language)), *((one, say(one, language)) for one in LANGUAGES)]
    fields = (
        _date("since", filters.since, language),
        _date("until", filters.until, language),
        _select("source", outlets, next(iter(filters.sources), ""), language),
        _select("language", tongues, next(iter(filters.languages), ""), language),
    )
    submit = tag("button", safe(say("apply", language)), type="submit", class_="plain")
    form = tag("form", *fields, submit, data_act="filter")
    return tag("details", tag("summary", safe(say("filters", language))), form, class_="filters")


def _date(name: str, value: date | None, language: Language) -> Html:
    field = tag("input", type="date", name=name, value=value.isoformat() if value else "")
    return tag("label", safe(say(f"filter_{name}", language)), field)


def _select(name: str, choices: Iterable[Choice], value: str, language: Language) -> Html:
    options = (
        tag("option", safe(label), value=one, selected="" if one == value else None) for one, label in choices
    )
    return tag("label", safe(say(f"filter_{name}", language)), tag("select", *options, name=name))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
