"""What stands above the sentences of an answer: its few words, and where the articles do not agree."""

from collections.abc import Mapping

from corpus.article import Language
from rag.answer import Answer, Citation, Short, Side
from ui.claims import marker
from ui.evidence import Place
from ui.markup import NOTHING, Html, joined, origin, safe, tag
from ui.strings import KEYS, say

Citations = Mapping[int, Citation]


def gist(answer: Answer, where: Place) -> Html:
    """The short answer, or the values between which the articles leave the choice, or what they deny."""
    by_marker = {citation.marker: citation for citation in answer.citations}
    parts = [_reason(answer, where.language)]
    if answer.sides:
        parts.append(_sides(answer, by_marker, where))
    elif answer.short:
        parts.append(_short(answer.short, answer.language, by_marker, where))
    return joined(parts)


def _reason(answer: Answer, language: Language) -> Html:
    """Why a partial answer is one, and what to make of it."""
    if answer.status != "partial":
        return NOTHING
    key = f"partial_{answer.reason}"
    if key not in KEYS:
        return tag("p", safe(say("partial", language)), class_="notice")
    hint = tag("p", safe(say(f"{key}_hint", language)), class_="hint")
    return tag("div", tag("h3", safe(say(key, language))), hint, class_="advice")


def _short(short: Short, spoken: Language, citations: Citations, where: Place) -> Html:
    """The answer in a few words; a date that was counted says from what."""
    label = tag("span", safe(say("short_answer", where.language)), class_="label")
    words = tag("strong", safe(short.text), lang=_tongue(short.text, short.markers, spoken, citations))
    links = (marker(citations[n], where) for n in short.markers)
    counted = tag("small", safe(say("date_counted", where.language))) if short.resolved else NOTHING
    return tag("p", label, words, *links, counted, class_="short")


def _sides(answer: Answer, citations: Citations, where: Place) -> Html:
    """The values side by side, each with the articles that give it."""
    columns = (_side(side, answer.language, citations, where) for side in answer.sides)
    return tag("ul", *columns, class_="sides", aria_label=say("sides", where.language))


def _side(side: Side, spoken: Language, citations: Citations, where: Place) -> Html:
    tongue = _tongue(side.value, side.markers, spoken, citations)
    value = tag("strong", safe(side.value), lang=tongue)
    givers = (_giver(citations[n], where) for n in side.markers)
    return tag("li", value, *givers)


def _giver(citation: Citation, where: Place) -> Html:
    passage = citation.passage
    link = tag("span", marker(citation, where), class_="giver")
    return tag("div", link, origin(passage.byline, passage.language, where.language), class_="given")


def _tongue(text: str, markers: tuple[int, ...], spoken: Language, citations: Citations) -> Language:
    """The language of words cut from a quote is that of the quote, of others that of the answer."""
    tongues = {citations[n].passage.language for n in markers if text in citations[n].quote}
    return spoken if spoken in tongues or not tongues else tongues.pop()
