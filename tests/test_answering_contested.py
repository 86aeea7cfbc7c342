"""How accounts compare is asked in words that no account has: they are left out of what is searched."""

import pytest

from rag.answering.contested import without_tellers
from rag.answering.kinds import is_contested
from rag.answering.powers import powers_in

ASKED = (
    ("How many marched, according to the different sources?", "How many marched?"),
    ("Do the sources agree on how many people marched?", "how many people marched?"),
    ("Combien de marcheurs, selon les différentes sources ?", "Combien de marcheurs ?"),
    ("Les sources s’accordent-elles sur le bilan du séisme ?", "le bilan du séisme ?"),
    ("Pourquoi le bilan diffère-t-il d’une source à l’autre ?", "Pourquoi le bilan diffère-t-il ?"),
)


@pytest.mark.parametrize(("question", "left"), ASKED)
def test_what_is_asked_is_left(question: str, left: str) -> None:
    assert without_tellers(question) == left


@pytest.mark.parametrize(
    "question", ["How many marched, according to the police?", "Que disent les sources ?"]
)
def test_the_word_of_one_and_a_question_of_nothing_else_stay(question: str) -> None:
    assert without_tellers(question) == question


@pytest.mark.parametrize(
    ("question", "contested"),
    [
        ("Is the number of dead disputed?", True),
        ("Do Lima and Quito give the same figure?", True),
        ("Le bilan est-il contesté ?", True),
        ("Quelles sont les versions des deux ministres ?", True),
        ("Which party won the same seat twice?", False),
        ("Quelle version du logiciel est sortie ?", False),
    ],
)
def test_accounts_are_told_from_things(question: str, contested: bool) -> None:
    assert is_contested(question) is contested

def test_a_country_is_found_by_its_capital_and_its_people() -> None:
    assert powers_in("Moscou") == powers_in("the Russian mayor") == powers_in("les forces russes")
    assert powers_in("Moscou") != powers_in("Kyiv")
    assert not powers_in("Un chinchilla indépendant dansait sur une brique.")
