"""What a sentence gives has one key in both languages, and what the question says already is nothing new."""

import pytest

from corpus.article import Language
from rag.answering.kinds import Kind
from rag.answering.mentions import holds, mentions, new_in, said_in


@pytest.mark.parametrize(
    ("kind", "french", "english"),
    [
        ("number", "Le séisme a fait 9 300 morts.", "The earthquake killed 9,300 people."),
        ("number", "L’accord vaut soixante jours.", "The deal is for 60 days."),
        ("number", "Ils étaient 1,2 million.", "They were 1.2 million."),
        ("date", "La trêve commence le 6 janvier 2023.", "The truce begins on 6 January 2023."),
        ("person", "Hier, Vladimir Poutine a démenti.", "It was Mr Putin who denied it."),
    ],
)
def test_a_value_has_one_key_in_both_languages(kind: Kind, french: str, english: str) -> None:
    told = {mention.key for mention in mentions(kind, french, "fr")}
    assert told == {mention.key for mention in mentions(kind, english, "en")} != set()


def test_a_mention_says_where_it_stands() -> None:
    text = "About 400 soldiers died."
    (mention,) = mentions("number", text, "en")
    assert text[mention.start : mention.end].endswith("400")


def test_what_the_question_says_is_nothing_new() -> None:
    said = said_in("How many of the 31 tanks came with Zelensky?", "en")
    assert [m.key for m in new_in("number", "Of the 31 tanks 14 came.", "en", said)] == ["14"]
    assert not new_in("person", "On a vu M. Zelensky.", "fr", said)


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
        ("quotation", "« Kyiv tient », a-t-il lancé.", "fr", "Qu’a dit Biden ?", True),
        ("quotation", "Il est reparti.", "fr", "Qu’a dit Biden ?", False),
        ("other", "Anything at all.", "en", "What was it?", True),
    ],
)
def test_a_sentence_holds_what_is_asked_for(
    kind: Kind, sentence: str, language: Language, question: str, held: bool
) -> None:
    assert holds(kind, sentence, language, said_in(question, language)) is held

ASKED_OF_DUDA: dict[Language, str] = {
    "fr": "Quel président Biden a-t-il rencontré à Varsovie ?",
    "en": "Which president did Biden meet in Warsaw?",
}


def test_a_name_of_few_consonants_is_not_hidden_by_other_words_of_the_question() -> None:
    sentence = "In Warsaw Biden also met Polish President Andrzej Duda."
    for language, question in ASKED_OF_DUDA.items():
        (met,) = new_in("person", sentence, "en", said_in(question, language))
        assert sentence[met.start : met.end] == "Andrzej Duda"
