"""Exchanges of every kind and an article with a gist, to be shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from fakes_ui import WordAssistant

from corpus.article import Article, Byline, Language
from corpus.frontmatter import render
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


def barrage(folder: Path) -> Path:
    """A file in ``folder`` whose article, `barrage`, is long enough for a gist."""
    told = "Au jour {}, le barrage de Kakhovka tient. Le lac qu’il retient inquiète tous les riverains."
    byline = Byline("Le barrage", "Dépêche", date(2022, 12, 21), None)
    file = folder / "barrage.md"
    article = Article("barrage", "fr", byline, tuple(told.format(day) for day in range(30)))
    file.write_text(render(article), "utf-8")
    return file
