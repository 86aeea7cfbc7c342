"""From checked proposals to an answer with numbered citations."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.article import Language, Passage
from rag.answer import Answer, Citation, Claim, Hit, Reason, Short, Side, Update
from rag.answering.draft import Draft, Evidence, Gist, Proposal, Question
from rag.answering.phrases import NEAREST, REFUSALS, credited, lifted
from rag.answering.vouching import sources_of, unvouched

# How many articles a refusal names; design: the nearest three.
NEAREST_ARTICLES = 3


def number(proposals: Sequence[Proposal]) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Claims with markers 1..k in order of first use; the same evidence keeps its marker."""
    markers: dict[tuple[str, int, int], int] = {}
    citations: list[Citation] = []
    claims: list[Claim] = []
    for proposal in proposals:
        used: list[int] = []
        for evidence in proposal.evidence:
            key = (evidence.passage.id, evidence.start, evidence.end)
            if key not in markers:
                markers[key] = len(markers) + 1
                citations.append(_cite(markers[key], evidence))
            used.append(markers[key])
        claims.append(Claim(proposal.text, tuple(dict.fromkeys(used))))
    return tuple(claims), tuple(citations)


def compose(
    question: Question,
    proposals: Sequence[Proposal],
    hits: tuple[Hit, ...],
    engine: str,
    *,
    asked: str,
    notice: str = "",
) -> Answer:
    """The answer that shows ``proposals``, all of them checked; ``asked`` is what the reader typed."""
    claims, citations = number(proposals)
    return Answer(
        asked,
        question.language,
        "answered",
        plain_text(claims),
        engine,
        claims,
        citations,
        hits,
        notice=notice,
    )


def conclude(
    question: Question, draft: Draft, hits: tuple[Hit, ...], *, asked: str, notice: str = ""
) -> Answer:
    """The answer or refusal that ``draft``, of checked claims, comes to.

    A gist whose evidence no claim cites, or that its quotes do not hold, is not shown, nor is a side alone.
    The text of a partial answer opens with the reason.
    """
    if not draft.proposals:
        reason = draft.reason or "not_in_corpus"
        refusal = abstain(question, reason, hits, draft.engine, asked=asked, notice=notice)
        return replace(refusal, confidence=draft.confidence)
    answer = compose(question, draft.proposals, hits, draft.engine, asked=asked, notice=notice)
    opening = REFUSALS[question.language][draft.reason] + "\n" if draft.reason else ""
    return replace(
        answer,
        text=opening + answer.text,
        status="partial" if draft.reason else "answered",
        reason=draft.reason,
        short=_short(draft.short, answer),
        sides=_sides(draft.sides, answer),
        confidence=draft.confidence,
    )


def abstain(
    question: Question, reason: Reason, hits: tuple[Hit, ...], engine: str, *, asked: str, notice: str = ""
) -> Answer:
    """The refusal for ``reason``, naming the nearest articles with their sources and dates."""
    text = REFUSALS[question.language][reason]
    if nearest := _nearest_articles(hits, question.language):
        text += "\n" + NEAREST[question.language] + nearest
    return Answer(
        asked, question.language, "abstained", text, engine, hits=hits, reason=reason, notice=notice
    )


def filtered_out(
    refusal: Answer, question: Question, answering: Iterable[Passage], hits: Sequence[Hit]
) -> Answer:
    """``refusal``, or if passages are ``answering`` without the filters, one that says which articles do.

    Those come first among the ``hits`` without the filters.
    """
    told = {passage.article_id: passage.byline for passage in answering}
    if not told:
        return refusal
    notice = " ".join(filter(None, (refusal.notice, lifted(told.values(), question.language))))
    nearest = tuple(sorted(hits, key=lambda hit: hit.passage.article_id not in told))
    wider = abstain(question, "filtered_out", nearest, refusal.engine, asked=refusal.question, notice=notice)
    return replace(wider, confidence=refusal.confidence)


def plain_text(claims: Iterable[Claim]) -> str:
    """One line a claim, each followed by its markers."""
    return "\n".join(f"{claim.text} {''.join(f'[{m}]' for m in claim.markers)}" for claim in claims)


def grow(answer: Answer) -> Iterator[Update]:
    """The updates that show ``answer``: one more claim at a time, then the whole."""
    for count in range(1, len(answer.claims) + 1):
        claims = answer.claims[:count]
        used = {marker for claim in claims for marker in claim.markers}
        citations = tuple(citation for citation in answer.citations if citation.marker in used)
        yield Update("claim", answer.hits, claims, citations)
    yield Update("done", answer.hits, answer.claims, answer.citations, answer)


def _short(gist: Gist | None, answer: Answer) -> Short | None:
    markers = _markers(gist, answer.citations) if gist else ()
    if gist is None or not markers:
        return None
    sources = sources_of(answer.citations, markers)
    amiss = unvouched(gist.text, answer.language, sources, resolved=gist.resolved)
    return None if amiss else Short(gist.text, markers, gist.resolved)


def _sides(gists: Sequence[Gist], answer: Answer) -> tuple[Side, ...]:
    marked = (Side(gist.text, _markers(gist, answer.citations)) for gist in gists)
    sides = tuple(side for side in marked if side.markers and _stands(side, answer))
    return sides if len(sides) > 1 else ()


def _stands(side: Side, answer: Answer) -> bool:
    sources = sources_of(answer.citations, side.markers)
    return not unvouched(side.value, answer.language, sources, resolved=None)


def _markers(gist: Gist, citations: Sequence[Citation]) -> tuple[int, ...]:
    """The citations whose quotes hold evidence of ``gist``."""
    return tuple(
        citation.marker
        for citation in citations
        if any(
            citation.passage.id == evidence.passage.id
            and citation.start <= evidence.start
            and evidence.end <= citation.end
            for evidence in gist.evidence
        )
    )


def _cite(marker: int, evidence: Evidence) -> Citation:
    return Citation(marker, evidence.passage, evidence.start, evidence.end)


def _nearest_articles(hits: Sequence[Hit], language: Language) -> str:
    bylines = {hit.passage.article_id: hit.passage.byline for hit in reversed(hits)}
    nearest = list(dict.fromkeys(hit.passage.article_id for hit in hits))[:NEAREST_ARTICLES]
    separator = "\u202f; " if language == "fr" else "; "
    return separator.join(credited(bylines[name], language) for name in nearest)
