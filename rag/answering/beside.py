"""A question that leans on another, the two put side by side."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.article import Language, Span
from corpus.text.dates import dates_in
from rag.answer import Turn
from rag.answering.calendar_days import MONTHS
from rag.answering.deixis import WEEKDAYS
from rag.answering.kinds import kind_of
from rag.answering.leaning_words import ASKING, AUXILIARY, INVERTED, OPENER
from rag.answering.spans import names_in
from rag.answering.time import period_in

# Where words lie that tell a time matters here, not what day they mean.
_ANY_DAY = date(2023, 6, 15)
# « en janvier », "on Monday": a time that no year or day makes a date.
_LEADS: dict[Language, tuple[str, str]] = {
    "fr": (r"(?:en|depuis|au mois d[e'’]) ?", "(?:le )?"),
    "en": ("(?:in|since) ", "on "),
}
_BARE_TIME = {
    language: re.compile(
        rf"\b(?:{month}(?:{'|'.join(MONTHS[language])})|{day}(?:{'|'.join(WEEKDAYS[language])}))\b(?!,? \d)",
        re.IGNORECASE,
    )
    for language, (month, day) in _LEADS.items()
}
# The topic that an earlier turn was given.
_BRACKET = re.compile(r" \(([^()]+)\)\Z")


@dataclass(frozen=True, slots=True)
class Whole:
    """A question that needs no other to be understood, and the language of its words."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Case:
    """What was typed, the whole question before it and the turn that answered that.

    ``rest`` is what was typed without its opening (« et », "what about") and its question mark.
    """

    typed: str
    language: Language
    before: Whole
    turn: Turn
    rest: str

    @property
    def one_language(self) -> bool:
        """Whether both questions are of the same language, so that their words may mix."""
        return self.language == self.before.language


def beside(case: Case, *also: str) -> Whole:
    """What was typed, and in brackets what the question before was about."""
    before, short = case.before, case.turn.answer.short
    held = _BRACKET.search(before.text)
    topic = held[1] if held else before.text.rstrip(" \u00a0\u202f?!.")
    if not held and (asking := ASKING.match(topic)):
        topic = AUXILIARY.sub("", topic[asking.end() :])
        if short and kind_of(before.text) == "person":
            topic = f"{short.text} {topic}"
    if times_in(case.rest, case.language):
        for span in reversed(times_in(topic, before.language)):
            topic = f"{topic[: span.start].rstrip()} {topic[span.end :].lstrip()}"
    if before.language == "fr":
        topic = INVERTED.sub("", topic)
    told = [] if names_in(topic, before.language) else _told(case.turn)
    typed = capital(OPENER.sub("", case.typed, count=1))
    return bracketed(typed, ", ".join([*also, topic, *told]), case.language)


def _told(turn: Turn) -> list[str]:
    """The names that the last answer comes to, or the one that its first quote begins with."""
    short = turn.answer.short
    if short and names_in(short.text, turn.answer.language):
        return [short.text]
    for citation in turn.answer.citations[:1]:
        for span in names_in(citation.quote, citation.passage.language)[:1]:
            return [citation.quote[span.start : span.end]]
    return []


def bracketed(text: str, context: str, language: Language) -> Whole:
    """``text`` with ``context``, which may be empty, in brackets."""
    return Whole(f"{text} ({context.strip()})" if context.strip() else text, language)


def with_end(question: str, end: str) -> str:
    """``question`` with ``end`` before its question mark."""
    mark = re.search(r"[\s\u00a0\u202f]*\?*\s*\Z", question)
    place = mark.start() if mark else len(question)
    return f"{question[:place]} {end}{question[place:]}"


def times_in(text: str, language: Language) -> tuple[Span, ...]:
    """Where ``text`` tells a time, with the preposition before it."""
    if period := period_in(text, language, _ANY_DAY):
        return period.words
    lead = re.compile(r"(?:\b(?:en|le|au|du|depuis|in|on|since|of)\s+)?\Z", re.IGNORECASE)
    found = []
    for mention in dates_in(text, language):
        before = lead.search(text[: mention.start])
        found.append(Span(before.start() if before else mention.start, mention.end))
    bare = (Span(*match.span()) for match in _BARE_TIME[language].finditer(text))
    return tuple(found) or tuple(bare)


def capital(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]
