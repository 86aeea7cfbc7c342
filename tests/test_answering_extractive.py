"""The extractive engine quotes the sentence that answers, in any of both languages, or says nothing."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering import grounding
from rag.answering.draft import Draft, Question
from rag.answering.engines.extractive import CLAIMS, ExtractiveEngine

EMBEDDER = KeywordEmbedder(
    ("livr", "deliver"), ("systèm", "system"), ("visite", "visit", "rendu"), ("gagn", "won"), ("coupe", "cup")
)


def hits(*articles: tuple[str, Language, str]) -> tuple[Hit, ...]:
    found: list[Hit] = []
    for number, (source, language, text) in enumerate(articles):
        byline = Byline(f"Titre {number}", source, date(2022, 12, 19), None)
        article = Article(f"article-{number}", language, byline, (text,))
        found += [Hit(passage, 1 / (1 + number), similarity=0.5) for passage in passages_of(article)]
    return tuple(found)


def propose(question: str, language: Language, found: tuple[Hit, ...]) -> Draft:
    return ExtractiveEngine(EMBEDDER).propose(Question(question, language), found)


FRENCH = (
    "Dépêche",
    "fr",
    "Le président est content. Nous avons livré le système Iskander à Minsk. Il pleut.",
)
ENGLISH = ("Dépêche", "en", "The president is glad. We delivered the Iskander system to Minsk. It rains.")


@pytest.mark.parametrize(
    ("question", "language", "article", "quote"),
    [
        ("Quel système a été livré ?", "fr", FRENCH, "Nous avons livré le système Iskander à Minsk."),
        ("What system was delivered?", "en", FRENCH, "Nous avons livré le système Iskander à Minsk."),
        ("Quel système a été livré ?", "fr", ENGLISH, "We delivered the Iskander system to Minsk."),
        ("What system was delivered?", "en", ENGLISH, "We delivered the Iskander system to Minsk."),
    ],
)
def test_the_sentence_that_answers_comes_first_and_verbatim(
    question: str, language: Language, article: tuple[str, Language, str], quote: str
) -> None:
    first = propose(question, language, hits(article)).proposals[0]
    assert first.evidence[0].quote == quote
    assert quote in first.text
    assert not grounding.check(first, language=language)


def test_the_frame_is_in_the_readers_language_and_names_the_original() -> None:
    french = propose("Quel système a été livré ?", "fr", hits(ENGLISH)).proposals[0].text
    english = propose("What system was delivered?", "en", hits(FRENCH)).proposals[0].text
    assert french.startswith("Selon Dépêche, le 19 décembre 2022 (original en anglais) : « We ")
    assert english.startswith("According to Dépêche, on 19 December 2022 (original in French): “Nous ")


def test_nothing_near_is_refused_with_a_reason() -> None:
    draft = propose("Who baked bread?", "en", hits(("Dépêche", "fr", "Elle a gagné.")))
    assert (draft.proposals, draft.reason) == ((), "not_in_corpus")


def test_another_year_is_another_event() -> None:
    article = ("Dépêche", "en", "Argentina won the World Cup in Qatar.")
    assert propose("Who won the World Cup?", "en", hits(article)).proposals
    assert propose("Who won the 2022 World Cup?", "en", hits(article)).proposals
    assert not propose("Who won the 2018 World Cup?", "en", hits(article)).proposals


def test_a_sentence_told_twice_is_shown_once_and_the_claims_are_few() -> None:
    told = "We delivered the system. We delivered the system."
    many = " ".join(f"We delivered system {name}." for name in "ABCDEFGH")
    proposals = propose(
        "What system was delivered?", "en", hits(("A", "en", told), ("B", "en", many))
    ).proposals
    quotes = [proposal.evidence[0].quote for proposal in proposals]
    assert len(quotes) == len(set(quotes)) <= CLAIMS


def test_the_same_question_gets_the_same_draft() -> None:
    found = hits(FRENCH, ENGLISH)
    assert propose("What system was delivered?", "en", found) == propose(
        "What system was delivered?", "en", found
    )
