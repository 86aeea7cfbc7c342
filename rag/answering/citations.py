"""From checked proposals to an answer with numbered citations."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.article import Language
from rag.answer import Answer, Citation, Claim, Hit, Reason, Update
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.phrases import NEAREST, REFUSALS, quotation

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


def abstain(
    question: Question, reason: Reason, hits: tuple[Hit, ...], engine: str, *, asked: str, notice: str = ""
) -> Answer:
    """The refusal for ``reason``, naming the nearest articles."""
    text = REFUSALS[question.language][reason]
    titles = _nearest_titles(hits, question.language)
    if titles:
        text += "\n" + NEAREST[question.language] + titles
    return Answer(
        asked, question.language, "abstained", text, engine, hits=hits, reason=reason, notice=notice
    )


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


def _cite(marker: int, evidence: Evidence) -> Citation:
    return Citation(marker, evidence.passage, evidence.start, evidence.end)


def _nearest_titles(hits: Sequence[Hit], language: Language) -> str:
    titles = list(dict.fromkeys(hit.passage.byline.title for hit in hits))[:NEAREST_ARTICLES]
    separator = "\u202f; " if language == "fr" else "; "
    return separator.join(quotation(title, language) for title in titles)
