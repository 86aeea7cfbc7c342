"""A list answers in place of the sentence beside it, not of one further off."""

from datetime import date

import pytest

from corpus.article import Byline, Passage, Span
from rag.answer import Hit
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.listing import listing_first


def sentence(index: int, *, lists: bool, article: str = "a") -> Candidate:
    byline = Byline("Titre", "Dépêche", date(2023, 1, 30), None)
    text = f"Paragraphe {index}."
    passage = Passage(article, index, text, "fr", byline, (Span(0, len(text)),))
    return Candidate(Hit(passage, 1.0), Span(0, len(text)), 0, 0.5, 1.0, 1.0, True, False, lists=lists)


@pytest.mark.parametrize(("place", "comes_first"), [(4, True), (5, True), (3, True), (6, False), (1, False)])
def test_a_list_beside_the_best_sentence_comes_before_it(place: int, comes_first: bool) -> None:
    best, listed = sentence(4, lists=False), sentence(place, lists=True)
    order = listing_first([(0.8, best), (0.2, listed)])
    assert order == ([(0.8, listed), (0.8, best)] if comes_first else [(0.8, best), (0.2, listed)])


def test_a_list_of_another_article_does_not() -> None:
    ranked = [(0.8, sentence(4, lists=False)), (0.2, sentence(4, lists=True, article="b"))]
    assert listing_first(ranked) == ranked
