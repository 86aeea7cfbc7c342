"""A conversation in the terminal: each turn knows the ones before it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TextIO

from corpus.article import Language
from rag import shown
from rag.answer import Turn
from rag.errors import BadQuestion
from rag.lines import told
from rag.settings import terminal_language

if TYPE_CHECKING:
    from rag.assistant import Assistant

PROMPT = "> "


def converse(
    assistant: "Assistant", language: Language | Literal["auto"], lines: TextIO, say: Callable[..., None]
) -> tuple[Turn, ...]:
    """Answers ``lines`` until an empty one or their end; a bad question is told and the talk goes on.

    With auto it is told in the language of the terminal.
    """
    history: tuple[Turn, ...] = ()
    reported = terminal_language() if language == "auto" else language
    say(told("chat").said(reported))
    say(PROMPT, end="", flush=True)
    for line in lines:
        question = line.strip()
        if not question:
            break
        try:
            answer = assistant.ask(question, language=language, history=history)
        except BadQuestion as error:
            say(f"depeche: {error.line.said(reported)}")
        else:
            say(shown.answer(answer))
            history = (*history, Turn(question, answer))
        say(f"\n{PROMPT}", end="", flush=True)
    else:
        say()  # the end of input leaves the terminal behind the prompt
    return history
