"""What a question asks for is read alike in French and English."""

import pytest

from corpus.article import Language
from rag.answering.kinds import Kind, holds, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Combien de chars ont été promis ?", "number"),
        ("How many tanks were promised?", "number"),
        ("Quel est le bilan du séisme ?", "number"),
        ("What was the death toll?", "number"),
        ("Quand Poutine s'est-il rendu à Minsk ?", "date"),
        ("When did Putin go to Minsk?", "date"),
        ("Quel jour la trêve a-t-elle commencé ?", "date"),
        ("Qui a démenti les allégations ?", "person"),
        ("Who denied the allegations?", "person"),
        ("Où l'hélicoptère est-il tombé ?", "place"),
        ("Where did the helicopter crash?", "place"),
        ("Dans quelle ville la rencontre a-t-elle eu lieu ?", "place"),
        ("Pourquoi la grève a-t-elle été lancée ?", "reason"),
        ("Why did she resign?", "reason"),
        ("Quels systèmes ont été livrés ?", "other"),
        ("what systems were delivered?", "other"),
    ],
)
def test_a_question_says_what_it_asks_for(question: str, kind: Kind) -> None:
    assert kind_of(question) == kind


@pytest.mark.parametrize(
    ("kind", "sentence", "language", "question", "held"),
    [
        ("number", "Quatorze personnes sont mortes.", "fr", "Combien de morts ?", True),
        ("number", "Plusieurs personnes sont mortes.", "fr", "Combien de morts ?", False),
        ("number", "The 31 tanks will come later.", "en", "How many of the 31 tanks came?", False),
        ("date", "The truce began on 6 January.", "en", "When did the truce begin?", True),
        ("date", "The truce began at once.", "en", "When did the truce begin?", False),
        ("person", "Hier, Dmitri Peskov a démenti.", "fr", "Qui a démenti ?", True),
        ("person", "Le porte-parole a démenti.", "fr", "Qui a démenti ?", False),
        ("person", "It was said that Putin left.", "en", "Who met Putin?", False),
        ("reason", "She left because she was tired.", "en", "Why did she leave?", True),
        ("other", "Anything at all.", "en", "What was it?", True),
    ],
)
def test_a_sentence_holds_what_is_asked_for(
    kind: Kind, sentence: str, language: Language, question: str, held: bool
) -> None:
    assert holds(kind, sentence, language, question) is held
