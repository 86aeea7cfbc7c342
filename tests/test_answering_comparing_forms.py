"""The forms in which two things are set beside each other, and the question about each that comes of it."""

import pytest

from corpus.article import Language
from rag.answering.comparing import compared

FORMS: dict[tuple[str, Language], tuple[str, str]] = {
    ("Lima ou Quito : qui recense le plus d’oiseaux blessés ?", "fr"): (
        "Combien d’oiseaux blessés recense Lima", "Combien d’oiseaux blessés recense Quito",
    ),
    ("Paz ou Rua, qui a mis le plus de buts en finale ?", "fr"): (
        "Combien de buts Paz a-t-il mis en finale", "Combien de buts Rua a-t-il mis en finale",
    ),
    ("En mai, qui promettait le plus de trains à Ica, Lima ou Quito ?", "fr"): (
        "En mai, combien de trains à Ica promettait Lima", "En mai, combien de trains à Ica promettait Quito",
    ),
    ("Quelle motion contre Rey a réuni le plus de voix, celle du centre ou celle de Paz ?", "fr"): (
        "Combien de voix a réuni la motion du centre", "Combien de voix a réuni la motion de Paz",
    ),
    ("Où le oui a-t-il eu le plus de voix, au Parlement de Lima ou à celui de Quito ?", "fr"): (
        "Combien de voix le oui a-t-il eu au Parlement de Lima",
        "Combien de voix le oui a-t-il eu au Parlement de Quito",
    ),
    ("Où les pluies ont-elles détruit le plus de maisons en mai, à Lima ou à Ica ?", "fr"): (
        "Combien de maisons les pluies ont-elles détruit en mai à Lima",
        "Combien de maisons les pluies ont-elles détruit en mai à Ica",
    ),
    ("Where did more people march in May, in Lima or in Ica?", "en"): (
        "How many people march in May in Lima", "How many people march in May in Ica",
    ),
    ("Which motion got more votes, that of the centre or that of Paz?", "en"): (
        "How many votes the motion of the centre got", "How many votes the motion of Paz got",
    ),
    ("Ann Lee or Bo Ray: who is the older?", "en"): ("How old is Ann Lee", "How old is Bo Ray"),
    ("Was the aid unveiled in May larger than the one Chile sent to Ica?", "en"): (
        "How large was the aid unveiled in May", "How large was the aid Chile sent to Ica",
    ),
    ("How far apart are the police’s counts of marchers and those the unions gave?", "en"): (
        "the police’s counts of marchers", "the police’s counts the unions gave",
    ),
    ("Did Chile import more energy than Peru?", "en"): (
        "How much energy did Chile import", "How much energy did Peru import",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "sides"), FORMS.items())
def test_each_form_asks_about_either_side(asked: tuple[str, Language], sides: tuple[str, str]) -> None:
    comparison = compared(*asked)
    assert comparison is not None
    assert comparison.sides == sides


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who or what is Wagner?", "en"),
        ("Did anyone die, or go missing, and who counted them?", "en"),
        ("Le maire ou son adjoint a-t-il parlé ?", "fr"),
    ],
)
def test_what_only_names_two_is_no_comparison(question: str, language: Language) -> None:
    assert compared(question, language) is None
