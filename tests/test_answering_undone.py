"""What was not done answers no question of who did it."""

import pytest

from corpus.article import Language
from rag.answering.draft import Question
from rag.answering.undone import is_undone


@pytest.mark.parametrize(
    ("asked", "spoken", "sentence", "language"),
    [
        ("Who bought Credit Suisse?", "en", "The Saudi bank ruled out buying more shares.", "en"),
        ("Qui a racheté Credit Suisse ?", "fr", "The Saudi bank ruled out buying more shares.", "en"),
        ("Who bought the bank?", "en", "Le groupe a renoncé à acheter la banque.", "fr"),
        ("Quand le pays a-t-il été envahi ?", "fr", "Son voisin n’a pas envahi le pays.", "fr"),
    ],
)
def test_a_deed_that_was_not_done_is_not_told(
    asked: str, spoken: Language, sentence: str, language: Language
) -> None:
    assert is_undone(Question(asked, spoken), sentence, language)


@pytest.mark.parametrize(
    ("asked", "spoken", "sentence", "language"),
    [
        ("Who bought Credit Suisse?", "en", "UBS agreed to buy the bank for three billion francs.", "en"),
        ("Who bought Credit Suisse?", "en", "UBS bought it after a rival ruled out buying it.", "en"),
        ("Who refused to buy the bank?", "en", "The Saudi bank ruled out buying more shares.", "en"),
        ("Qui n’a pas envahi le pays ?", "fr", "Son voisin n’a pas envahi le pays.", "fr"),
        ("Where is he looking for work?", "en", "He gave up farming and looks for work in Oujda.", "en"),
    ],
)
def test_what_was_done_or_is_asked_for_is_told(
    asked: str, spoken: Language, sentence: str, language: Language
) -> None:
    assert not is_undone(Question(asked, spoken), sentence, language)
