"""Exchanges of every kind, to be shown."""

from dataclasses import replace

from fakes_ui import WordAssistant

from corpus.article import Language
from rag.answer import Reason, Short, Side, Turn

QUESTION = {"fr": "Quels systèmes de missiles ont été livrés à Minsk ?", "en": "Which missiles in Minsk?"}


def asked(question: str, language: Language) -> Turn:
    """The exchange of the word assistant about ``question``."""
    return Turn(question, WordAssistant().ask(question, language=language))


def filtered(language: Language) -> Turn:
    """A refusal for its filters."""
    refused = asked("Qui a gagné à Minsk ?", language)
    return replace(refused, answer=replace(refused.answer, reason="filtered_out", notice="Compris <b>."))


def short(language: Language) -> Turn:
    """An answer with a short one, its date counted."""
    turn = asked(QUESTION[language], language)
    words = Short("19 décembre 2022" if language == "fr" else "19 December 2022", (1, 2), resolved=True)
    understood = "Compris <b>."
    return replace(turn, answer=replace(turn.answer, short=words, notice=understood, confidence=0.834))


def partial(language: Language, reason: Reason) -> Turn:
    """An answer that is partial for ``reason``, with sides if the articles disagree."""
    turn = asked(QUESTION[language], language)
    both = (Side("S-400", (1,)), Side("The S-400 <and> Iskander", (2,)))
    sides = both if reason == "sources_disagree" else ()
    return replace(turn, answer=replace(turn.answer, status="partial", reason=reason, sides=sides))
