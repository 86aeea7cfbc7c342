"""An enumeration is known by its commas and its last « et » or “and”."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.enumerations import asks_for_names, enumerates

EMBEDDER = KeywordEmbedder(("vote", "voté"), ("against", "contre"), ("rain", "pluie"))

LISTS: tuple[tuple[str, Language], ...] = (
    ("Chile, Peru and Bolivia voted against.", "en"),
    ("Seven states voted against: Chile, Peru, and Bolivia.", "en"),
    ("It looks at three causes: a fault, a breach of the rules and sabotage.", "en"),
    ("They left by two roads: the old one and the new one.", "en"),
    ("Le Chili, le Pérou et la Bolivie ont protesté.", "fr"),
    ("L’équipe comptait un capitaine, deux plongeurs et un médecin.", "fr"),
    ("Elle comprend des obus, des radars ainsi que des camions.", "fr"),
    ("Deux routes restent : la vieille et la neuve.", "fr"),
)
OTHERS: tuple[tuple[str, Language], ...] = (
    ("Chile and Peru voted against.", "en"),
    ("The president, who came late, left early.", "en"),
    ("On Monday, the mayor left.", "en"),
    ("Le Chili et le Pérou ont protesté.", "fr"),
    ("Le président, qui arrivait tard, est reparti tôt.", "fr"),
    ("Lundi, le maire est parti.", "fr"),
    ("The boat, rented from a firm and belonging to two men, left.", "en"),
    ("Le bateau, loué à Lima et appartenant à deux hommes, est parti.", "fr"),
)


@pytest.mark.parametrize(("sentence", "language"), LISTS)
def test_a_list_enumerates(sentence: str, language: Language) -> None:
    assert enumerates(sentence, language)


@pytest.mark.parametrize(("sentence", "language"), OTHERS)
def test_a_pair_and_an_aside_do_not(sentence: str, language: Language) -> None:
    assert not enumerates(sentence, language)


@pytest.mark.parametrize(
    ("question", "language", "named", "common"),
    [
        (
            "Which states voted against?",
            "en",
            "Against were Chile, Peru and Bolivia.",
            "It asks them to leave now, wholly and in order.",
        ),
        (
            "Quels États ont voté contre ?",
            "fr",
            "Ont voté contre le Chili, le Pérou et la Bolivie.",
            "Il leur demande de partir vite, tous et en ordre.",
        ),
    ],
)
def test_what_has_a_name_is_listed_by_name(
    question: str, language: Language, named: str, common: str
) -> None:
    assert asks_for_names(question)
    assert enumerates(named, language, names=True)
    assert enumerates(common, language)
    assert not enumerates(common, language, names=True)


def first_quote(question: str, language: Language, text: str) -> str:
    byline = Byline("Vote", "Dépêche", date(2023, 2, 23), None)
    (passage,) = passages_of(Article("vote", language, byline, (text,)))
    hits = [Hit(passage, 1.0, similarity=0.6)]
    draft = ExtractiveEngine(EMBEDDER).propose(Question(question, language), hits)
    return draft.proposals[0].evidence[0].quote


@pytest.mark.parametrize(
    ("question", "language", "start", "listed"),
    [
        ("Which states voted against?", "en", "Chile voted against.", "Peru, Chad and Mali voted against."),
        ("Quels États ont voté contre ?", "fr", "Rome a voté contre.", "Oman, Cuba et Lima ont voté contre."),
        ("Which towns voted against?", "en", "Chile voted against.", "Two voted against: Lima and Ica."),
    ],
)
def test_of_two_sentences_alike_the_one_that_lists_answers_what_asks_for_several(
    question: str, language: Language, start: str, listed: str
) -> None:
    assert first_quote(question, language, f"{start} {listed}") == listed


@pytest.mark.parametrize(
    ("question", "language", "near", "listed"),
    [
        ("Which states voted against?", "en", "Many voted against in Lima.", "They are Peru, Oman and Mali."),
        ("Quels États ont voté contre ?", "fr", "Lima a voté contre.", "Ce sont Cuba, Oman et le Mali."),
    ],
)
def test_the_list_may_stand_beside_the_sentence_that_is_like_the_question(
    question: str, language: Language, near: str, listed: str
) -> None:
    assert first_quote(question, language, f"{near} {listed}").endswith(listed)


def test_who_asks_for_one_thing_gets_no_list_for_it() -> None:
    text = "Chile voted against in the rain. Peru, Chad and Mali voted."
    assert first_quote("Who voted against in the rain?", "en", text) == "Chile voted against in the rain."
