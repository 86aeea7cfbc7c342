"""Support by ALCE's formulas: what a hand calculation gives, and what grounding says of real answers."""

from collections.abc import Callable, Collection

import pytest
from toys_eval import PASSAGES, answer_with, forged

from eval.metrics.support import support_precision, support_recall, supported_claims
from rag.answer import Answer, Citation, Claim, Hit

Toy = tuple[Collection[int], Callable[[Collection[int]], bool]]


def needs(*markers: int) -> Callable[[Collection[int]], bool]:
    """A claim that only all of these together support."""
    return lambda given: set(markers) <= set(given)


def either(*markers: int) -> Callable[[Collection[int]], bool]:
    """A claim that any of these supports."""
    return lambda given: bool(set(markers) & set(given))


def never(_: Collection[int]) -> bool:
    return False


@pytest.mark.parametrize(
    ("claims", "recall", "precision"),
    [
        ([((1,), needs(1))], 1.0, 1.0),
        # The second citation adds nothing and supports nothing alone.
        ([((1, 2), needs(1))], 1.0, 1 / 2),
        # Both are needed, so both count although neither suffices.
        ([((1, 2), needs(1, 2))], 1.0, 1.0),
        # Either suffices, so neither is idle.
        ([((1, 2), either(1, 2))], 1.0, 1.0),
        # Of an unsupported claim no citation counts.
        ([((1, 2), never), ((3,), needs(3))], 1 / 2, 1 / 3),
        ([((), never), ((1,), needs(1))], 1 / 2, 1.0),
        ([((), never)], 0.0, None),
        ([], None, None),
        # Two of three needed, the third idle, and a sound claim beside: 3 of 4.
        ([((1, 2, 3), needs(1, 2)), ((4,), needs(4))], 1.0, 3 / 4),
    ],
)
def test_the_formulas_give_what_a_hand_calculation_gives(
    claims: list[Toy], recall: float | None, precision: float | None
) -> None:
    assert support_recall(claims) == (None if recall is None else pytest.approx(recall))
    assert support_precision(claims) == (None if precision is None else pytest.approx(precision))


def test_every_quote_is_supported_by_its_citation_alone() -> None:
    claims = supported_claims(answer_with("Quand ?", "fr", ["pont-fr#p0", "bridge-en#p0"]))
    assert (support_recall(claims), support_precision(claims)) == (1.0, 1.0)


def test_a_quote_with_another_citation_is_not_supported() -> None:
    sound = answer_with("Quand ?", "fr", ["pont-fr#p0", "bridge-en#p0"])
    moved = tuple(Citation(c.marker, PASSAGES["zoo-fr#p0"], 0, 10) for c in sound.citations)
    claims = supported_claims(forged(sound, citations=moved))
    assert (support_recall(claims), support_precision(claims)) == (0.0, 0.0)


def said(text: str, *refs: str) -> Answer:
    """A paraphrase that cites whole passages."""
    citations = tuple(Citation(n, PASSAGES[ref], 0, len(PASSAGES[ref].text)) for n, ref in enumerate(refs, 1))
    claim = Claim(text, tuple(citation.marker for citation in citations))
    hits = tuple(Hit(PASSAGES[ref], 1.0) for ref in refs)
    return Answer("Quand ?", "fr", "answered", text, "openai:x", (claim,), citations, hits)


def test_an_idle_citation_of_a_paraphrase_costs_precision() -> None:
    text = "Le nouveau pont sur la Saône a été ouvert à Lyon le 3 mars 2023."
    claims = supported_claims(said(text, "pont-fr#p0", "zoo-fr#p1"))
    assert (support_recall(claims), support_precision(claims)) == (1.0, 0.5)
    falsified = supported_claims(said(text.replace("3 mars", "4 mars"), "pont-fr#p0"))
    assert support_recall(falsified) == 0.0


def test_what_rules_cannot_judge_is_left_out() -> None:
    assert supported_claims(said("Le pont a ouvert vendredi.", "bridge-en#p0")) == ()
    assert supported_claims(answer_with("Quand ?", "fr", [])) == ()
