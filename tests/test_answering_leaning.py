"""A quote stands alone: a sentence that leans on the one before takes it along, verbatim and in one piece."""

from datetime import date

import pytest

from corpus.article import Article, Byline, Language, Passage
from corpus.passage import passages_of
from rag.answering.leaning import LONGEST, leans, standing

BYLINE = Byline("Titre", "Dépêche", date(2022, 12, 19), None)


def passage(text: str, language: Language) -> Passage:
    return passages_of(Article("article", language, BYLINE, (text,)))[0]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Il a promis de revenir.", "fr"),
        ("Ce système porte à 500 kilomètres.", "fr"),
        ("Celui-ci a refusé.", "fr"),
        ("C’est une première.", "fr"),
        ("« Nous tiendrons », a-t-il dit.", "fr"),
        ("He promised to return.", "en"),
        ("The latter refused.", "en"),
        ("These systems reach 500 kilometres.", "en"),
        ("“We will hold,” he said.", "en"),
    ],
)
def test_a_sentence_that_opens_with_a_pronoun_leans(sentence: str, language: Language) -> None:
    assert leans(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Le système porte à 500 kilomètres.", "fr"),
        ("Il y a eu trois morts.", "fr"),
        ("Il s’agit d’un accident.", "fr"),
        ("C’est à Minsk que M. Poutine s’est rendu.", "fr"),
        ("M. Biden est reparti, a-t-il dit.", "fr"),
        ("The system reaches 500 kilometres.", "en"),
        ("Pilots are trained, President Lukashenko confirmed, and he said why.", "en"),
    ],
)
def test_a_sentence_that_says_who_stands_alone(sentence: str, language: Language) -> None:
    assert not leans(sentence, language)


@pytest.mark.parametrize(
    ("before", "quote", "language"),
    [
        ("It rained. ", "The Iskander came. It is mobile. It reaches 500 kilometres.", "en"),
        ("Il pleuvait. ", "L’Iskander est arrivé. Il roule. Sa portée est de 500 kilomètres.", "fr"),
    ],
)
def test_the_sentences_before_come_along_until_the_quote_stands(
    before: str, quote: str, language: Language
) -> None:
    told = passage(before + quote, language)
    span = standing(told, told.sentences[-1])
    assert told.text[span.start : span.end] == quote


def test_nothing_stands_before_the_first_sentence_and_no_quote_is_endless() -> None:
    first = passage("It reaches 500 kilometres. It rained.", "en")
    assert standing(first, first.sentences[0]) == first.sentences[0]
    long = passage(f"The {'very ' * (LONGEST // 5)}new system came. It reaches 500 kilometres.", "en")
    assert standing(long, long.sentences[-1]) == long.sentences[-1]
