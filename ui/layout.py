"""Where everything stands on the page, and its words in the reader's language."""

from typing import Any

import gradio as gr

from corpus.article import Language
from ui.answerer import SPOKEN
from ui.markup import safe, tag
from ui.masthead import foot, masthead, welcome
from ui.overview import topic_form, waiting
from ui.strings import say

# What is clicked or sent inside our own HTML becomes an event; `ui/assets/app.js` names it and what it says.
HEAR = "window.depeche.hear(element, trigger); // "
FOLLOW = "watch('value', () => window.depeche.follow(element));\nwindow.depeche.follow(element);\n"
LABEL = "watch('value', () => window.depeche.label(element));\nwindow.depeche.label(element);"
RESUME = "watch('value', () => window.depeche.resume(element));\n"
SAVE = "watch('value', () => window.depeche.save(element));"
ANSWER_EVENTS = ("open", "retry", "edit", "widen", "judge", "save")


class Layout:
    """The components, in the order of the page; strings start in one language and change by `labels`."""

    def __init__(self, language: Language) -> None:
        with gr.Row(elem_id="masthead"):
            self.masthead = _paper("nameplate", value=masthead(say("preparing", language), language))
            self.language = gr.Radio(
                [("Français", "fr"), ("English", "en")],
                value=language,
                label=say("interface_language", language),
                elem_id="language",
                container=False,
            )
        with gr.Tabs(elem_id="rooms") as self.rooms:
            with gr.Tab(say("tab_questions", language), id="questions", elem_id="desk") as self.questions:
                self._questions(language)
            self.articles = gr.Tab(say("tab_articles", language), id="articles")
            with self.articles, gr.Row(elem_id="library"):
                self.table = _paper("table", "open")
                self.reader = _paper("reader", "open", "about", "remove", "restore", script=FOLLOW)
            with gr.Tab(say("tab_overview", language), id="overview") as self.stories:
                self._overview(language)
            with gr.Tab(say("tab_add", language), id="add") as self.adding:
                self._adding(language)
            with gr.Tab(say("tab_quality", language), id="quality") as self.measured:
                self.quality = _paper("quality")
        self.foot = _paper("foot", value=foot(language))
        self.parcel = _paper("parcel", script=SAVE)

    def _questions(self, language: Language) -> None:
        self.welcome = _paper("welcome", "ask", "adding", value=welcome(None, language))
        self.past = _paper("past", "open", "judge")
        self.latest = _paper("latest", *ANSWER_EVENTS, script=FOLLOW)
        self.noted = _paper("noted")
        with gr.Column(elem_id="composer"):
            self.stop = gr.Button(say("stop", language), elem_id="stop", visible=False)
            self.bar = _paper("bar", "filter", "drop", script=RESUME)
            with gr.Row(elem_id="asking"):
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

    def _overview(self, language: Language) -> None:
        self.overview = _paper("overview", "open", "narrow", "adding", value=waiting(language))
        self.topic = _paper("topic", "tell", value=topic_form(language))
        self.chronicle = _paper("chronicle", "open", script=FOLLOW)

    def _adding(self, language: Language) -> None:
        self.introduction = _paper("introduction", script=LABEL)
        self.files = gr.File(label=say("add_drop", language), file_count="multiple", elem_id="files")
        self.halt = gr.Button(say("halt", language), elem_id="halt", visible=False)
        self.report = _paper("report", "open", "narrow")
        with gr.Column(elem_id="pasting"):
            self.pasting = _paper("paste-title", value=_paste_title(language))
            self.paste_title = gr.Textbox(label=say("paste_heading", language), elem_id="paste-heading")
            self.paste_text = gr.Textbox(label=say("paste_text", language), lines=5, elem_id="paste-text")
            self.paste = gr.Button(say("paste_add", language), elem_id="paste")

    @property
    def labelled(self) -> list[Any]:
        """The components whose words `labels` gives, in its order."""
        return [
            self.questions, self.articles, self.stories, self.adding, self.measured, self.box, self.spoken,
            self.files, self.halt, self.stop, self.pasting, self.paste_title, self.paste_text, self.paste,
            self.foot,
        ]  # fmt: skip


def labels(language: Language) -> tuple[Any, ...]:
    """The words of `Layout.labelled` in ``language``."""
    ask = say("ask_placeholder", language)
    return (
        gr.Tab(label=say("tab_questions", language)),
        gr.Tab(label=say("tab_articles", language)),
        gr.Tab(label=say("tab_overview", language)),
        gr.Tab(label=say("tab_add", language)),
        gr.Tab(label=say("tab_quality", language)),
        gr.Textbox(label=ask, placeholder=ask, submit_btn=say("ask", language)),
        gr.Dropdown(_spoken_choices(language), label=say("answer_language", language)),
        gr.File(label=say("add_drop", language)),
        gr.Button(say("halt", language)),
        gr.Button(say("stop", language)),
        _paste_title(language),
        gr.Textbox(label=say("paste_heading", language)),
        gr.Textbox(label=say("paste_text", language)),
        gr.Button(say("paste_add", language)),
        foot(language),
    )


def _paste_title(language: Language) -> str:
    return tag("h3", safe(say("paste_title", language)))


def _spoken_choices(language: Language) -> list[tuple[str, str]]:
    return [(say(f"answer_{spoken}", language), spoken) for spoken in SPOKEN]


def _paper(name: str, *events: str, value: str = "", script: str = "") -> gr.HTML:
    """A place for our own HTML, without Gradio's prose styles and click handler; it hears ``events``."""
    heard = HEAR + " ".join(f"'{event}'" for event in events) if events else ""
    return gr.HTML(value, elem_id=name, js_on_load=script + heard or None, apply_default_css=False)
