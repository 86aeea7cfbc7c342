"""An enumeration is known by its commas and its last « et » or “and”."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.enumerations import enumerates

EMBEDDER = KeywordEmbedder(("vote", "voté"), ("against", "contre"), ("rain", "pluie"))

LISTS = (
    "Chile, Peru and Bolivia voted against.",
    "Seven states voted against: Chile, Peru, and Bolivia.",
    "It looks at three causes: a fault, a breach of the rules and sabotage.",
    "They left by two roads: the old one and the new one.",
    "Le Chili, le Pérou et la Bolivie ont protesté.",
    "L’équipe comptait un capitaine, deux plongeurs et un médecin.",
    "Elle comprend des obus, des radars ainsi que des camions.",
    "Deux routes restent : la vieille et la neuve.",
)
OTHERS = (
    "Chile and Peru voted against.",
    "The president, who came late, left early.",
    "On Monday, the mayor left.",
    "Le Chili et le Pérou ont protesté.",
    "Le président, qui arrivait tard, est reparti tôt.",
    "Lundi, le maire est parti.",
)


@pytest.mark.parametrize("sentence", LISTS)
def test_a_list_enumerates(sentence: str) -> None:
    assert enumerates(sentence)


@pytest.mark.parametrize("sentence", OTHERS)
def test_a_pair_and_an_aside_do_not(sentence: str) -> None:
    assert not enumerates(sentence)


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


def test_who_asks_for_one_thing_gets_no_list_for_it() -> None:
    text = "Chile voted against in the rain. Peru, Chad and Mali voted."
    assert first_quote("Who voted against in the rain?", "en", text) == "Chile voted against in the rain."
