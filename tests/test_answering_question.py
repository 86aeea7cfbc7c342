"""What a reader typed becomes a question, or is refused in one line."""

import pytest

from rag.answer import Answer, Turn
from rag.answering.question import MAX_CHARACTERS, understand
from rag.errors import BadQuestion


def turn(question: str, language: str = "fr") -> Turn:
    refusal = Answer(question, language, "abstained", "–", "extractive", reason="not_in_corpus")  # type: ignore[arg-type]
    return Turn(question, refusal)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "is empty"),
        ("  \n\t ", "is empty"),
        ("?!… — «»", "no word"),
        ("a\x00b what", "control characters"),
        ("who \ud800?", "control characters"),
        ("x" * 1_000_000, "1,000,000 characters"),
        ("😀" * 10, "no word"),
    ],
    ids=["empty", "blank", "punctuation", "NUL", "half a character", "1 MB", "emoji"],
)
def test_what_is_no_question_is_refused_with_a_remedy(text: str, why: str) -> None:
    with pytest.raises(BadQuestion, match=why) as caught:
        understand(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200
    assert "question" in caught.value.line.said("fr")
    assert caught.value.line.said("fr") != str(caught.value)


def test_the_longest_question_is_read() -> None:
    assert understand("what " * (MAX_CHARACTERS // 5)).language == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what systems were delivered?", "en"),
        ("Quels systèmes ont été livrés ?", "fr"),
        ("quels systemes ont ete livres", "fr"),
        ("Who denied it?", "en"),
    ],
)
def test_the_answer_is_in_the_language_of_the_question(text: str, language: str) -> None:
    assert understand(text).language == language


def test_a_chosen_language_is_that_of_the_answer_not_of_the_question() -> None:
    question = understand("what systems were delivered?", language="fr")
    assert (question.language, question.spoken) == ("fr", "en")


def test_a_question_of_names_only_keeps_the_language_of_the_conversation() -> None:
    assert understand("Iskander S-400", history=[turn("Quels systèmes ?")]).language == "fr"


def test_a_question_that_leans_on_the_last_turn_carries_it_along() -> None:
    understood = understand("Et combien ?", history=[turn("Quels systèmes ont été livrés à Minsk ?")])
    assert understood.text == "Combien de systèmes ont été livrés à Minsk ?"


def test_a_question_with_a_subject_of_its_own_stands_alone() -> None:
    text = "Quel président a démissionné après la grève ?"
    assert understand(text, history=[turn("Quels systèmes ont été livrés ?")]).text == text


def test_white_space_does_not_count() -> None:
    assert understand(" what \n systems? ").text == "what systems?"
