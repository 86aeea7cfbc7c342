"""What happens in the rooms beside the conversation: articles are read, added, removed and told about."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import gradio as gr

from corpus.article import Article, Language
from ui.answerer import Answerer
from ui.desk import Desk, Talk
from ui.events import QUIET, TO_THE_BOX, Changes, number, told
from ui.intake import Came, Intake
from ui.layout import Layout
from ui.overview import topic_form
from ui.panorama import Panorama
from ui.shelves import Shelves
from ui.starters import Starters
from ui.starting import Starting

RELABEL = "() => window.depeche.label(document.querySelector('#introduction'))"

Opened = tuple[str, int | None, str]  # article id, paragraph from 0, the quotes to mark in it, a line each
NONE_OPEN: Opened = ("", None, "")


class Rooms:
    """Their wiring; what a reader does is kept in states of their own, never here."""

    def __init__(self, on: Layout, desk: Desk, assistant: Answerer, starting: Starting) -> None:
        self._on, self._desk = on, desk
        self._shelves, self._starters = Shelves(assistant), Starters(assistant)
        self._panorama, self._intake = Panorama(assistant, starting), Intake(assistant)
        self._opened = gr.State(NONE_OPEN)
        self._removed = gr.State(None)
        self._files = gr.State(())  # the paths of those being added
        self._halt = gr.State(None)  # stops them
        self._came = gr.State(None)  # what came of those added last
        self._looked = gr.State(False)  # whether the overview has been opened
        self._topic = gr.State("")

    def wire(self, talk: gr.State, wanted: gr.State) -> None:
        """Connects the rooms with each other and with the conversation's ``talk`` and filters."""
        on = self._on
        self._talk, self._filters = talk, wanted
        for shelf in (on.table, on.past, on.latest, on.reader, on.overview, on.chronicle, on.report):
            shelf.open(self._open, on.language, [on.reader, self._opened, on.rooms], **QUIET)
        about = on.reader.about(self._about, [on.language, talk], [wanted, on.bar, on.rooms], **QUIET)
        about.then(None, js=TO_THE_BOX, **QUIET)
        self._wire_overview()
        self._wire_library()

    def _wire_overview(self) -> None:
        on = self._on
        on.stories.select(self._panorama.overview, on.language, on.overview, **QUIET)
        on.stories.select(lambda: True, None, self._looked, **QUIET)
        for shelf in (on.overview, on.report):
            narrowed = shelf.narrow(
                self._narrow, [on.language, self._talk], [self._filters, on.bar, on.rooms], **QUIET
            )
            narrowed.then(None, js=TO_THE_BOX, **QUIET)
        for shelf in (on.overview, on.welcome):
            shelf.adding(lambda: gr.Tabs(selected="add"), None, on.rooms, **QUIET)
        on.topic.tell(self._tell, on.language, [on.chronicle, self._topic], **QUIET)

    def _wire_library(self) -> None:
        on, halt = self._on, self._halt
        removed = on.reader.remove(
            self._remove, on.language, [on.reader, self._removed, self._opened], **QUIET
        )
        restored = on.reader.restore(
            self._restore, [on.language, self._removed], [on.reader, self._opened], **QUIET
        )
        told = [on.report, self._came]
        taken = [self._files, on.files, halt, on.halt, *told]
        begun = on.files.upload(self._begin, on.files, taken, **QUIET)
        begun.then(None, js=RELABEL, **QUIET)
        added = begun.then(
            self._intake.add, [self._files, on.language, halt], told, concurrency_limit=1, **QUIET
        )
        added.then(lambda: gr.Button(visible=False), None, on.halt, **QUIET)
        on.halt.click(self._stop, halt, queue=False, **QUIET)
        pasting = [on.paste_title, on.paste_text]
        pasted = on.paste.click(
            self._paste, [*pasting, on.language], [*told, *pasting], concurrency_limit=1, **QUIET
        )
        for change in (removed, restored, added, pasted):
            self.refresh(change.then)
        # the library may have changed beside the page
        on.measured.select(self._shelves.quality, on.language, on.quality, **QUIET)

    def refresh(self, event: Any) -> None:  # noqa: ANN401  (a listener of Gradio's)
        """After ``event``, shows the library as it is now wherever the page tells of it."""
        on = self._on
        shown = [on.masthead, on.table, on.introduction, on.quality]
        told = event(self._library, on.language, shown, **QUIET)
        # on its own, and quick: filters chosen while the rest is made anew must not be hidden by older ones
        told.then(self._desk.bar, [self._filters, self._talk, on.language], on.bar, **QUIET)
        event(self._stories, [on.language, self._looked], on.overview, **QUIET)
        event(self._welcome, [on.language, self._talk], on.welcome, **QUIET)

    def speak(self, event: Any) -> None:  # noqa: ANN401  (a listener of Gradio's)
        """After ``event``, says in the reader's language what does not change with the library."""
        on = self._on
        shown = [on.reader, on.topic, on.chronicle]
        event(self._reading, [on.language, self._opened, self._topic], shown, **QUIET)
        event(self._reported, [on.language, self._came], on.report, **QUIET)

    def _library(self, language: Language) -> Changes:
        return (
            self._desk.masthead(language),
            self._shelves.table(language),
            self._shelves.introduction(language),
            self._shelves.quality(language),
        )

    def _welcome(self, language: Language, talk: Talk) -> str:
        return "" if talk.number else self._starters.welcome(language)

    def _stories(self, language: Language, looked: bool) -> Iterator[Any]:
        if looked:
            yield from self._panorama.overview(language)
        else:
            yield gr.skip()

    def _reading(self, language: Language, opened: Opened, topic: str) -> Changes:
        chronicle = self._panorama.chronicle(topic, language)
        return self._read(opened, language), topic_form(language), chronicle

    def _reported(self, language: Language, came: Came | None) -> Any:  # noqa: ANN401  (HTML, or no change)
        return self._intake.told(came, language) if came else gr.skip()

    def _tell(self, language: Language, event: gr.EventData) -> Changes:
        topic = told(event, "topic")
        return self._panorama.chronicle(topic, language), topic

    def _narrow(self, language: Language, talk: Talk, event: gr.EventData) -> Changes:
        wanted = self._panorama.narrowed(event._data)
        return wanted, self._desk.bar(wanted, talk, language), gr.Tabs(selected="questions")

    def _about(self, language: Language, talk: Talk, event: gr.EventData) -> Changes:
        wanted = self._shelves.about(told(event, "article"))
        return wanted, self._desk.bar(wanted, talk, language), gr.Tabs(selected="questions")

    def _open(self, language: Language, event: gr.EventData) -> Changes:
        opened = (told(event, "open"), number(event, "paragraph"), told(event, "quotes"))
        return self._read(opened, language), opened, gr.Tabs(selected="articles")

    def _read(self, opened: Opened, language: Language) -> str:
        article_id, paragraph, quotes = opened
        return self._shelves.reading(article_id, paragraph, language, quotes=quotes.splitlines())

    def _remove(self, language: Language, event: gr.EventData) -> Changes:
        return (*self._shelves.remove(told(event, "article"), language), NONE_OPEN)

    def _restore(self, language: Language, removed: Article | None) -> Changes:
        if removed is None:
            return self._shelves.reading("", None, language), NONE_OPEN
        return self._shelves.restore(removed, language), (removed.id, None, "")

    def _begin(self, files: list[str]) -> Changes:
        # Gradio's list of files is a button in a button named by a key of Gradio's: it is emptied at once
        return tuple(files), None, Event(), gr.Button(visible=True), "", None

    def _stop(self, halt: Event | None) -> None:
        if halt:
            halt.set()

    def _paste(self, title: str, text: str, language: Language) -> Changes:
        came = self._intake.paste(title, text, language)
        kept = gr.skip() if came.problem or came.empty else ""
        return self._intake.told(came, language), came, kept, kept
