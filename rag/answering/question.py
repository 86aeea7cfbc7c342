"""From what a reader typed to the question that is searched."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.article import LANGUAGES, Language
from corpus.text.language import identify
from rag.answer import Filters, Turn
from rag.answering.beside import Whole
from rag.answering.draft import Question
from rag.answering.followups import whole_question
from rag.answering.orders import without_orders
from rag.answering.time import Period, period_in
from rag.errors import BadQuestion
from rag.lines import told

# The longest question worth reading: about two pages; retrieval only gets blurred beyond.
MAX_CHARACTERS = 4_000

_WORD = re.compile(r"[^\W\d_]{2,}|\d")
# Control characters, and halves of a character that no text can hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def understand(
    text: str,
    *,
    language: Language | None = None,
    filters: Filters = Filters(),
    history: Sequence[Turn] = (),
    today: date | None = None,
) -> Question:
    """The question to search for; one that leans on the last turn is made whole (`rag.answering.followups`).

    Orders to the machine around it are left out (`rag.answering.orders`).

    ``language`` None means: that of the question, or of the last turn when the question has only names.
    Dates that the question sets, read as asked on ``today``, narrow ``filters`` and never widen them, unless
    ``filters`` admit any day; none are read without ``today``.

    :raises BadQuestion: see `checked`.
    """
    cleaned = " ".join((without_orders(checked(text)) or text).split())
    spoken = identify(cleaned, history[-1].answer.language if history else language)
    whole = whole_question(cleaned, spoken, history)
    period = _period(whole, today, carried=whole.text != cleaned) if today else None
    narrowed = filters if filters.any_day else _within(filters, period)
    return Question(whole.text, language or spoken, narrowed, whole.language, period)


def _period(whole: Whole, today: date, *, carried: bool) -> Period | None:
    """The time that ``whole`` sets; what it ``carried`` over from earlier may be in either language."""
    period = period_in(whole.text, whole.language, today)
    if period or not carried:
        return period
    other = next(language for language in LANGUAGES if language != whole.language)
    return period_in(whole.text, other, today)


def _within(filters: Filters, period: Period | None) -> Filters:
    """``filters`` cut down to ``period``; they admit nothing when the two have no day in common."""
    if period is None:
        return filters
    first = [day for day in (filters.since, period.since) if day]
    last = [day for day in (filters.until, period.until) if day]
    return replace(filters, since=max(first, default=None), until=min(last, default=None))


def checked(text: str) -> str:
    """``text``, which can be a question.

    :raises BadQuestion: empty, over 4,000 characters, with NULs, or without a word.
    """
    if len(text) > MAX_CHARACTERS:
        raise BadQuestion(told("question_long", n=len(text), most=MAX_CHARACTERS))
    if _CONTROL.search(text):
        raise BadQuestion(told("question_control"))
    if not text.strip():
        raise BadQuestion(told("question_empty"))
    if not _WORD.search(text):
        raise BadQuestion(told("question_wordless", text=" ".join(text.split())[:40]))
    return text
