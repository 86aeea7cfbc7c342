"""The quality page: what the library, the index and the models are, in plain words."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus.article import Language
from corpus.text.dates import format_date
from corpus.text.typography import number
from corpus.wording import Line
from rag.answer import Facts, IndexReport
from rag.measured import Measured
from ui.feedback import FILE
from ui.figures import figures
from ui.markup import Html, joined, safe, tag
from ui.strings import say


@dataclass(frozen=True, slots=True)
class Kept:
    """The library: its folder, its files that are no articles and why, and what the index lacks of it."""

    folder: Path
    unread: tuple[tuple[Path, Line], ...]
    behind: IndexReport


def quality(facts: Facts, kept: Kept, measured: Measured | None, language: Language) -> Html:
    """Counts, index, models, where things are ``kept``, and what was ``measured``."""
    passages = say("quality_passages_of", language, n=number(facts.passages, language))
    embedder = say("quality_embedder_is", language, embedder=facts.embedder)
    newest = format_date(facts.newest, language) if facts.newest else say("undated", language)
    where = say("quality_sample", language) if facts.sample else str(kept.folder)
    rows = (
        _fact("quality_articles", _articles(facts, language), language),
        _fact("quality_passages", safe(passages), language),
        _fact("quality_newest", safe(newest), language),
        _fact("quality_library", safe(where), language),
        _fact("quality_unread", _unread(kept, language), language),
        _fact("quality_index", _index(facts, kept.behind, language), language),
        _fact("quality_embedder", safe(embedder), language),
        _fact("quality_reader", safe(_reader(facts, language)), language),
        _fact("quality_engine", safe(_engine(facts, language)), language),
        _fact("quality_feedback", safe(say("quality_feedback_is", language, file=FILE)), language),
    )
    title = tag("h2", safe(say("quality_title", language)))
    return joined((title, tag("dl", *rows, class_="quality"), figures(measured, facts, language)))


def _fact(key: str, words: Html, language: Language) -> Html:
    return tag("div", tag("dt", safe(say(key, language))), tag("dd", words))


def _articles(facts: Facts, language: Language) -> Html:
    shares = [
        say("quality_of_language", language, tongue=say(spoken, language), n=number(count, language))
        for spoken, count in facts.articles_by_language
    ]
    return safe(" · ".join([number(facts.articles, language), *shares]))


def _index(facts: Facts, behind: IndexReport, language: Language) -> Html:
    index = safe(say("quality_index_is", language, generation=facts.generation))
    if behind.idle:
        return index
    lacks = {name: number(getattr(behind, name), language) for name in ("added", "changed", "removed")}
    return joined((index, tag("p", safe(say("quality_index_behind", language, **lacks)), class_="behind")))


def _unread(kept: Kept, language: Language) -> Html:
    if not kept.unread:
        return safe(say("quality_all_read", language))
    files = (
        tag("li", tag("b", safe(PurePath(path).name)), safe(" — "), safe(why.said(language)))
        for path, why in kept.unread
    )
    return tag("ul", *files, class_="reasons")


def _reader(facts: Facts, language: Language) -> str:
    if not facts.reader:
        return say("quality_no_reader", language)
    return say("quality_reader_is", language, reader=facts.reader)


def _engine(facts: Facts, language: Language) -> str:
    if facts.engine == "extractive":
        return say("quality_extractive", language)
    return say("quality_llm", language, engine=facts.engine)
