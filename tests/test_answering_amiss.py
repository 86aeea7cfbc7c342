"""A sentence whose figures cannot be what is asked for answers nothing, in both languages."""

import pytest

from corpus.article import Language
from rag.answering.amiss import is_amiss
from rag.answering.draft import Question


@pytest.mark.parametrize(
    ("question", "language", "sentence", "told"),
    [
        ("Combien a coûté l'étude ?", "fr", "A study says that 160,000 tonnes would never do.", "en"),
        ("Combien a coûté l'étude ?", "fr", "Il offre 1,2 million de repas à 38 villes.", "fr"),
        ("Quel est le salaire d'une infirmière ?", "fr", "Pay will go up 18% in Duluth.", "en"),
        ("How many spectators will the arena hold?", "en", "L'arène coûtera 110 millions d'euros.", "fr"),
        ("How many sailors does she employ?", "en", "She employs a cook.", "en"),
    ],
)
def test_no_price_is_in_tonnes_and_no_number_of_people_in_euros(
    question: str, language: Language, sentence: str, told: Language
) -> None:
    assert is_amiss(Question(question, language), sentence, told)


@pytest.mark.parametrize(
    ("question", "language", "sentence", "told"),
    [
        ("Combien a coûté l'étude ?", "fr", "The study cost 3,000 kina a month.", "en"),
        ("How much does it cost?", "en", "Son coût total est estimé à 17 millions.", "fr"),
        ("How much does it cost?", "en", "The mill charges 320 a head.", "en"),
        ("De combien le prix a-t-il augmenté ?", "fr", "Le prix a augmenté de 46 %.", "fr"),
        ("Combien d'eau le canal épargne-t-il ?", "fr", "Il épargne 380 tonnes par an.", "fr"),
        ("How many tonnes were caught?", "en", "Le chalutier a pris 61 tonnes de merlu.", "fr"),
        ("Combien de voyageurs étaient à bord ?", "fr", "Some 104 were aboard for 9 days.", "en"),
        ("Qui a payé ?", "fr", "La ville a payé 20 tonnes de riz.", "fr"),
    ],
)
def test_a_figure_that_may_be_what_is_asked_for_is_kept(
    question: str, language: Language, sentence: str, told: Language
) -> None:
    assert not is_amiss(Question(question, language), sentence, told)
