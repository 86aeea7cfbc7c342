"""Facts as claims: sentences quoted verbatim after their source and date."""

from corpus.article import Language
from rag.answering.claims import Fact
from rag.answering.draft import Evidence, Proposal
from rag.answering.engines.candidates import Candidate
from rag.answering.leaning import standing
from rag.answering.phrases import frame, quotation

_BETWEEN: dict[Language, str] = {"fr": "\u202f; ", "en": "; "}


def propose_claim(fact: Fact, language: Language) -> Proposal:
    """One claim that quotes each teller of ``fact`` after source and date, the reader's language first."""
    told = sorted(fact.told, key=lambda candidate: candidate.hit.passage.language != language)
    evidence = tuple(quoted(candidate) for candidate in told)
    once = {one.quote: one for one in reversed(evidence)}
    parts = [framed(one, language) for one in reversed(once.values())]
    text = _BETWEEN[language].join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
    return Proposal(text, evidence, quoted=True)


def quoted(candidate: Candidate) -> Evidence:
    """The sentence as evidence, with those before it that it leans on."""
    passage = candidate.hit.passage
    span = standing(passage, candidate.span)
    return Evidence(passage, span.start, span.end)


def framed(evidence: Evidence, language: Language) -> str:
    """The quote after its source and date."""
    passage = evidence.passage
    return f"{frame(passage.byline, passage.language, language)} {quotation(evidence.quote, language)}"
