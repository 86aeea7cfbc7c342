"""An answer as HTML: pure functions from `Answer` and `Update` to what a reader sees.

Each exchange is one row, question above, answer on the left and its evidence on the right, so that
a marker and the passage it points to always stand together, in old answers too. The rows go into
``gr.HTML``: ``gr.Chatbot`` renders text as Markdown (remote images load), strips ``data-`` and
``aria-`` attributes and reads the HTML source aloud as the message's label (measured on 6.31).
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.article import Language, Passage
from corpus.errors import DepecheError
from corpus.text.dates import format_date
from rag.answer import Answer, Citation, Claim, Turn, Update
from ui.actions import button, of_attempt, of_turn
from ui.evidence import Around, Place, found, panel
from ui.markup import NOTHING, Html, headline, joined, origin, safe, tag
from ui.strings import clipped, counted, explain, number, say

_MARKER = re.compile(r"\s*\[(\d{1,3})\]")
_SKELETON = tag("div", tag("i"), tag("i"), tag("i"), class_="skeleton", aria_hidden="true")
_CHECK = tag(
    "svg", tag("path", d="M1.5 6.5l3 3 6-7"), viewBox="0 0 12 12", class_="check", aria_hidden="true"
)
ECHO = 600  # characters of a question that are shown again: two sentences, not a pasted article
PREVIEW = 300  # characters of a quote in the preview of its marker: a tooltip of five lines
NEAREST = 3  # articles that a refusal offers; more would read like an answer


def conversation(turns: Sequence[Turn], language: Language) -> Html:
    """All exchanges of ``turns`` as earlier ones, oldest first."""
    return joined(turn(place, shown, language, latest=False) for place, shown in enumerate(turns, start=1))


def turn(
    place: int, shown: Turn, language: Language, *, latest: bool = True, around: Mapping[str, Around] = {}
) -> Html:
    """One finished exchange, the ``place``-th of the conversation, by an interface in ``language``.

    Only the ``latest`` can be asked again; ``around`` as in `ui.evidence.Place`.
    """
    answer = shown.answer
    where = Place(place, language, answer.language, around)
    refused = answer.status == "abstained"
    body = _refusal(answer, language, latest=latest) if refused else _answered(answer, where)
    said = tag("div", body, data_announce=" ".join((answer.notice, answer.text)).strip())
    beside = panel(answer.citations, answer.hits, where) if answer.hits or answer.citations else NOTHING
    return _row(where, shown.question, joined((said, of_turn(place, shown, language, latest=latest))), beside)


def growing(question: str, update: Update | None, where: Place) -> Html:
    """An exchange under way: ``update`` is None before anything has been found."""
    if update is None:
        return _row(where, question, _waiting("searching", where.language), _SKELETON)
    if not update.claims:
        return _row(where, question, _waiting("reading", where.language), found(update.hits, where.language))
    body = _claims(update.claims, update.citations, where)
    return _row(where, question, body, panel(update.citations, update.hits, where))


def failed(question: str, error: Exception, where: Place) -> Html:
    """An exchange that ended in ``error``."""
    body = joined((problem(error, where.language), of_attempt(where.language)))
    return _row(where, question, body, NOTHING)


def stopped(question: str, where: Place) -> Html:
    """An exchange that the reader stopped."""
    notice = tag("p", safe(say("stopped", where.language)), class_="notice", role="status")
    return _row(where, question, joined((notice, of_attempt(where.language))), NOTHING)


def problem(error: Exception, language: Language) -> Html:
    """What ``error`` means and what to do, its own line folded below."""
    detail = NOTHING
    if isinstance(error, DepecheError) and str(error):
        summary = tag("summary", safe(say("error_detail", language)))
        detail = tag("details", summary, tag("p", safe(str(error)), lang="en"))
    meaning = tag("p", safe(explain(error, language)))
    return tag("div", meaning, detail, class_="refusal problem", role="alert")


def claim_text(text: str, markers: Sequence[int], citations: Mapping[int, Citation], where: Place) -> Html:
    """One claim: quotes in their own language, markers ``[n]`` as links to the evidence.

    Markers that the text does not print itself follow it; other brackets stay text.
    """
    quotes = [citations[marker] for marker in markers]
    parts: list[Html] = []
    printed: set[int] = set()
    end = 0
    for match in _MARKER.finditer(text):
        if (marker := int(match[1])) in markers:
            parts += [_quoted(text[end : match.start()], quotes), _marker(citations[marker], where)]
            printed.add(marker)
            end = match.end()
    later = (_marker(quote, where) for quote in quotes if quote.marker not in printed)
    return joined((*parts, _quoted(text[end:], quotes), *later))


def _row(where: Place, question: str, body: Html, beside: Html) -> Html:
    aside = tag("aside", beside, class_="evidence") if beside else NOTHING
    return tag(
        "article",
        tag("h2", safe(clipped(question, ECHO)), class_="question"),
        tag("div", tag("div", body, class_="said"), aside, class_="spread"),
        class_="turn",
        id=f"turn-{where.number}",
        aria_label=say("you_asked", where.language, n=where.number),
    )


def _waiting(key: str, language: Language) -> Html:
    return joined((tag("p", safe(say(key, language)), class_="waiting"), _SKELETON))


def _answered(answer: Answer, where: Place) -> Html:
    partial = tag("p", safe(say("partial", where.language)), class_="notice")
    return joined(
        (
            partial if answer.status == "partial" else NOTHING,
            _claims(answer.claims, answer.citations, where),
            _notice(answer),
            _verification(answer, where.language),
        )
    )


def _notice(answer: Answer) -> Html:
    """How the question was understood or the answer was made, when there is something to say."""
    return tag("p", safe(answer.notice), class_="notice", lang=answer.language) if answer.notice else NOTHING


def _claims(claims: Iterable[Claim], citations: Iterable[Citation], where: Place) -> Html:
    by_marker = {citation.marker: citation for citation in citations}
    texts = (claim_text(claim.text, claim.markers, by_marker, where) for claim in claims)
    return tag("div", *(tag("p", text, class_="claim") for text in texts), class_="claims", lang=where.spoken)


def _quoted(text: str, citations: Sequence[Citation]) -> Html:
    """``text`` escaped, the cited quotes in it marked up with their own language."""
    hits = [(at, citation) for citation in citations if (at := text.find(citation.quote)) >= 0]
    if not hits:
        return safe(text)
    start, citation = min(hits, key=lambda hit: hit[0])
    quote = tag("span", safe(citation.quote), class_="quote", lang=citation.passage.language)
    rest = text[start + len(citation.quote) :]
    return joined((safe(text[:start]), quote, _quoted(rest, citations)))


def _marker(citation: Citation, where: Place) -> Html:
    byline, language = citation.passage.byline, where.language
    when = format_date(byline.published, language) if byline.published else say("undated", language)
    shown = clipped(citation.quote, PREVIEW)
    preview = say("quote_preview", language, origin=f"{byline.source}, {when}", quote=shown)
    link = tag(
        "a",
        safe(f"[{citation.marker}]"),
        class_="marker",
        href=f"#src-{where.number}-{citation.marker}",
        title=preview,
        aria_label=say("source", language, n=citation.marker),
    )
    return tag("sup", link)


def _verification(answer: Answer, language: Language) -> Html:
    """How the claims were checked: word for word when each quote stands in its claim, else against it."""
    parts = [counted("verbatim" if answer.verbatim else "grounded", len(answer.citations), language)]
    if answer.engine != "extractive":
        parts.append(say("engine", language, engine=answer.engine))
    if total := dict(answer.timings_ms).get("total"):
        parts.append(say("took", language, ms=number(max(1, round(total)), language)))
    return tag("p", _CHECK, safe(" · ".join(parts)), class_="verified")


def _refusal(answer: Answer, language: Language, *, latest: bool) -> Html:
    """Why there is no answer, in the answer's language, and where the reader may look."""
    title = tag("h3", safe(say("no_answer", language)))
    reason = tag("p", safe(say(f"reason_{answer.reason}", answer.language)), lang=answer.language)
    hint = tag("p", safe(say(f"hint_{answer.reason}", answer.language)), lang=answer.language, class_="hint")
    can_widen = latest and answer.reason == "filtered_out"
    wider = tag("p", button("widen", language, data_act="widen")) if can_widen else NOTHING
    nearest = _nearest(answer, language)
    return tag("div", title, reason, hint, wider, _notice(answer), nearest, class_="refusal")


def _nearest(answer: Answer, language: Language) -> Html:
    best: dict[str, Passage] = {}
    for hit in answer.hits:
        best.setdefault(hit.passage.article_id, hit.passage)
    items = [_near(passage, language) for passage in list(best.values())[:NEAREST]]
    if not items:
        return NOTHING
    return joined((tag("h4", safe(say("nearest", language))), tag("ul", *items, class_="nearest")))


def _near(passage: Passage, language: Language) -> Html:
    title = headline(passage.article_id, passage.index, passage.byline.title, passage.language)
    return tag("li", title, origin(passage.byline, passage.language, language))
