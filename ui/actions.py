"""What can be done with an exchange: copy it, ask again, judge it, save the conversation."""

from typing import Any

from corpus.article import Language
from rag.answer import Turn
from rag.export import plain_turn
from ui.markup import NOTHING, Html, safe, tag
from ui.strings import say


def button(key: str, language: Language, **data: Any) -> Html:  # noqa: ANN401  (what tag takes)
    """A button with the words of ``key``; ``data_act`` names what the page does."""
    return tag("button", safe(say(key, language)), type="button", class_="plain", **data)


def of_turn(place: int, turn: Turn, language: Language, *, latest: bool) -> Html:
    """The row of buttons under a finished exchange; only the ``latest`` can be asked again."""
    copied = {"data_copy": plain_turn(turn), "data_done": say("copied", language)}
    again = (button("retry", language, data_act="retry"), button("edit", language, data_act="edit"))
    parts = (
        button("copy" if turn.answer.citations else "copy_refusal", language, **copied),
        *(again if latest else ()),
        *_verdicts(place, language),
        _saving(language) if latest else NOTHING,
    )
    return tag("div", *parts, class_="actions")


def of_attempt(language: Language) -> Html:
    """The buttons under an exchange that was stopped or failed."""
    again = (button("retry", language, data_act="retry"), button("edit", language, data_act="edit"))
    return tag("div", *again, class_="actions")


def _verdicts(place: int, language: Language) -> tuple[Html, Html]:
    useful = button("useful", language, data_act="judge", data_turn=place, data_verdict="useful")
    label = say("what_is_wrong", language)
    comment = tag("textarea", name="comment", rows=2, maxlength=2000, aria_label=label, placeholder=label)
    send = tag("button", safe(say("send", language)), type="submit", class_="plain")
    form = tag("form", comment, send, data_act="judge", data_turn=place, data_verdict="wrong")
    wrong = tag("details", tag("summary", safe(say("wrong", language))), form, class_="judge")
    return useful, wrong


def _saving(language: Language) -> Html:
    kinds = (
        tag("button", safe(words), type="button", class_="plain", data_act="save", data_kind=kind)
        for kind, words in (("md", "Markdown"), ("json", "JSON"))
    )
    return tag("span", safe(say("save_as", language)), *kinds, class_="saving")
