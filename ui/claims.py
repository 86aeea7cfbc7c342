"""The sentences of an answer: quotes in their own language, markers that lead to the evidence."""

import re
from collections.abc import Iterable, Mapping, Sequence

from corpus.article import Language
from corpus.text.dates import format_date
from rag.answer import Citation, Claim
from ui.evidence import Place
from ui.markup import Html, joined, safe, tag
from ui.strings import clipped, say

_MARKER = re.compile(r"\s*\[(\d{1,3})\]")
PREVIEW = 300  # characters of a quote in the preview of its marker: five lines


def claims(shown: Iterable[Claim], citations: Iterable[Citation], where: Place) -> Html:
    """The claims, a paragraph each."""
    by_marker = {citation.marker: citation for citation in citations}
    texts = (claim_text(claim.text, claim.markers, by_marker, where) for claim in shown)
    return tag("div", *(tag("p", text, class_="claim") for text in texts), class_="claims", lang=where.spoken)


def claim_text(text: str, markers: Sequence[int], citations: Mapping[int, Citation], where: Place) -> Html:
    """One claim: quotes in their own language, markers ``[n]`` as links to the evidence.

    Markers that the text does not print itself follow it; other brackets stay text.
    """
    quotes = [citations[marker] for marker in markers]
    parts: list[Html] = []
    printed: set[int] = set()
    end = 0
    for match in _MARKER.finditer(text):
        if (n := int(match[1])) in markers:
            parts += [_quoted(text[end : match.start()], quotes), marker(citations[n], where)]
            printed.add(n)
            end = match.end()
    later = (marker(quote, where) for quote in quotes if quote.marker not in printed)
    return joined((*parts, _quoted(text[end:], quotes), *later))


def marker(citation: Citation, where: Place) -> Html:
    """The number of a citation, which leads to its card; its quote shows while pointed at or focused."""
    passage, language = citation.passage, where.language
    origin = _origin(citation, language)
    link = tag(
        "a",
        safe(f"[{citation.marker}]"),
        class_="marker",
        href=f"#src-{where.number}-{citation.marker}",
        aria_label=say("source_of", language, n=citation.marker, origin=origin),
    )
    quote = tag("span", safe(clipped(citation.quote, PREVIEW)), lang=passage.language)
    preview = tag("span", tag("b", safe(origin)), quote, class_="preview", aria_hidden="true")
    return joined((tag("sup", link), preview))


def _origin(citation: Citation, language: Language) -> str:
    byline = citation.passage.byline
    when = format_date(byline.published, language) if byline.published else say("undated", language)
    return f"{byline.source}, {when}"


def _quoted(text: str, citations: Sequence[Citation]) -> Html:
    """``text`` escaped, the cited quotes in it marked up with their own language."""
    hits = [(at, citation) for citation in citations if (at := text.find(citation.quote)) >= 0]
    if not hits:
        return safe(text)
    start, citation = min(hits, key=lambda hit: hit[0])
    quote = tag("span", safe(citation.quote), class_="quote", lang=citation.passage.language)
    rest = text[start + len(citation.quote) :]
    return joined((safe(text[:start]), quote, _quoted(rest, citations)))
