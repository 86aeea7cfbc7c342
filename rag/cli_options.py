"""What the commands share: their options, and the way from options to an assistant and back to a page."""

import json
from collections import Counter
from datetime import date
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from corpus.article import LANGUAGES, Language
from rag.answer import Filters
from rag.errors import UsageError
from rag.forms import Json
from rag.lines import told
from rag.settings import Settings, terminal_language

# What each is for, `rag.guide` says.
_DAY = "YYYY-MM-DD"
Home = Annotated[Path | None, typer.Option("--home", metavar="DIR")]
AsJson = Annotated[bool, typer.Option("--json")]
Lang = Annotated[str, typer.Option("--lang", metavar="auto|fr|en")]
Since = Annotated[str | None, typer.Option("--since", metavar=_DAY)]
Until = Annotated[str | None, typer.Option("--until", metavar=_DAY)]
Sources = Annotated[list[str] | None, typer.Option("--source", metavar="NAME")]
Articles = Annotated[list[str] | None, typer.Option("--article", metavar="ID")]
Today = Annotated[str | None, typer.Option("--today", metavar=_DAY)]
ArticleLang = Annotated[str | None, typer.Option("--article-lang", metavar="fr|en")]


def settings_of(home: Path | None, *, host: str | None = None, port: int | None = None) -> Settings:
    """The settings of the environment, with the options that are not None."""
    return Settings.from_env().with_options(home=home, host=host, port=port)


def assistant_of(home: Path | None, today: str | None = None) -> Any:  # noqa: ANN401  (loads only when a command runs)
    """The assistant of ``home``; questions are read as asked on ``today``, None: the day it is."""
    return import_module("rag.assistant").open_assistant(settings_of(home), today=_day("--today", today))


def emit(form: Json, text: str, *, as_json: bool) -> None:
    """Print the object on one line, or the text."""
    typer.echo(json.dumps(form, ensure_ascii=False) if as_json else text)


def language_of(value: str) -> Any:  # noqa: ANN401  (Language or "auto")
    """The value of ``--lang``.

    :raises UsageError: it is not auto, fr or en.
    """
    if value not in ("auto", *LANGUAGES):
        raise UsageError(told("lang", option="--lang", value=value))
    return value


def spoken(value: str) -> Language:
    """The language of what is no answer: that of ``--lang``, or with auto that of the terminal.

    :raises UsageError: it is not auto, fr or en.
    """
    chosen: Language | Literal["auto"] = language_of(value)
    return terminal_language() if chosen == "auto" else chosen


def filters_of(
    since: str | None,
    until: str | None,
    sources: list[str] | None,
    articles: list[str] | None,
    article_lang: str | None,
) -> Filters:
    """The filters that the options name.

    :raises UsageError: an unknown language, no date, or a time that ends before it begins.
    """
    if article_lang is not None and article_lang not in LANGUAGES:
        raise UsageError(told("article_lang", value=article_lang))
    languages = (article_lang,) if article_lang else ()
    first, last = _day("--since", since), _day("--until", until)
    if first and last and first > last:
        raise UsageError(told("swapped", first=first, last=last))
    return Filters(first, last, tuple(sources or ()), tuple(articles or ()), languages)


def _day(option: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(told("day", option=option, value=value)) from None


def check_names(assistant: Any, filters: Filters) -> None:  # noqa: ANN401
    """An unknown --article or --source is a mistake to tell, not a filter that finds nothing.

    :raises UnknownArticle: no article has that id.
    :raises UsageError: no article has that source; the likeliest or else the commonest is named.
    """
    for article_id in filters.articles:
        assistant.article(article_id)
    if filters.sources:
        known = Counter(byline.source for _, byline, *_ in assistant.index().articles())
        for source in filters.sources:
            _check_source(source, known)


def _check_source(source: str, known: Counter[str]) -> None:
    names = {name.casefold(): name for name, _ in reversed(known.most_common())}
    if names and source.casefold() not in names:
        near = get_close_matches(source.casefold(), names, n=1) or list(names)[-1:]
        raise UsageError(told("source", value=source, near=names[near[0]]))
