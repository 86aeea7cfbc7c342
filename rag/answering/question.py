"""From what a reader typed to the question that is searched."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.article import Language, Span
from corpus.text.analyser import content_words
from corpus.text.language import identify
from rag.answer import Filters, Turn
from rag.answering.draft import Question
from rag.answering.time import Period, period_in
from rag.answering.unfit import is_unfit
from rag.errors import BadQuestion

# The longest question worth reading: about two pages; retrieval only gets blurred beyond.
MAX_CHARACTERS = 4_000

_WORD = re.compile(r"[^\W\d_]{2,}|\d")
# Control characters, and halves of a character that no text can hold.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LEANS_ON_HISTORY = re.compile(
    r"^(?:et\b|and\b|mais\b|but\b|what about\b|how about\b|pourquoi\s*\?|why\s*\?|combien\s*\?|how many\s*\?"
    r"|qui\s*\?|who\s*\?|quand\s*\?|when\s*\?|où\s*\?|where\s*\?)"
    r"|\b(?:il|elle|ils|elles|celui-ci|celle-ci|cela|it|he|she|they|them|that|those)\b",
    re.IGNORECASE,
)


def understand(
    text: str,
    *,
    language: Language | None = None,
    filters: Filters = Filters(),
    history: Sequence[Turn] = (),
    today: date | None = None,
) -> Question:
    """The question to search for; one that leans on the last turn carries that turn's question along.

    ``language`` None means: that of the question, or of the last turn when the question has only names.
    Dates that the question sets, read as asked on ``today``, narrow ``filters`` and never widen them;
    none are read without ``today``.

    :raises BadQuestion: empty, over 4,000 characters, with NULs, or without a word.
    """
    cleaned = " ".join(text.split())
    _check(text, cleaned)
    spoken = identify(cleaned, history[-1].answer.language if history else language)
    whole = _standalone(cleaned, spoken, history)
    period = _period(whole, cleaned, spoken, today) if today else None
    return Question(whole, language or spoken, _within(filters, period), spoken, period)


def _period(whole: str, typed: str, language: Language, today: date) -> Period | None:
    """The time that the typed end of ``whole`` sets, or else the question it leans on."""
    ahead = len(whole) - len(typed)
    if period := period_in(typed, language, today):
        words = tuple(Span(span.start + ahead, span.end + ahead) for span in period.words)
        return replace(period, words=words)
    return period_in(whole, language, today) if ahead else None


def _within(filters: Filters, period: Period | None) -> Filters:
    """``filters`` cut down to ``period``; they admit nothing when the two have no day in common."""
    if period is None:
        return filters
    first = [day for day in (filters.since, period.since) if day]
    last = [day for day in (filters.until, period.until) if day]
    return replace(filters, since=max(first, default=None), until=min(last, default=None))


def _check(text: str, cleaned: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise BadQuestion(f"the question has {len(text):,} characters; ask in at most {MAX_CHARACTERS:,}")
    if _CONTROL.search(text):
        raise BadQuestion("the question holds control characters; type it again as plain text")
    if not _WORD.search(cleaned):
        raise BadQuestion(f"no word in the question {cleaned[:40]!r}; ask in words, in French or English")


def _standalone(text: str, language: Language, history: Sequence[Turn]) -> str:
    """``text`` alone, or with the question before it when it cannot be understood without.

    A question leans on the last turn when it has at most one content word, or opens with "et", "and",
    or stands on a pronoun with at most two: more content words than that are a subject of their own.
    """
    if not history or is_unfit(text):
        return text
    content = len(set(content_words(text, language)))
    if content <= 1 or (content <= 2 and _LEANS_ON_HISTORY.search(text)):
        return f"{history[-1].question.strip()} {text}"
    return text
