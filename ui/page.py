"""The page: its components and what happens between them, thin callbacks over `ui.desk` and `ui.shelves`."""

from collections.abc import Iterator
from typing import Any

import gradio as gr
from gradio.events import api as endpoint

from corpus.article import Article, Language
from rag.answer import Filters
from rag.errors import DepecheError
from rag.forms import Json
from ui import filters
from ui.answerer import Answerer, Spoken
from ui.desk import Desk, Shown, Talk
from ui.layout import Layout, labels
from ui.shelves import Shelves

READERS = 4  # questions answered at once: two per core of a small laptop, so that one slow LLM stalls nobody
WAITING = 64  # readers in the queue before the next one is told to come back later
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
REMEMBERED = "() => window.depeche.language()"
REMEMBER = "(language) => window.depeche.speak(language)"
RELABEL = "() => window.depeche.label(document.querySelector('#introduction'))"
TO_THE_BOX = "() => window.depeche.compose()"

Opened = tuple[str, int | None]  # article id and paragraph, from 0
NONE_OPEN: Opened = ("", None)
Changes = tuple[Any, ...]


class Page:
    """One page; what a reader does is kept in states of their own, never here."""

    def __init__(self, assistant: Answerer) -> None:
        self._desk = Desk(assistant)
        self._shelves = Shelves(assistant)
        self.blocks: gr.Blocks = gr.Blocks(
            title="Dépêche", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)
        )
        with self.blocks:
            self._talk = gr.State(Talk())
            self._filters = gr.State(Filters())
            self._opened = gr.State(NONE_OPEN)
            self._removed = gr.State(None)
            self._on = Layout("fr")
            self._wire_language()
            self._wire_questions()
            self._wire_filters()
            self._wire_library()
            endpoint(self._ask, api_name="ask")
        self.blocks.queue(default_concurrency_limit=READERS, max_size=WAITING)

    def _wire_language(self) -> None:
        on = self._on
        opening = self.blocks.load(str, on.language, on.language, js=REMEMBERED, **QUIET)
        reading = [on.past, on.latest, on.reader]
        for event in (opening.then, on.language.input):
            event(labels, on.language, on.labelled, js=REMEMBER, **QUIET)
            self._refresh(event)
            event(self._speak, [on.language, self._talk, self._opened], reading, **QUIET)

    def _refresh(self, event: Any) -> None:  # noqa: ANN401  (a listener of Gradio's)
        """After ``event``, shows the library as it is now wherever the page tells of it."""
        on = self._on
        shown = [on.masthead, on.table, on.introduction, on.quality, on.bar, on.welcome]
        event(self._library, [on.language, self._filters, self._talk], shown, **QUIET)

    def _wire_questions(self) -> None:
        on = self._on
        given = [self._talk, on.language, on.spoken, self._filters]
        answered = [on.past, on.latest, self._talk, on.box, on.welcome, on.bar, on.stop]
        widened = on.latest.widen(self._widen, [on.language, self._talk], [self._filters, on.bar], **QUIET)
        on.box.submit(self._answer, [on.box, *given], answered, **QUIET)
        on.welcome.ask(self._answer_example, given, answered, **QUIET)
        on.latest.retry(self._again, given, answered, **QUIET)
        widened.then(self._again, given, answered, **QUIET)
        on.stop.click(self._stop, self._talk, queue=False, **QUIET)
        edited = on.latest.edit(
            self._edit, [on.language, self._talk, self._filters], [on.box, self._talk, on.bar], **QUIET
        )
        edited.then(None, js=TO_THE_BOX, **QUIET)
        for shelf in (on.past, on.latest):
            shelf.judge(self._judge, [on.language, self._talk], on.noted, **QUIET)
        on.latest.save(self._save, self._talk, on.parcel, **QUIET)

    def _wire_filters(self) -> None:
        on = self._on
        given = [on.language, self._talk, self._filters]
        on.bar.filter(self._choose, given, [self._filters, on.bar], **QUIET)
        on.bar.drop(self._drop, given, [self._filters, self._talk, on.bar], **QUIET)
        about = on.reader.about(
            self._about, [on.language, self._talk], [self._filters, on.bar, on.rooms], **QUIET
        )
        about.then(None, js=TO_THE_BOX, **QUIET)

    def _wire_library(self) -> None:
        on = self._on
        for shelf in (on.table, on.past, on.latest):
            shelf.open(self._open, on.language, [on.reader, self._opened, on.rooms], **QUIET)
        removed = on.reader.remove(
            self._remove, on.language, [on.reader, self._removed, self._opened], **QUIET
        )
        restored = on.reader.restore(
            self._restore, [on.language, self._removed], [on.reader, self._opened], **QUIET
        )
        added = on.files.upload(
            self._shelves.add, [on.files, on.language], on.report, concurrency_limit=1, **QUIET
        )
        added.then(lambda: None, None, on.files, **QUIET).then(None, js=RELABEL, **QUIET)
        pasting = [on.paste_title, on.paste_text]
        pasted = on.paste.click(
            self._paste, [*pasting, on.language], [on.report, *pasting], concurrency_limit=1, **QUIET
        )
        for change in (removed, restored, added, pasted):
            self._refresh(change.then)

    def _library(self, language: Language, wanted: Filters, talk: Talk) -> Changes:
        return (
            self._desk.masthead(language),
            self._shelves.table(language),
            self._shelves.introduction(language),
            self._shelves.quality(language),
            self._desk.bar(wanted, talk, language),
            "" if talk.number else self._desk.welcome(language),
        )

    def _speak(self, language: Language, talk: Talk, opened: Opened) -> Changes:
        return (*self._desk.conversation(talk, language), self._shelves.reading(*opened, language))

    def _answer(
        self, question: str, talk: Talk, language: Language, spoken: Spoken, wanted: Filters
    ) -> Iterator[Changes]:
        for shown in self._desk.answer(question, talk, language, spoken, wanted):
            edited = talk.editing and shown.past is not None
            yield _changes(shown, self._desk.bar(wanted, shown.talk, language) if edited else gr.skip())

    def _answer_example(
        self, talk: Talk, language: Language, spoken: Spoken, wanted: Filters, event: gr.EventData
    ) -> Iterator[Changes]:
        yield from self._answer(_told(event, "ask"), talk, language, spoken, wanted)

    def _again(self, talk: Talk, language: Language, spoken: Spoken, wanted: Filters) -> Iterator[Changes]:
        yield from self._answer(talk.asked, talk.again(), language, spoken, wanted)

    def _stop(self, talk: Talk) -> None:
        if talk.asking:
            talk.asking.stop()

    def _edit(self, language: Language, talk: Talk, wanted: Filters) -> Changes:
        editing = talk.edited(on=True)
        return talk.asked, editing, self._desk.bar(wanted, editing, language)

    def _widen(self, language: Language, talk: Talk) -> Changes:
        return Filters(), self._desk.bar(Filters(), talk, language)

    def _choose(self, language: Language, talk: Talk, wanted: Filters, event: gr.EventData) -> Changes:
        wanted = filters.chosen(wanted, event._data)
        return wanted, self._desk.bar(wanted, talk, language)

    def _drop(self, language: Language, talk: Talk, wanted: Filters, event: gr.EventData) -> Changes:
        name = _told(event, "name")
        editing = name == "editing"
        talk = talk.edited(on=False) if editing else talk
        wanted = filters.without(wanted, name, _told(event, "value"))
        # an answer may be under way: only a rewritten question's own chip touches the conversation
        return wanted, talk if editing else gr.skip(), self._desk.bar(wanted, talk, language)

    def _about(self, language: Language, talk: Talk, event: gr.EventData) -> Changes:
        wanted = self._shelves.about(_told(event, "article"))
        return wanted, self._desk.bar(wanted, talk, language), gr.Tabs(selected="questions")

    def _judge(self, language: Language, talk: Talk, event: gr.EventData) -> str:
        turn = _number(event, "turn")
        if turn is None or not 1 <= turn <= len(talk.turns):
            return ""
        verdict, comment = _told(event, "verdict"), _told(event, "comment")
        return self._desk.judge(talk.turns[turn - 1], verdict, comment, language)

    def _save(self, talk: Talk, event: gr.EventData) -> str:
        return self._desk.saved(talk.turns, _told(event, "kind"))

    def _open(self, language: Language, event: gr.EventData) -> Changes:
        opened = (_told(event, "open"), _number(event, "paragraph"))
        return self._shelves.reading(*opened, language), opened, gr.Tabs(selected="articles")

    def _remove(self, language: Language, event: gr.EventData) -> Changes:
        return (*self._shelves.remove(_told(event, "article"), language), NONE_OPEN)

    def _restore(self, language: Language, removed: Article | None) -> Changes:
        if removed is None:
            return self._shelves.reading("", None, language), NONE_OPEN
        return self._shelves.restore(removed, language), (removed.id, None)

    def _paste(self, title: str, text: str, language: Language) -> Changes:
        report, taken = self._shelves.paste(title, text, language)
        return (report, "", "") if taken else (report, gr.skip(), gr.skip())

    def _ask(self, question: str, lang: str = "auto") -> Json:
        """The answer to a question as `depeche ask --json` prints it; lang is auto, fr or en."""
        try:
            return self._desk.api(question, lang)
        except DepecheError as error:
            raise gr.Error(str(error), print_exception=False) from error


def _told(event: gr.EventData, name: str) -> str:
    """What the browser says under ``name``, empty when it says nothing."""
    return str(event._data.get(name) or "")


def _number(event: gr.EventData, name: str) -> int | None:
    digits = _told(event, name)
    return int(digits) if digits.isdecimal() else None


def _changes(shown: Shown, bar: Any) -> Changes:  # noqa: ANN401  (HTML, or Gradio's word for no change)
    """Past, latest, talk, box, welcome, filter bar and stop button after one step of an answer."""
    first = shown.past is not None
    emptied = "" if first else gr.skip()
    stop = gr.Button(visible=not shown.done) if first or shown.done else gr.skip()
    return shown.past if first else gr.skip(), shown.latest, shown.talk, emptied, emptied, bar, stop
