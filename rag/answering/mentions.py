"""What a sentence gives that may be asked for: numbers, dates, names, under one key in both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.normalise import fold_accents
from rag.answering.figures import figures_of
from rag.answering.kinds import Kind
from rag.answering.names import is_exonym, telling_key, telling_keys_of
from rag.answering.spans import names_in

_CAUSE = re.compile(
    r"\b(?:car|parce qu|puisqu|afin|pour|en raison|à cause|grâce|faute|because|since|due to|after|to|in order"
    r"|so that|owing)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"[«»“”\"]|\b(?:dit|déclar|affirm|assur|estim|ajout|qualifi|said|says|told|declared|claimed|called|added)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What ``text[start:end]`` of a sentence gives; ``key`` is the same however it is written."""

    key: str
    start: int
    end: int


def mentions(kind: Kind, sentence: str, language: Language) -> tuple[Mention, ...]:
    """What of ``kind`` stands in ``sentence``, in order; nothing for kinds that have no values."""
    if kind == "number":
        found = figures_of(sentence, language)
        return tuple(Mention(f"{f.value.normalize():f} {f.unit}".rstrip(), f.start, f.end) for f in found)
    if kind == "date":
        return tuple(Mention(day.value, day.start, day.end) for day in dates_in(sentence, language))
    return tuple(_names(kind, sentence, language)) if kind in ("person", "place", "organisation") else ()


def said_in(question: str, language: Language) -> frozenset[str]:
    """The keys of the numbers, dates and names in ``question``: what an answer has to add to."""
    said = (*mentions("number", question, language), *mentions("date", question, language))
    return frozenset(mention.key for mention in said) | telling_keys_of([question])


def new_in(kind: Kind, sentence: str, language: Language, said: frozenset[str]) -> tuple[Mention, ...]:
    """What of ``kind`` stands in ``sentence`` and not among the keys that the question has ``said``."""
    return tuple(mention for mention in mentions(kind, sentence, language) if mention.key not in said)


def holds(kind: Kind, sentence: str, language: Language, said: frozenset[str]) -> bool:
    """Whether ``sentence`` holds something of ``kind`` that the question has not ``said``."""
    if kind == "reason":
        return _CAUSE.search(sentence) is not None
    if kind == "quotation":
        return _SPEECH.search(sentence) is not None
    return kind in ("verdict", "other") or bool(new_in(kind, sentence, language, said))


def _names(kind: Kind, sentence: str, language: Language) -> Iterator[Mention]:
    """Names by their last word: « Vladimir Poutine » and “Mr Putin” are one; a country is no person."""
    for span in names_in(sentence, language):
        words = re.sub("['’]s?$", "", sentence[span.start : span.end]).split()
        if kind != "person" or len(words) > 1 or not is_exonym(fold_accents(words[0]).casefold()):
            yield Mention(telling_key(words[-1]), span.start, span.end)
