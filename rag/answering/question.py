"""From what a reader typed to the question that is searched."""

import re
from collections.abc import Sequence

from corpus.article import Language
from corpus.text.analyser import content_words
from corpus.text.language import identify
from rag.answer import Filters, Turn
from rag.answering.draft import Question
from rag.errors import BadQuestion

# The longest question worth reading: about two pages; retrieval only gets blurred beyond.
MAX_CHARACTERS = 4_000

_WORD = re.compile(r"[^\W\d_]{2,}|\d")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
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
) -> Question:
    """The question to search for; one that leans on the last turn carries that turn's question along.

    ``language`` None means: that of the question, or of the last turn when the question has only names.

    :raises BadQuestion: empty, over 4,000 characters, with NULs, or without a word.
    """
    cleaned = " ".join(text.split())
    _check(text, cleaned)
    spoken = identify(cleaned, history[-1].answer.language if history else language)
    return Question(_standalone(cleaned, spoken, history), language or spoken, filters, spoken)


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
    if not history:
        return text
    content = len(set(content_words(text, language)))
    if content <= 1 or (content <= 2 and _LEANS_ON_HISTORY.search(text)):
        return f"{history[-1].question.strip()} {text}"
    return text
