"""The days and months that a passage is about."""

from datetime import date

import pytest

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.engines.around import days_told_by, months_in, months_told_by


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("Who left in March?", "en", {3}),
        ("Who left in early January or late in May 2023?", "en", {1, 5}),
        ("Who left on 11 March?", "en", set()),
        ("They march in silence and may win.", "en", set()),
        ("Qui est parti en août ?", "fr", {8}),
        ("Qui est parti début mars ou fin mai ?", "fr", {3, 5}),
        ("Qui est parti le 11 mars ?", "fr", set()),
    ],
)
def test_a_month_by_itself_is_named(text: str, language: Language, months: set[int]) -> None:
    assert months_in(text, language) == months


def test_a_passage_is_about_the_time_it_names_and_that_of_its_article() -> None:
    byline = Byline("Départ", "Dépêche", date(2023, 2, 1), None)
    (passage,) = passages_of(Article("a", "fr", byline, ("Parti en mai, il est revenu le 12 mars.",)))
    assert months_told_by(Hit(passage, 1.0)) == {2, 5}
    assert days_told_by(Hit(passage, 1.0)) == {"02-01", "01-31", "03-12"}
