"""Terms of the index and words that texts share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.analyser import content_words, terms
from corpus.text.normalise import fold_accents


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("L’Iskander", "fr", ("iskand",)),
        ("l'Iskander", "fr", ("iskand",)),
        ("jusqu’à Minsk", "fr", ("minsk",)),
        ("Aujourd’hui, Minsk", "fr", ("minsk",)),
        ("quelqu’un", "fr", ("quelqu'un",)),
        ("4 000 morts", "fr", ("4000", "mort")),
        ("4\u202f000 morts", "fr", ("4000", "mort")),
        ("4.000 morts", "fr", ("4000", "mort")),
        ("4,000 dead", "en", ("4000", "dead")),
        ("1,5 point", "fr", ("1,5", "point")),
        ("1.5 points", "en", ("1.5", "point")),
        ("S-400", "fr", ("s-400", "s400", "400")),
        ("S400", "fr", ("s400",)),
        ("F-16s", "en", ("f-16", "f16", "16")),
        ("cease-fire", "en", ("ceasefir", "ceas", "fire")),
        ("ceasefire", "en", ("ceasefir",)),
        ("Élections", "fr", ("elect",)),
        ("elections", "fr", ("elect",)),
        ("cœur", "fr", ("coeur",)),
        ("Peskov’s visit", "en", ("peskov", "visit")),
        ("He doesn’t know", "en", ("know",)),
        ("The U.S. told us", "en", ("usa", "told")),
        ("the US army", "en", ("usa", "armi")),
        ("O.T.A.N.", "fr", ("otan",)),
        ("le la les de", "fr", ()),
        ("", "en", ()),
    ],
)
def test_text_becomes_terms(text: str, language: Language, expected: tuple[str, ...]) -> None:
    assert terms(text, language) == expected


def test_shared_words_are_the_same_however_a_designation_is_written() -> None:
    for text in ("les S-400 livrés", "des S400 livré"):
        assert content_words(text, "fr") == ("s400", "livr")


def test_a_compound_gives_its_parts_to_the_shared_words() -> None:
    assert content_words("cessez-le-feu", "fr") == ("cess", "feu")


@given(st.text(alphabet="éèêàâçùîôëabcdefsrtn 'LM-4", max_size=40), st.sampled_from(LANGUAGES))
def test_terms_have_no_accent_no_space_and_are_not_empty(text: str, language: Language) -> None:
    for term in terms(text, language) + content_words(text, language):
        assert term
        assert term == fold_accents(term)
        assert not any(char.isspace() for char in term)
