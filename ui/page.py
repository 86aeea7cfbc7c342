"""The page: its components and what happens between them, thin callbacks over `ui.desk`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import gradio as gr

from corpus.article import Language
from rag.answer import Filters
from ui import filters, masthead
from ui.answerer import Answerer, Spoken
from ui.api import publish
from ui.desk import Desk, Shown, Talk
from ui.events import QUIET, TO_THE_BOX, Changes, number, told
from ui.layout import Layout, labels
from ui.rooms import Rooms
from ui.starting import READY, Starting

READERS = 4  # questions answered at once: two per core of a small laptop, so that one slow LLM stalls nobody
WAITING = 64  # readers in the queue before the next one is told to come back later
REMEMBERED = "() => window.depeche.language()"
REMEMBER = "(language) => window.depeche.speak(language)"


class Page:
    """One page; what a reader does is kept in states of their own, never here."""

    def __init__(self, assistant: Answerer, starting: Starting = READY) -> None:
        self._desk = Desk(assistant, starting)
        self.blocks: gr.Blocks = gr.Blocks(
            title="Dépêche", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)
        )
        with self.blocks:
            self._talk = gr.State(Talk())
            self._filters = gr.State(Filters())
            self._on = Layout("fr")
            self._rooms = Rooms(self._on, self._desk, assistant, starting)
            self._rooms.wire(self._talk, self._filters)
            self._wire_language()
            self._wire_questions()
            self._wire_filters()
            publish(assistant)
        self.blocks.queue(default_concurrency_limit=READERS, max_size=WAITING)

    def _wire_language(self) -> None:
        on = self._on
        opening = self.blocks.load(str, on.language, on.language, js=REMEMBERED, **QUIET)
        # every open page waits for the models on its own
        first = [on.masthead, on.welcome]
        ready = opening.then(self._opening, on.language, first, concurrency_limit=None, **QUIET)
        self._rooms.refresh(ready.then)
        self._rooms.refresh(on.language.input)
        for event in (opening.then, on.language.input):
            event(labels, on.language, on.labelled, js=REMEMBER, **QUIET)
            self._rooms.speak(event)
            event(self._speak, [on.language, self._talk], [on.past, on.latest], **QUIET)

    def _wire_questions(self) -> None:
        on = self._on
        given = [self._talk, on.language, on.spoken, self._filters]
        answered = [on.past, on.latest, self._talk, on.box, on.welcome, on.bar, on.stop]
        widened = on.latest.widen(self._widen, [on.language, self._talk], [self._filters, on.bar], **QUIET)
        on.box.submit(self._answer, [on.box, *given], answered, **QUIET)
        on.welcome.ask(self._answer_example, given, answered, **QUIET)
        on.latest.retry(self._again, given, answered, **QUIET)
        widened.then(self._again_widely, given, answered, **QUIET)
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

    def _opening(self, language: Language) -> Iterator[Changes]:
        welcome: Any = masthead.welcome(None, language)
        for head in self._desk.opening(language):
            yield head, welcome
            welcome = gr.skip()  # a question may have taken its place

    def _speak(self, language: Language, talk: Talk) -> Changes:
        return self._desk.conversation(talk, language)

    def _answer(
        self, question: str, talk: Talk, language: Language, spoken: Spoken, wanted: Filters
    ) -> Iterator[Changes]:
        for shown in self._desk.answer(question, talk, language, spoken, wanted):
            edited = talk.editing and shown.past is not None
            yield _changes(shown, self._desk.bar(wanted, shown.talk, language) if edited else gr.skip())

    def _answer_example(
        self, talk: Talk, language: Language, spoken: Spoken, wanted: Filters, event: gr.EventData
    ) -> Iterator[Changes]:
        yield from self._answer(told(event, "ask"), talk, language, spoken, wanted)

    def _again(self, talk: Talk, language: Language, spoken: Spoken, wanted: Filters) -> Iterator[Changes]:
        yield from self._answer(talk.asked, talk.again(), language, spoken, talk.filters(wanted))

    def _again_widely(
        self, talk: Talk, language: Language, spoken: Spoken, wanted: Filters
    ) -> Iterator[Changes]:
        """Asks again without the dates in the question's own words, which are filters too."""
        yield from self._again(talk, language, spoken, replace(wanted, any_day=True))

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
        name = told(event, "name")
        editing = name == "editing"
        talk = talk.edited(on=False) if editing else talk
        wanted = filters.without(wanted, name, told(event, "value"))
        # an answer may be under way: only a rewritten question's own chip touches the conversation
        return wanted, talk if editing else gr.skip(), self._desk.bar(wanted, talk, language)

    def _judge(self, language: Language, talk: Talk, event: gr.EventData) -> str:
        turn = number(event, "turn")
        if turn is None or not 1 <= turn <= len(talk.turns):
            return ""
        verdict, comment = told(event, "verdict"), told(event, "comment")
        return self._desk.judge(talk.turns[turn - 1], verdict, comment, language)

    def _save(self, talk: Talk, event: gr.EventData) -> str:
        return self._desk.saved(talk.turns, told(event, "kind"))


def _changes(shown: Shown, bar: Any) -> Changes:  # noqa: ANN401  (HTML, or Gradio's word for no change)
    """Past, latest, talk, box, welcome, filter bar and stop button after one step of an answer."""
    first = shown.past is not None
    emptied = "" if first else gr.skip()
    stop = gr.Button(visible=not shown.done) if first or shown.done else gr.skip()
    return shown.past if first else gr.skip(), shown.latest, shown.talk, emptied, emptied, bar, stop
