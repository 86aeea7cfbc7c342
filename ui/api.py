"""What scripts may call, by name: the same answers as the command line, as JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import gradio as gr
from gradio.events import api as endpoint

from corpus.article import LANGUAGES, Article, Language
from rag.errors import DepecheError, UsageError
from rag.forms import Json, answer_form, search_form
from rag.lines import told as line
from ui.answerer import SPOKEN, Answerer

MOST = 100  # passages of one search, as on the command line


def publish(assistant: Answerer) -> None:
    """Adds the public endpoints of ``assistant`` to the page; every other one is private."""

    def ask(question: str, lang: str = "auto") -> Json:
        """The answer with its citations, as `depeche ask --json` prints it.

        lang is the language of the answer: auto (that of the question), fr or en. An abstention has
        status "abstained" and a reason.
        """
        if lang not in SPOKEN:
            raise UsageError(line("lang", option="lang", value=lang))
        return answer_form(assistant.ask(question, language=SPOKEN[SPOKEN.index(lang)]))

    def search(query: str, k: int = 10) -> Json:
        """The k passages nearest to the query, best first, as `depeche search --json` prints them."""
        if not 1 <= k <= MOST:
            raise UsageError(line("passages", n=k, most=MOST))
        return search_form(query, assistant.search(query, k=k))

    def articles() -> list[dict[str, Any]]:
        """The articles of the library: id, title, source, date, language, address, number of paragraphs."""
        return [article_form(article) for article in assistant.articles()]

    for public in (ask, search, articles):
        endpoint(_in_plain_words(public), api_name=public.__name__)


def article_form(article: Article) -> Json:
    """An article as a JSON object, without its text."""
    byline = article.byline
    return {
        "id": article.id,
        "title": byline.title,
        "source": byline.source,
        "published": byline.published.isoformat() if byline.published else None,
        "language": article.language,
        "url": byline.url,
        "paragraphs": len(article.paragraphs),
    }


def _in_plain_words(public: Callable[..., Any]) -> Callable[..., Any]:
    """``public`` whose own errors reach the caller as one line; others stay in the server's log.

    The line is in the language that the caller names after the question, else in English.
    """

    @wraps(public)
    def told(*values: Any) -> Any:  # noqa: ANN401  (whatever the endpoint takes and gives)
        try:
            return public(*values)
        except DepecheError as error:
            spoken: Language = next((one for one in LANGUAGES if one in values[1:]), "en")
            raise gr.Error(error.line.said(spoken), print_exception=False) from error

    return told
