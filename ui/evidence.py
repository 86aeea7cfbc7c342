"""The evidence beside an answer: a card for each citation, the rest of what was read folded below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.article import Language, Passage
from rag.answer import Citation, Hit
from ui.markup import NOTHING, Html, headline, joined, opener, origin, outward, safe, tag
from ui.strings import clipped, counted, decimal, say

# Characters of context kept on each side of the quote: with a quote of 200 about 15 lines of a card
# 45 characters wide, so that two cards stand beside an answer on a laptop. The reader has the rest.
CONTEXT = 240
EXCERPT = 160  # characters of a passage that was read but not cited: three lines of a card
Around = tuple[str, str]  # the paragraphs before and after a passage, empty at the ends of its article


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of an answer is shown: in turn ``number``, by an interface in ``language``.

    ``spoken`` is the language of the answer, None while it is not known yet; ``around`` are the
    neighbours of cited passages, by passage id.
    """

    number: int
    language: Language
    spoken: Language | None = None
    around: Mapping[str, Around] = field(default_factory=dict)


def panel(citations: Sequence[Citation], hits: Sequence[Hit], place: Place) -> Html:
    """Everything that was read for an answer: a card for each cited passage, uncited ones folded."""
    cited: dict[str, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.passage.id, []).append(citation)
    rest = [hit for hit in hits if hit.passage.id not in cited]
    title = tag("h3", safe(say("sources", place.language)), class_="panel-title") if cited else NOTHING
    return joined((title, *(card(group, place) for group in cited.values()), _uncited(rest, place.language)))


def found(hits: Sequence[Hit], language: Language) -> Html:
    """The passages found, shown while the answer is still being made."""
    title = tag("h3", safe(say("found_passages", language)), class_="panel-title")
    return joined((title, _lines(hits, language, scored=False)))


def card(citations: Sequence[Citation], place: Place) -> Html:
    """One cited passage: its markers, its byline, its text with the quotes marked, ways to read on."""
    passage, language = citations[0].passage, place.language
    markers = [str(citation.marker) for citation in citations]
    open_it = say("open_article", language, n=passage.index + 1)
    quotes = (citation.quote for citation in citations)
    onward = opener(passage.article_id, passage.index, open_it, quotes=quotes)
    return tag(
        "article",
        tag("p", *(tag("span", safe(marker)) for marker in markers), class_="ordinals", aria_hidden="true"),
        origin(passage.byline, passage.language, language),
        tag("h4", safe(passage.byline.title), lang=passage.language),
        tag("blockquote", marked(citations, place.number), lang=passage.language),
        _foreign(passage, place),
        _neighbours(passage, place),
        tag("p", onward, outward(passage.byline.url, say("web_page", language)), class_="onward"),
        class_="card",
        aria_label=say("source", language, n=", ".join(markers)),
    )


def marked(citations: Sequence[Citation], number: int) -> Html:
    """The passage of ``citations`` with each quote as the target ``src-<number>-<marker>`` of its marker.

    At most `CONTEXT` is kept around the first and the last quote. Of quotes that overlap, the later
    one is marked from where the earlier ends.
    """
    text = citations[0].passage.text
    quotes = sorted(citations, key=lambda citation: (citation.start, citation.end))
    at = _start_of_context(text, quotes[0].start)
    parts = [safe("… " if at else "")]
    for quote in quotes:
        start = max(at, quote.start)
        end = max(start, quote.end)
        parts.append(safe(text[at:start]))
        parts.append(tag("mark", safe(text[start:end]), id=f"src-{number}-{quote.marker}", tabindex=-1))
        at = end
    last = _end_of_context(text, at)
    return joined((*parts, safe(text[at:last] + (" …" if last < len(text) else ""))))


def _start_of_context(text: str, start: int) -> int:
    return 0 if start <= CONTEXT else text.find(" ", start - CONTEXT, start) + 1 or start


def _end_of_context(text: str, end: int) -> int:
    return len(text) if len(text) - end <= CONTEXT else max(end, text.rfind(" ", end, end + CONTEXT))


def _foreign(passage: Passage, place: Place) -> Html:
    if place.spoken in (None, passage.language):
        return NOTHING
    return tag("p", safe(say(f"original_{passage.language}", place.language)), class_="foreign")


def _neighbours(passage: Passage, place: Place) -> Html:
    """The paragraphs before and after the cited one, folded."""
    shown = [tag("p", safe(text)) for text in place.around.get(passage.id, ()) if text]
    if not shown:
        return NOTHING
    summary = tag("summary", safe(say("context", place.language)))
    return tag("details", summary, tag("div", *shown, lang=passage.language), class_="context")


def _uncited(hits: Sequence[Hit], language: Language) -> Html:
    if not hits:
        return NOTHING
    summary = tag("summary", safe(counted("uncited", len(hits), language)))
    return tag("details", summary, _lines(hits, language, scored=True), class_="uncited")


def _lines(hits: Iterable[Hit], language: Language, *, scored: bool) -> Html:
    return tag("ol", *(_line(hit, language, scored=scored) for hit in hits), class_="lines")


def _scores(hit: Hit, language: Language) -> Html:
    """The fused score that ranks the passages and, where known, how near its meaning is (−1 to 1)."""
    words = [say("score", language, n=decimal(hit.score, language, digits=4))]
    if hit.similarity is not None:
        words.append(say("nearness", language, n=decimal(hit.similarity, language, digits=2)))
    return tag("p", safe(" · ".join(words)), class_="scores")


def _line(hit: Hit, language: Language, *, scored: bool) -> Html:
    passage = hit.passage
    excerpt = clipped(passage.text, EXCERPT)
    return tag(
        "li",
        origin(passage.byline, passage.language, language),
        headline(passage.article_id, passage.index, passage.byline.title, passage.language),
        tag("p", safe(excerpt), class_="excerpt", lang=passage.language),
        _scores(hit, language) if scored else NOTHING,
    )
