"""The evidence beside an answer: a card for each citation, the rest of what was read folded below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.article import Language, Passage
from rag.answer import Citation, Hit
from ui.markup import NOTHING, Html, headline, joined, opener, origin, outward, safe, tag
from ui.strings import clipped, counted, say

# Characters of context kept on each side of the quote: with a quote of 200 about 15 lines of a card
# 45 characters wide, so that two cards stand beside an answer on a laptop. The reader has the rest.
CONTEXT = 240
EXCERPT = 160  # characters of a passage that was read but not cited: three lines of a card


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of an answer is shown: in turn ``number``, by an interface in ``language``.

    ``spoken`` is the language of the answer, None while it is not known yet.
    """

    number: int
    language: Language
    spoken: Language | None = None


def panel(citations: Sequence[Citation], hits: Sequence[Hit], place: Place) -> Html:
    """Everything that was read for an answer: cited passages as cards, uncited ones folded."""
    cited = {citation.passage.id for citation in citations}
    rest = [hit.passage for hit in hits if hit.passage.id not in cited]
    title = tag("h3", safe(say("sources", place.language)), class_="panel-title") if citations else NOTHING
    return joined((title, *(card(citation, place) for citation in citations), _uncited(rest, place.language)))


def found(hits: Sequence[Hit], language: Language) -> Html:
    """The passages found, shown while the answer is still being made."""
    title = tag("h3", safe(say("found_passages", language)), class_="panel-title")
    return joined((title, _lines((hit.passage for hit in hits), language)))


def card(citation: Citation, place: Place) -> Html:
    """One citation: byline, the passage with the quote marked, ways to read on."""
    passage, language = citation.passage, place.language
    onward = opener(passage.article_id, passage.index, say("open_article", language, n=passage.index + 1))
    return tag(
        "article",
        tag("span", safe(str(citation.marker)), class_="ordinal", aria_hidden="true"),
        origin(passage.byline, passage.language, language),
        tag("h4", safe(passage.byline.title), lang=passage.language),
        tag("blockquote", marked(passage.text, citation.start, citation.end), lang=passage.language),
        _foreign(passage, place),
        tag("p", onward, outward(passage.byline.url, say("web_page", language)), class_="onward"),
        class_="card",
        id=f"src-{place.number}-{citation.marker}",
        tabindex=-1,
        aria_label=say("source", language, n=citation.marker),
    )


def marked(text: str, start: int, end: int) -> Html:
    """The characters ``[start, end)`` of ``text`` highlighted, with at most `CONTEXT` around them."""
    first = 0 if start <= CONTEXT else text.find(" ", start - CONTEXT, start) + 1 or start
    last = len(text) if len(text) - end <= CONTEXT else max(end, text.rfind(" ", end, end + CONTEXT))
    before = ("… " if first else "") + text[first:start]
    after = text[end:last] + (" …" if last < len(text) else "")
    return joined((safe(before), tag("mark", safe(text[start:end])), safe(after)))


def _foreign(passage: Passage, place: Place) -> Html:
    if place.spoken in (None, passage.language):
        return NOTHING
    return tag("p", safe(say(f"original_{passage.language}", place.language)), class_="foreign")


def _uncited(passages: Sequence[Passage], language: Language) -> Html:
    if not passages:
        return NOTHING
    summary = tag("summary", safe(counted("uncited", len(passages), language)))
    return tag("details", summary, _lines(passages, language), class_="uncited")


def _lines(passages: Iterable[Passage], language: Language) -> Html:
    return tag("ol", *(_line(passage, language) for passage in passages), class_="lines")


def _line(passage: Passage, language: Language) -> Html:
    excerpt = clipped(passage.text, EXCERPT)
    return tag(
        "li",
        origin(passage.byline, passage.language, language),
        headline(passage.article_id, passage.index, passage.byline.title, passage.language),
        tag("p", safe(excerpt), class_="excerpt", lang=passage.language),
    )
