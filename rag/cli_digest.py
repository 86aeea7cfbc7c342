"""The commands that tell without a question: summarize, timeline, briefing."""

from typing import Annotated

import typer

from rag import forms, shown
from rag.cli_options import (
    ArticleLang,
    Articles,
    AsJson,
    Home,
    Lang,
    Since,
    Sources,
    Until,
    assistant_of,
    check_names,
    emit,
    filters_of,
    language_of,
    spoken,
)
from rag.errors import UsageError
from rag.lines import told
from rag.usage import whole


def summarize(
    article_id: Annotated[str | None, typer.Argument(metavar="ARTICLE_ID")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="TOPIC")] = None,
    sentences: Annotated[
        int | None, typer.Option("--sentences", parser=whole("--sentences"), metavar="N")
    ] = None,
    lang: Lang = "auto",
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    article: Articles = None,
    article_lang: ArticleLang = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the summary of an article or of a topic; filters are for a topic."""
    assistant = assistant_of(home)
    filters = filters_of(since, until, source, article, article_lang)
    if article_id is not None and filters:
        raise UsageError(told("filters"))
    check_names(assistant, filters)
    answer = assistant.summarize(
        article_id, about=about, language=language_of(lang), sentences=sentences, filters=filters
    )
    emit(forms.answer_form(answer), shown.answer(answer), as_json=as_json)


def timeline(
    topic: str,
    lang: Lang = "auto",
    since: Since = None,
    until: Until = None,
    source: Sources = None,
    article: Articles = None,
    article_lang: ArticleLang = None,
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the timeline of a topic."""
    assistant = assistant_of(home)
    filters = filters_of(since, until, source, article, article_lang)
    check_names(assistant, filters)
    found = assistant.timeline(topic, language=language_of(lang), filters=filters)
    emit(forms.timeline_form(found), shown.answer(found.answer), as_json=as_json)


def briefing(
    days: Annotated[int | None, typer.Option("--days", parser=whole("--days"), metavar="N")] = None,
    lang: Lang = "auto",
    as_json: AsJson = False,
    home: Home = None,
) -> None:
    """Print the newest days, story by story."""
    found = assistant_of(home).briefing(days, language=spoken(lang))
    emit(forms.briefing_form(found), shown.answer(found.answer), as_json=as_json)
