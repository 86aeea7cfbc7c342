"""Judges one outcome: every measure of one item, each with its reason in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Passage
from eval.items import Item
from eval.matchers import Statement, matched
from eval.metrics.citations import citation_precision, citation_recall
from eval.metrics.faults import faults
from eval.metrics.hit import hit_at
from eval.metrics.language import in_language
from eval.metrics.mrr import reciprocal_rank_at
from eval.metrics.ndcg import ndcg_at
from eval.metrics.nuggets import all_nuggets, strict_vital
from eval.metrics.recall import recall_at
from eval.metrics.support import support_precision, support_recall, supported_claims
from eval.metrics.truth import Case, truth
from eval.phrases import Phrase
from eval.run import DEPTH, Outcome
from eval.statements import statements
from rag.answer import Answer

# A reader is shown about five quotes, so what is below rank 5 is not seen.
SHOWN = 5
# Of what is cited so much must bear on the question, or a reader has to look for the answer in it.
FOCUSED = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """How the ranking met the gold of an item, each 0 to 1; ``pair`` is "fr→en" or the like."""

    pair: str
    hit: bool
    recall: float
    ndcg: float
    reciprocal_rank: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is measured of one item; None where a measure does not apply, never NaN.

    ``denied``: it says that the articles deny what the question assumes, which is no answer.
    ``confidence`` is the answer's own, 0 to 1, ``cited`` the ids of the passages it cites. ``stated`` and
    ``missed`` are nugget ids, ``wrong`` the forbidden values that were said.
    """

    item: Item
    abstained: bool
    denied: bool
    confidence: float
    cited: frozenset[str]
    found: Found | None
    vital: float | None
    nuggets: float | None
    cite_precision: float | None
    cite_recall: float | None
    support_recall: float | None
    support_precision: float | None
    in_language: bool
    stated: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    faults: tuple[Phrase, ...]
    truth: float

    @property
    def refused(self) -> bool:
        """Whether the question was not answered: by silence, or because of what it assumes."""
        return self.abstained or self.denied

    @property
    def cluster(self) -> str:
        """What the item is about, for the bootstrap: its first gold article, else itself and its twin."""
        if self.item.gold:
            return self.item.gold[0][0].partition("#")[0]
        return min(self.item.id, self.item.twin or self.item.id)


def judge(outcome: Outcome, passages: Mapping[str, Passage]) -> Verdict:
    """The verdict on an outcome that is not an error; ``passages`` is the library by passage id."""
    item, answer = outcome.item, outcome.answer
    if answer is None:
        raise ValueError(f"{item.id} was not measured: {outcome.error}")
    said = statements(answer)
    stated = _stated(item, said)
    cited = tuple(citation.passage.id for citation in answer.citations)
    vital = strict_vital(item.nuggets, stated) if any(n.vital for n in item.nuggets) else None
    wrong = _wrong(item, said)
    faulty = faults(answer, passages)
    claims = supported_claims(answer)
    precision = citation_precision(cited, item.gold, item.acceptable) if item.gold else None
    return Verdict(
        item=item,
        abstained=answer.status == "abstained",
        denied=_denied(answer),
        confidence=answer.confidence,
        cited=frozenset(cited),
        found=_found(item, tuple(hit.passage.id for hit in outcome.hits), passages),
        vital=vital,
        nuggets=all_nuggets(item.nuggets, stated) if item.nuggets else None,
        cite_precision=precision,
        cite_recall=citation_recall(cited, item.gold) if item.gold else None,
        support_recall=support_recall(claims),
        support_precision=support_precision(claims),
        in_language=in_language(answer, item.lang),
        stated=stated,
        missed=tuple(nugget.id for nugget in item.nuggets if nugget.id not in stated),
        wrong=wrong,
        faults=faulty,
        truth=truth(_case(item, answer, vital, wrong=bool(wrong or faulty), precision=precision)),
    )


def _stated(item: Item, said: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(n.id for n in item.nuggets if any(matched(way, said) for way in n.any_of))


def _wrong(item: Item, said: Sequence[Statement]) -> tuple[str, ...]:
    """The forbidden values that were said.

    Of an update the newest figure comes first: a dated quote of the old one may follow, not lead.
    """
    if item.category == "update":
        late = [_complete(item, said[: place + 1]) for place in range(len(said))]
        said = [one for one, after in zip(said, late, strict=True) if not (one.quoted and after)]
    return tuple(str(matcher) for matcher in item.forbidden if matched(matcher, said))


def _complete(item: Item, said: Sequence[Statement]) -> bool:
    return {nugget.id for nugget in item.nuggets if nugget.vital} <= set(_stated(item, said))


def _case(
    item: Item, answer: Answer, vital: float | None, *, wrong: bool, precision: float | None
) -> Case:
    gold = {ref for group in item.gold for ref in group}
    return Case(
        answerable=item.answerable,
        false_premise=item.category == "false_premise",
        abstained=answer.status == "abstained",
        vital=vital,
        cites_gold=any(citation.passage.id in gold for citation in answer.citations),
        wrong=wrong,
        focused=precision is None or precision >= FOCUSED,
        denied=_denied(answer),
    )


def _denied(answer: Answer) -> bool:
    return answer.status == "partial" and answer.reason == "false_premise"


def _found(item: Item, ranking: tuple[str, ...], passages: Mapping[str, Passage]) -> Found | None:
    if not item.gold:
        return None
    return Found(
        pair=pair_of(item, passages),
        hit=hit_at(SHOWN, ranking, item.gold),
        recall=recall_at(SHOWN, ranking, item.gold),
        ndcg=ndcg_at(DEPTH, ranking, item.gold, item.acceptable),
        reciprocal_rank=reciprocal_rank_at(DEPTH, ranking, item.gold),
    )


def pair_of(item: Item, passages: Mapping[str, Passage]) -> str:
    """Question language → language of the gold passages; "fr→both" when the groups need both.

    A group that has a passage in the language of the question counts as that language.
    """
    needed = set()
    for group in item.gold:
        languages = sorted({passages[ref].language for ref in group})
        needed.add(item.lang if item.lang in languages else languages[0])
    return f"{item.lang}→{needed.pop() if len(needed) == 1 else 'both'}"
