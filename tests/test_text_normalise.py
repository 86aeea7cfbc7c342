"""The shared normaliser: a table of pairs, and its two properties."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.normalise import fold_accents, normalise

TEXTS = st.text(max_size=30) | st.text(
    alphabet="lLdaAuUnqu'’.,-1é\u0301œŒ\u200b \u00a0½\u0345Ι«”(ﬁß", max_size=14
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Le Kremlin", "kremlin"),
        ("L’armée russe", "armée russe"),
        ("l'armée", "armée"),
        ("qu’elle s’attend", "qu elle s attend"),
        ("jusqu’au bout", "jusqu bout"),
        ("aujourd’hui", "aujourd hui"),
        ("The President of the U.S.", "president of us"),
        ("« Bonjour », dit-il", "bonjour dit il"),
        ("“Hello”", "hello"),
        ("cœur et Œuvre", "coeur et oeuvre"),
        ("STRASSE straße", "strasse strasse"),
        ("1 234,5 euros", "1 234,5 euros"),
        ("1\u00a0234,5", "1 234,5"),
        ("1\u202f234,5", "1 234,5"),
        ("3.5, enfin.", "3.5 enfin"),
        ("S-400", "s 400"),
        ("S‑400", "s 400"),
        ("porte–parole", "porte parole"),
        ("12 %", "12"),
        ("ﬁn", "fin"),
        ("Été\u0301", "été\u0301"),
        ("é", "é"),
        ("e\u0301", "é"),
        ("Peskov’s", "peskov s"),
        ("a\u200bb\u202ec\u00add", "abcd"),
        ("l´école", "école"),
        ("½", "1⁄2"),
        ("  un   des  deux ", "deux"),
        ("J. K. Rowling", "j k rowling"),
        ("x²", "x2"),
        ("№ 5", "no 5"),
    ],
)
def test_text_has_one_spelling(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(TEXTS)
def test_the_unicode_form_of_the_input_does_not_matter(text: str) -> None:
    assert normalise(normalize("NFD", text)) == normalise(text) == normalise(normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("élu", "elu"),
        ("Türkiye", "Turkiye"),
        ("cœur", "coeur"),
        ("ŒUVRE", "OEUVRE"),
        ("Łódź", "Lodz"),
        ("Erdoğan", "Erdogan"),
        ("plain", "plain"),
        ("ça où", "ca ou"),
    ],
)
def test_accents_fold_and_case_stays(text: str, expected: str) -> None:
    assert fold_accents(text) == expected


@given(st.text(max_size=20))
def test_folding_accents_twice_changes_nothing(text: str) -> None:
    assert fold_accents(fold_accents(text)) == fold_accents(text)
