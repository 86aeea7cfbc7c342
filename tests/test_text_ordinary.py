"""Ordinary words of both languages are known, however they are accented, and no others."""

import pytest

from corpus.article import Language
from corpus.text.ordinary import is_ordinary, ordinary_near


@pytest.mark.parametrize("word", ["écrivain", "ecrivain", "Plombier", "appartiennent", "plumber", "WHICH"])
def test_a_word_of_either_language_is_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["harbour", "realise", "analysing", "centres", "travelled", "defence"])
def test_british_spelling_is_no_misspelling(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["emergancy", "ecosais", "wich", "abuot", "Paludan", "xyzzy"])
def test_misspelt_words_and_rare_names_are_not(word: str) -> None:
    assert not is_ordinary(word)


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [("experiance", "fr", "expérience"), ("ecivain", "fr", "écrivain"), ("puting", "en", "putting"),
     ("declaratoin", "en", "declaration")],
)  # fmt: skip
def test_what_is_one_edit_away_is_near(typed: str, language: Language, meant: str) -> None:
    assert meant in ordinary_near(typed, language)


def test_the_most_frequent_neighbour_comes_first_and_two_edits_are_too_far() -> None:
    assert ordinary_near("thier", "en")[0] == "their"
    assert "declaration" not in ordinary_near("declaratoni", "en")
