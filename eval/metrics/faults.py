"""Hard faults of an answer, of which none is tolerated: each makes the answer unverifiable.

Checked against the library, not against what the answer carries: a passage of the library under each
cited id, the same text to the letter, a quote inside it; every quotation mark around something verbatim;
every claim cited, every marker resolved, every citation used, numbered 1..k in order of first use;
nothing shown besides the claims, but for the fixed sentence of a partial answer's reason; what is said in a
few words read in the quotes that it cites; an abstention bare, with its reason, in the words fixed for it; no
active content. Grounding is
asked again about each framed quote, so that an answer which went past it is a fault too. Of a paraphrase the
quotations may differ from the article in the kind of apostrophes and spaces, of a quote in nothing.
ALCE (arXiv 2305.14627) scores a citation out of range as 0; here it is a fault.
"""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from corpus.article import Passage
from eval.metrics.support import ungrounded
from eval.statements import frame, quotes_in
from rag.answer import REASONS, Answer, Citation, Claim, Reason, Status
from rag.answering.phrases import REFUSALS
from rag.answering.vouching import sources_of, unvouched

STATUSES: tuple[Status, ...] = get_args(Status)
# What an answer with claims may be reserved about.
PARTIAL: tuple[Reason | None, ...] = ("sources_disagree", "false_premise")

_QUOTED = re.compile(r"«([^»]*)»|“([^”]*)”|\"([^\"]*)\"")
_MARKERS = re.compile(r"\[\d+\]")
_ACTIVE = re.compile(r"<[a-z/!]|!\[|javascript:|data:[a-z]+/", re.IGNORECASE)
# Bidirectional overrides and isolates, zero-width and tag characters: they make a text lie.
_HIDDEN = re.compile("[\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def faults(answer: Answer, passages: Mapping[str, Passage]) -> tuple[str, ...]:
    """Every fault in words, none for a sound answer; ``passages`` is the library by passage id."""
    found = [*_of_status(answer), *_of_numbering(answer), *_of_text(answer), *_of_gist(answer)]
    for citation in answer.citations:
        found += _of_citation(citation, answer, passages)
    for claim in answer.claims:
        found += _of_claim(claim, answer)
    return tuple(found)


def _of_status(answer: Answer) -> Iterator[str]:
    if answer.status not in STATUSES:
        yield f"unknown status {answer.status!r}"
    elif answer.status == "abstained":
        if answer.claims or answer.citations:
            yield "an abstention with claims or citations"
        if answer.reason not in REASONS:
            yield f"an abstention without a reason of the contract ({answer.reason})"
    elif not answer.claims:
        yield f"{answer.status} without a claim"
    if answer.status == "partial" and answer.reason not in PARTIAL:
        yield f"partial without a reason of the contract ({answer.reason})"
    if answer.status == "answered" and answer.reason is not None:
        yield f"answered, yet with a reason to refuse ({answer.reason})"


def _of_numbering(answer: Answer) -> Iterator[str]:
    used = list(dict.fromkeys(marker for claim in answer.claims for marker in claim.markers))
    listed = [citation.marker for citation in answer.citations]
    for marker in used:
        if marker not in listed:
            yield f"marker [{marker}] has no citation"
    for marker in listed:
        if marker not in used:
            yield f"citation [{marker}] backs no claim"
    if listed != list(range(1, len(listed) + 1)) or used != sorted(used):
        yield f"markers are not 1..{len(listed)} in order of first use"


def _of_citation(citation: Citation, answer: Answer, passages: Mapping[str, Passage]) -> Iterator[str]:
    passage = citation.passage
    stored = passages.get(passage.id)
    if stored is None:
        yield f"[{citation.marker}] cites {passage.id}, which the library does not hold"
    elif stored.text[citation.start : citation.end] != citation.quote or stored.text != passage.text:
        yield f"[{citation.marker}] is not the text of {passage.id} in the library"
    if not citation.quote.strip():
        yield f"[{citation.marker}] quotes nothing"
    if passage.id not in {hit.passage.id for hit in answer.hits}:
        yield f"[{citation.marker}] cites {passage.id}, which was not retrieved"


def _of_claim(claim: Claim, answer: Answer) -> Iterator[str]:
    cited = tuple(citation for citation in answer.citations if citation.marker in claim.markers)
    if not claim.markers:
        yield f"no citation for: {claim.text}"
    if answer.engine == "extractive":
        if not quotes_in(claim, answer):
            yield f"extractive, yet not a quote: {claim.text}"
        for why in ungrounded(claim.text, cited, answer.language, quoted=True):
            yield f"not grounded: {why}"
    same = str if answer.engine == "extractive" else _plainly
    sources = [same(text) for c in cited for text in (c.passage.text, c.passage.byline.title)]
    for groups in _QUOTED.findall(frame(claim, answer)):
        words = "".join(groups).strip()
        if words and not any(same(words) in source for source in sources):
            yield f"in quotation marks, yet in no cited passage: {words}"


def _plainly(text: str) -> str:
    """``text`` with straight apostrophes and ordinary spaces."""
    return re.sub("[\u00a0\u202f]", " ", text.replace("’", "'"))


def _of_gist(answer: Answer) -> Iterator[str]:
    """The short answer and the sides: values of the quotes that they cite, as the language writes them."""
    short = (answer.short.text, answer.short.markers, answer.short.resolved) if answer.short else None
    sides = ((side.value, side.markers, None) for side in answer.sides)
    for said, markers, resolved in (*((short,) if short else ()), *sides):
        sources = sources_of(answer.citations, markers)
        for part in unvouched(said, answer.language, sources, resolved=resolved):
            yield f"said in short, yet in no quote that it cites: {part}"
        if _ACTIVE.search(said) or _HIDDEN.search(said):
            yield "active or hidden content in a few words"


def _opening(answer: Answer) -> str:
    """The sentence fixed for the reason of ``answer``, with which its text begins; "" without one."""
    return REFUSALS[answer.language].get(answer.reason, "") if answer.reason else ""


def _of_text(answer: Answer) -> Iterator[str]:
    opening = _opening(answer)
    if not answer.text.startswith(opening):
        yield f"the text does not open with its reason ({answer.reason})"
    rest = answer.text.removeprefix(opening)
    for claim in sorted(answer.claims, key=lambda claim: -len(claim.text)):
        if claim.text not in rest:
            yield f"the text does not show the claim: {claim.text}"
        rest = rest.replace(claim.text, "", 1)
    extra = " ".join(_MARKERS.sub("", rest).split())
    if extra and answer.status != "abstained":
        yield f"the text shows more than its claims: {extra}"
    if _ACTIVE.search(answer.text) or _HIDDEN.search(answer.text):
        yield "active or hidden content in the text"
