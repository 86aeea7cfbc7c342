"""Falsified copies of a right answer, as a broken engine might return them; pure.

A mutant is built past the constructor of `Answer`, which would refuse many: what is tested is whether the
evaluation sees the fault, not whether our own types do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.article import Passage, Span
from eval.falsify import HARMFUL, HARMLESS, STRANGER, UNSUPPORTED
from eval.statements import quotes_in
from rag.answer import Answer, Citation, Claim
from rag.answering.citations import plain_text

# The engine whose claims are all quotes.
QUOTING = "extractive"
# What can be false in a frame: it has no other words.
IN_FRAME = ("digit changed", "name replaced", "day shifted")
# What can be false in a few words.
IN_SHORT = ("digit changed", "day shifted", "million ↔ billion")
# These alter how a quote is written; a paraphrase is free to.
OF_QUOTES = ("cut in a word, word added", "word dropped", "words translated")


@dataclass(frozen=True, slots=True)
class Mutant:
    """An answer that was altered in the way ``kind`` says; ``shown`` is the text that was altered."""

    kind: str
    answer: Answer
    shown: str


def forge(answer: Answer, **changes: object) -> Answer:
    """A copy of ``answer`` with fields replaced and nothing checked."""
    copy = object.__new__(Answer)
    for field in Answer.__slots__:
        object.__setattr__(copy, field, changes.get(field, getattr(answer, field)))
    return copy


def harmful(answer: Answer, passages: Mapping[str, Passage]) -> Iterator[Mutant]:
    """Every way to make the first claim of ``answer`` wrong, one mutant each.

    ``passages`` is the library by id: neighbours for wrong citations are taken from it.
    """
    claim = answer.claims[0]
    citation = next(c for c in answer.citations if c.marker == claim.markers[0])
    if answer.engine == QUOTING:
        yield from _in_quote(answer, claim, citation)
        yield from _in_frame(answer, claim, citation)
        yield from _spliced(answer, claim, citation, passages)
    else:
        for kind, change in HARMFUL.items():
            if kind not in OF_QUOTES and (said := change(claim.text, answer.language)):
                yield Mutant(kind, _saying(answer, said), said)
    yield from _in_short(answer)
    yield from _cited_wrongly(answer, citation, passages)
    yield from _padded(answer, claim)


def harmless(answer: Answer) -> Iterator[Mutant]:
    """Changes that no reader would call wrong: none may be flagged.

    Inside a quote not even an apostrophe may differ from the article, so there only the frame changes.
    """
    yield Mutant("identity", forge(answer), answer.text)
    claim = answer.claims[0]
    quotes = quotes_in(claim, answer) if answer.engine == QUOTING else ()
    kept = "|".join(sorted((re.escape(one.quote) for one in quotes), key=len, reverse=True))
    # Every second part is a quote.
    parts = re.split(f"({kept})", claim.text) if kept else [claim.text]
    for kind, change in HARMLESS.items():
        changed = [change(part, answer.language) for part in parts[::2]]
        if not any(changed) or (quotes and kind == "first letter"):
            continue
        parts_now = list(parts)
        parts_now[::2] = [now or part for now, part in zip(changed, parts[::2], strict=True)]
        said = "".join(parts_now)
        yield Mutant(kind, _saying(answer, said), said)


def _in_short(answer: Answer) -> Iterator[Mutant]:
    """The short answer altered, somebody else's name, and a date said to be counted that is not, or back."""
    short = answer.short
    if short is None:
        return
    for kind in IN_SHORT:
        if said := HARMFUL[kind](short.text, answer.language):
            yield Mutant(f"{kind}, in short", forge(answer, short=replace(short, text=said)), said)
    stranger = replace(short, text=STRANGER)
    yield Mutant("somebody else, in short", forge(answer, short=stranger), STRANGER)
    turned = replace(short, resolved=not short.resolved)
    yield Mutant("counted or not, in short", forge(answer, short=turned), short.text)


def _in_quote(answer: Answer, claim: Claim, citation: Citation) -> Iterator[Mutant]:
    """The quote altered as shown, then again with the passage that the answer carries altered alike."""
    passage, quote = citation.passage, citation.quote
    for kind, change in HARMFUL.items():
        said = change(quote, passage.language)
        if said is None:
            continue
        mutant = _saying(answer, claim.text.replace(quote, said, 1))
        yield Mutant(kind, mutant, said)
        text = passage.text[: citation.start] + said + passage.text[citation.end :]
        altered = replace(passage, text=text, sentences=(Span(0, len(text)),))
        lie = Citation(citation.marker, altered, citation.start, citation.start + len(said))
        yield Mutant(f"{kind}, passage too", forge(mutant, citations=(lie, *answer.citations[1:])), said)


def _in_frame(answer: Answer, claim: Claim, citation: Citation) -> Iterator[Mutant]:
    before, quote, after = claim.text.partition(citation.quote)
    for kind in IN_FRAME:
        if said := HARMFUL[kind](before, answer.language):
            yield Mutant(f"{kind}, in the frame", _saying(answer, said + quote + after), said)


def _spliced(
    answer: Answer, claim: Claim, citation: Citation, passages: Mapping[str, Passage]
) -> Iterator[Mutant]:
    """Half of the quote and half of the neighbouring paragraph in one pair of quotation marks."""
    beside = neighbour(citation.passage, passages)
    if beside is None:
        return
    said = citation.quote[: len(citation.quote) // 2] + beside.text[len(beside.text) // 2 :]
    mutant = _saying(answer, claim.text.replace(citation.quote, said, 1))
    yield Mutant("two passages in one quote", mutant, said)


def _cited_wrongly(
    answer: Answer, citation: Citation, passages: Mapping[str, Passage]
) -> Iterator[Mutant]:
    beside = neighbour(citation.passage, passages)
    if beside is not None and not any(c.passage == beside for c in answer.citations):
        span = beside.sentences[0]
        moved = Citation(citation.marker, beside, span.start, span.end)
        hits = (*answer.hits, replace(answer.hits[0], passage=beside))
        yield Mutant(
            "neighbour cited", forge(answer, citations=(moved, *answer.citations[1:]), hits=hits), beside.id
        )
    later = tuple(replace(c, markers=tuple(marker + 1 for marker in c.markers)) for c in answer.claims)
    yield Mutant("marker k+1", forge(answer, claims=later, text=_retold(answer, later)), plain_text(later))
    bare = tuple(replace(one, markers=()) for one in answer.claims)
    mutant = forge(answer, claims=bare, citations=(), text=_retold(answer, bare))
    yield Mutant("citations deleted", mutant, bare[0].text)


def _padded(answer: Answer, claim: Claim) -> Iterator[Mutant]:
    """A fluent sentence that nothing supports: in the claim, as one more claim, and outside all claims."""
    more = UNSUPPORTED[answer.language]
    if answer.engine == QUOTING:  # what a model says is cut into sentences before it is checked
        yield Mutant("sentence added to the claim", _saying(answer, f"{claim.text} {more}"), more)
    for kind, markers in (("claim added", claim.markers), ("claim added uncited", ())):
        claims = (*answer.claims, Claim(more, markers))
        yield Mutant(kind, forge(answer, claims=claims, text=_retold(answer, claims)), more)
    yield Mutant("sentence added beside the claims", forge(answer, text=f"{answer.text}\n{more}"), more)


def neighbour(passage: Passage, passages: Mapping[str, Passage]) -> Passage | None:
    """The paragraph after ``passage`` in its article, else the one before, else None."""
    for index in (passage.index + 1, passage.index - 1):
        if beside := passages.get(f"{passage.article_id}#p{index}"):
            return beside
    return None


def _saying(answer: Answer, said: str) -> Answer:
    """``answer`` with another text of its first claim, shown as an engine would show it."""
    claims = (replace(answer.claims[0], text=said), *answer.claims[1:])
    return forge(answer, claims=claims, text=_retold(answer, claims))


def _retold(answer: Answer, claims: Sequence[Claim]) -> str:
    """The text that shows ``claims``, after the reason with which ``answer`` begins, if any."""
    return answer.text.removesuffix(plain_text(answer.claims)) + plain_text(claims)
