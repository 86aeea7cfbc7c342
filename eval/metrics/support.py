"""Citation recall and precision by support: is each claim backed by what it cites, and is all of that needed.

recall = claims that their citations support / claims; precision = citations that count / citations, where one
counts unless its claim is unsupported, or it supports nothing alone and the others suffice without it.
Range 0 to 1 per answer; a claim without citation is unsupported.
Source: ALCE (Gao et al. 2023, arXiv 2305.14627), with grounding's rules instead of a language model. A
paraphrase of a passage in another language is left out: rules cannot tell without a model.
"""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from corpus.article import Language
from rag.answer import Answer, Citation, Claim
from rag.answering.draft import Evidence, Proposal
from rag.answering.grounding import check

Supports = Callable[[Collection[int]], bool]


def support_recall(claims: Sequence[tuple[Collection[int], Supports]]) -> float | None:
    """The share of claims that are supported, each as its markers and what supports it; None of none."""
    if not claims:
        return None
    return sum(bool(markers) and supports(markers) for markers, supports in claims) / len(claims)


def support_precision(claims: Sequence[tuple[Collection[int], Supports]]) -> float | None:
    """The share of citations that count; None when nothing is cited."""
    counted = [
        supports(markers) and (supports([marker]) or not supports([m for m in markers if m != marker]))
        for markers, supports in claims
        for marker in markers
    ]
    return sum(counted) / len(counted) if counted else None


def supported_claims(answer: Answer) -> tuple[tuple[tuple[int, ...], Supports], ...]:
    """The claims of ``answer`` that rules can judge, as the formulas take them."""
    return tuple(
        (claim.markers, _supports(claim, answer)) for claim in answer.claims if _can_judge(claim, answer)
    )


def _can_judge(claim: Claim, answer: Answer) -> bool:
    cited = [c for c in answer.citations if c.marker in claim.markers]
    return answer.engine == "extractive" or all(c.passage.language == answer.language for c in cited)


def _supports(claim: Claim, answer: Answer) -> Supports:
    quoted = answer.engine == "extractive"

    def supports(markers: Collection[int]) -> bool:
        cited = tuple(c for c in answer.citations if c.marker in markers)
        return not ungrounded(claim.text, cited, answer.language, quoted=quoted)

    return supports


@lru_cache(maxsize=4096)  # both formulas and the faults ask the same about some 1,500 claims of a run
def ungrounded(
    text: str, cited: tuple[Citation, ...], language: Language, *, quoted: bool
) -> tuple[str, ...]:
    """What grounding finds wrong with a claim that cites these and no others."""
    evidence = tuple(Evidence(c.passage, c.start, c.end) for c in cited)
    return check(Proposal(text, evidence, quoted=quoted), language=language)
