"""The Gradio app: layout and thin callbacks over `ui.desk`; the only file that imports gradio."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.events import api as endpoint

from corpus.article import Language
from rag.errors import DepecheError
from rag.forms import Json
from rag.settings import Settings
from ui.adding import KINDS, LIMIT_MB
from ui.desk import SPOKEN, Answerer, Desk, Shown, Spoken, Turns
from ui.headers import GuardedHeaders
from ui.masthead import masthead
from ui.server import Serving, bound, serve, serve_beside
from ui.strings import say

ASSETS = Path(__file__).parent / "assets"
READERS = 4  # questions answered at once: two per core of a small laptop, so that one slow LLM stalls nobody
WAITING = 64  # readers in the queue before Gradio says politely that it is full

# A button with data-open asks for an article, one with data-ask asks a question.
PICK = """element.addEventListener('click', (event) => {
  const picked = event.target.closest('[data-open],[data-ask]');
  if (picked) trigger(picked.dataset.open ? 'open' : 'ask', {...picked.dataset});
});"""
FOLLOW = """watch('value', () => window.depeche.follow(element));
window.depeche.follow(element);"""
REMEMBERED = "() => window.depeche.language()"
REMEMBER = "(language) => window.depeche.speak(language)"

Opened = tuple[str, int | None]  # article id and paragraph, from 0
NONE_OPEN: Opened = ("", None)


class Page:
    """The components of the page and what happens between them."""

    def __init__(self, assistant: Answerer) -> None:
        self._desk = Desk(assistant)
        self.blocks: gr.Blocks = gr.Blocks(
            title="Dépêche", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)
        )
        with self.blocks:
            self._state()
            self._layout("fr")
            self._wire()
            endpoint(self._ask, api_name="ask")
        self.blocks.queue(default_concurrency_limit=READERS, max_size=WAITING)

    def _state(self) -> None:
        self.turns = gr.State(())
        self.opened = gr.State(NONE_OPEN)

    def _layout(self, language: Language) -> None:
        with gr.Row(elem_id="masthead"):
            self.masthead = _paper("nameplate", masthead(say("preparing", language), language))
            self.language = gr.Radio(
                [("Français", "fr"), ("English", "en")],
                value=language,
                label=say("interface_language", language),
                elem_id="language",
                container=False,
            )
        with gr.Tabs(elem_id="rooms") as self.rooms:
            self.questions = gr.Tab(say("tab_questions", language), id="questions", elem_id="desk")
            with self.questions:
                self._question_room(language)
            self.articles = gr.Tab(say("tab_articles", language), id="articles")
            with self.articles, gr.Row(elem_id="library"):
                self.table = _paper("table", script=PICK)
                self.reader = _paper("reader", script=FOLLOW)
            with gr.Tab(say("tab_add", language), id="add") as self.adding:
                self.introduction = _paper("introduction")
                drop, kinds = say("add_drop", language), list(KINDS)
                self.files = gr.File(label=drop, file_count="multiple", file_types=kinds, elem_id="files")
                self.report = _paper("report")

    def _question_room(self, language: Language) -> None:
        self.welcome = _paper("welcome", script=PICK)
        self.past = _paper("past", script=PICK)
        self.latest = _paper("latest", script=PICK + FOLLOW)
        with gr.Row(elem_id="composer"):
            self.box = gr.Textbox(
                label=say("ask_placeholder", language),
                placeholder=say("ask_placeholder", language),
                submit_btn=say("ask", language),
                show_label=False,
                container=False,
                elem_id="box",
            )
            self.spoken = gr.Dropdown(
                _spoken_choices(language),
                value="auto",
                label=say("answer_language", language),
                elem_id="spoken",
                container=False,
                filterable=False,
            )

    def _wire(self) -> None:
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        labels = [self.questions, self.articles, self.adding, self.box, self.spoken, self.files]
        rooms = [self.masthead, self.table, self.introduction, self.past, self.latest, self.reader]
        asked = [self.turns, self.language, self.spoken]
        answered = [self.past, self.latest, self.turns, self.box, self.welcome]

        opening = self.blocks.load(str, self.language, self.language, js=REMEMBERED, **quiet)
        for event in (opening.then, self.language.input):
            event(_labels, self.language, labels, js=REMEMBER, **quiet)
            event(self._rooms, [self.language, self.turns, self.opened], rooms, **quiet)
            event(self._welcome, [self.language, self.turns], self.welcome, **quiet)

        self.box.submit(self._answer, [self.box, *asked], answered, **quiet)
        self.welcome.ask(self._answer_example, asked, answered, **quiet)
        for shelf in (self.table, self.past, self.latest):
            shelf.open(self._open, self.language, [self.reader, self.opened, self.rooms], **quiet)
        added = self.files.upload(
            self._desk.add, [self.files, self.language], self.report, concurrency_limit=1, **quiet
        )
        added.then(lambda: None, None, self.files, **quiet)
        added.then(self._rooms, [self.language, self.turns, self.opened], rooms, **quiet)
        added.then(self._welcome, [self.language, self.turns], self.welcome, **quiet)

    def _rooms(self, language: Language, turns: Turns, opened: Opened) -> tuple[str, ...]:
        past, latest = self._desk.conversation(turns, language)
        return (
            self._desk.masthead(language),
            self._desk.table(language),
            self._desk.introduction(language),
            past,
            latest,
            self._desk.reading(*opened, language),
        )

    def _welcome(self, language: Language, turns: Turns) -> str:
        return "" if turns else self._desk.welcome(language)

    def _answer(
        self, question: str, turns: Turns, language: Language, spoken: Spoken
    ) -> Iterator[tuple[Any, ...]]:
        for shown in self._desk.answer(question, turns, language, spoken):
            yield _changes(shown)

    def _answer_example(
        self, turns: Turns, language: Language, spoken: Spoken, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        yield from self._answer(str(event.ask), turns, language, spoken)

    def _ask(self, question: str, lang: str = "auto") -> Json:
        """The answer to a question as `depeche ask --json` prints it; lang is auto, fr or en."""
        try:
            return self._desk.api(question, lang)
        except DepecheError as error:
            raise gr.Error(str(error), print_exception=False) from error

    def _open(self, language: Language, event: gr.EventData) -> tuple[str, Opened, Any]:
        wanted = event._data.get("paragraph")
        opened = (str(event.open), None if wanted is None else int(wanted))
        return self._desk.reading(*opened, language), opened, gr.Tabs(selected="articles")


def _paper(name: str, value: str = "", *, script: str = "") -> gr.HTML:
    """A place for our own HTML, without Gradio's prose styles and click handler."""
    return gr.HTML(value, elem_id=name, js_on_load=script or None, apply_default_css=False)


def _changes(shown: Shown) -> tuple[Any, ...]:
    """Past, latest, turns, box and welcome after one step of an answer."""
    past = gr.skip() if shown.past is None else shown.past
    turns = gr.skip() if shown.turns is None else shown.turns
    first = shown.past is not None
    return past, shown.latest, turns, "" if first else gr.skip(), "" if first else gr.skip()


def _labels(language: Language) -> tuple[Any, ...]:
    """The tabs, the question box, the answer language and the drop zone, in ``language``."""
    ask = say("ask_placeholder", language)
    return (
        gr.Tab(label=say("tab_questions", language)),
        gr.Tab(label=say("tab_articles", language)),
        gr.Tab(label=say("tab_add", language)),
        gr.Textbox(label=ask, placeholder=ask, submit_btn=say("ask", language)),
        gr.Dropdown(_spoken_choices(language), label=say("answer_language", language)),
        gr.File(label=say("add_drop", language)),
    )


def _spoken_choices(language: Language) -> list[tuple[str, str]]:
    return [(say(f"answer_{spoken}", language), spoken) for spoken in SPOKEN]


def build_app(assistant: Answerer) -> gr.Blocks:
    """The page over ``assistant``, ready to be launched or mounted."""
    return Page(assistant).blocks


def build_site(assistant: Answerer) -> FastAPI:
    """The page behind its guards: everything that could leave this machine is off."""
    style, script = ((ASSETS / name).read_text("utf-8") for name in ("app.css", "app.js"))
    site = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    site.add_middleware(GuardedHeaders)
    gr.mount_gradio_app(
        site,
        build_app(assistant),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=LIMIT_MB * 1024 * 1024,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        favicon_path=str(ASSETS / "favicon.svg"),
        theme=gr.themes.Base(font=("ui-sans-serif", "system-ui", "sans-serif"), font_mono=("monospace",)),
        head=f"<style>{style}</style><script>{script}</script>",
    )
    return site


def launch(assistant: Answerer, settings: Settings, *, block: bool = True) -> Serving | None:
    """Serves the page on the host and port of ``settings``, from a thread unless ``block``.

    :raises Unavailable: the port is taken or the host is not this machine's.
    """
    listening = bound(settings.host, settings.port)
    site = build_site(assistant)
    if not block:
        return serve_beside(site, listening)
    serve(site, listening)
    return None
