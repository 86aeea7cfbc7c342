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
from eval.grounds import ground
from eval.metrics.support import ungrounded
from eval.phrases import Phrase, named, phrase
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


def faults(answer: Answer, passages: Mapping[str, Passage]) -> tuple[Phrase, ...]:
    """Every fault in words, none for a sound answer; ``passages`` is the library by passage id."""
    found = [*_of_status(answer), *_of_numbering(answer), *_of_text(answer), *_of_gist(answer)]
    for citation in answer.citations:
        found += _of_citation(citation, answer, passages)
    for claim in answer.claims:
        found += _of_claim(claim, answer)
    return tuple(found)


def _of_status(answer: Answer) -> Iterator[Phrase]:
    if answer.status not in STATUSES:
        yield phrase("unknown status {status}", status=repr(answer.status))
    elif answer.status == "abstained":
        if answer.claims or answer.citations:
            yield phrase("an abstention with claims or citations")
        if answer.reason not in REASONS:
            yield phrase("an abstention without a reason of the contract ({reason})", reason=answer.reason)
    elif not answer.claims:
        yield phrase("{status} without a claim", status=named(answer.status))
    if answer.status == "partial" and answer.reason not in PARTIAL:
        yield phrase("partial without a reason of the contract ({reason})", reason=answer.reason)
    if answer.status == "answered" and answer.reason is not None:
        yield phrase("answered, yet with a reason to refuse ({reason})", reason=answer.reason)


def _of_numbering(answer: Answer) -> Iterator[Phrase]:
    used = list(dict.fromkeys(marker for claim in answer.claims for marker in claim.markers))
    listed = [citation.marker for citation in answer.citations]
    for marker in used:
        if marker not in listed:
            yield phrase("marker [{marker}] has no citation", marker=marker)
    for marker in listed:
        if marker not in used:
            yield phrase("citation [{marker}] backs no claim", marker=marker)
    if listed != list(range(1, len(listed) + 1)) or used != sorted(used):
        yield phrase("markers are not 1..{last} in order of first use", last=len(listed))


def _of_citation(citation: Citation, answer: Answer, passages: Mapping[str, Passage]) -> Iterator[Phrase]:
    passage = citation.passage
    names = {"marker": citation.marker, "passage": passage.id}
    stored = passages.get(passage.id)
    if stored is None:
        yield phrase("[{marker}] cites {passage}, which the library does not hold", **names)
    elif stored.text[citation.start : citation.end] != citation.quote or stored.text != passage.text:
        yield phrase("[{marker}] is not the text of {passage} in the library", **names)
    if not citation.quote.strip():
        yield phrase("[{marker}] quotes nothing", marker=citation.marker)
    if passage.id not in {hit.passage.id for hit in answer.hits}:
        yield phrase("[{marker}] cites {passage}, which was not retrieved", **names)


def _of_claim(claim: Claim, answer: Answer) -> Iterator[Phrase]:
    cited = tuple(citation for citation in answer.citations if citation.marker in claim.markers)
    if not claim.markers:
        yield phrase("no citation for: {text}", text=claim.text)
    if answer.engine == "extractive":
        if not quotes_in(claim, answer):
            yield phrase("extractive, yet not a quote: {text}", text=claim.text)
        for why in ungrounded(claim.text, cited, answer.language, quoted=True):
            yield phrase("not grounded: {why}", why=ground(why))
    same = str if answer.engine == "extractive" else _plainly
    sources = [same(text) for c in cited for text in (c.passage.text, c.passage.byline.title)]
    for groups in _QUOTED.findall(frame(claim, answer)):
        words = "".join(groups).strip()
        if words and not any(same(words) in source for source in sources):
            yield phrase("in quotation marks, yet in no cited passage: {text}", text=words)


def _plainly(text: str) -> str:
    """``text`` with straight apostrophes and ordinary spaces."""
    return re.sub("[\u00a0\u202f]", " ", text.replace("’", "'"))


def _of_gist(answer: Answer) -> Iterator[Phrase]:
    """The short answer and the sides: values of the quotes that they cite, as the language writes them."""
    short = (answer.short.text, answer.short.markers, answer.short.resolved) if answer.short else None
    sides = ((side.value, side.markers, None) for side in answer.sides)
    for said, markers, resolved in (*((short,) if short else ()), *sides):
        sources = sources_of(answer.citations, markers)
        for part in unvouched(said, answer.language, sources, resolved=resolved):
            yield phrase("said in short, yet in no quote that it cites: {text}", text=part)
        if _ACTIVE.search(said) or _HIDDEN.search(said):
            yield phrase("active or hidden content in a few words")


def _opening(answer: Answer) -> str:
    """The sentence fixed for the reason of ``answer``, with which its text begins; "" without one."""
    return REFUSALS[answer.language].get(answer.reason, "") if answer.reason else ""


def _of_text(answer: Answer) -> Iterator[Phrase]:
    opening = _opening(answer)
    if not answer.text.startswith(opening):
        yield phrase("the text does not open with its reason ({reason})", reason=answer.reason)
    rest = answer.text.removeprefix(opening)
    for claim in sorted(answer.claims, key=lambda claim: -len(claim.text)):
        if claim.text not in rest:
            yield phrase("the text does not show the claim: {text}", text=claim.text)
        rest = rest.replace(claim.text, "", 1)
    extra = " ".join(_MARKERS.sub("", rest).split())
    if extra and answer.status != "abstained":
        yield phrase("the text shows more than its claims: {text}", text=extra)
    if _ACTIVE.search(answer.text) or _HIDDEN.search(answer.text):
        yield phrase("active or hidden content in the text")
