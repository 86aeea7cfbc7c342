"""Two sides of a comparison, neither sure alone, may be sure together that one of them is told."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Byline, Passage, Span
from rag.answer import Hit
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.sureness import MINIMUM_UNREAD, of_either, sure, sureness
from rag.answering.odds import chance_of

TEXT = "Lima counted twelve."
PASSAGE = Passage("a", 0, TEXT, "en", Byline("T", "S", date(2023, 1, 1), None), (Span(0, len(TEXT)),))
UNREAD = Candidate(Hit(PASSAGE, 1.0), Span(0, len(TEXT)), 0, 0.5, 1.0, 1.0, True, False)
CHANCES = [chance_of(odds / 2) for odds in range(-20, 10)]


def test_nothing_is_sure_where_no_sentence_tells_anything() -> None:
    assert of_either() == 0
    assert not sure()


@pytest.mark.parametrize("chance", CHANCES)
def test_a_further_side_makes_it_likelier_and_never_certain(chance: float) -> None:
    alone = sureness(chance, UNREAD)
    assert of_either((chance, UNREAD)) == pytest.approx(alone)
    assert alone < of_either((chance, UNREAD), (0.1, replace(UNREAD, rank=1))) < 1


def test_two_sides_just_below_the_least_are_enough() -> None:
    below = max(chance for chance in CHANCES if sureness(chance, UNREAD) < MINIMUM_UNREAD)
    assert not sure((below, UNREAD))
    assert sure((below, UNREAD), (below, UNREAD))
