"""French or English: short questions, keywords, names, and the honest middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.language import confidence, identify

FRENCH = (
    "Quel temps ?", "Et combien ?", "Qui a nié ?", "Pourquoi Minsk ?", "Quand Poutine ?", "Où ça ?",
    "Que dit Peskov ?", "Qui gagne ?", "Combien de morts", "Comment ?! Pourquoi ?", "Comment va Zelensky ?",
    "prix du gaz", "réforme des retraites", "accord gaz russe", "séisme Turquie bilan", "vote du budget",
    "élection présidentielle", "hausse des taux", "Brésil émeutes janvier", "C'est à moi ?", "L’Ukraine ?",
    "QUELS SYSTÈMES ONT ÉTÉ LIVRÉS ?", "quels systemes ont ete livres", "Est-il venu ?", "victimes du séisme",
    "Les chars Leopard ?", "Minsk a-t-elle reçu un train ?", "avions de combat", "Et la Croatie ?",
    "Quels systèmes ont été livrés ?",
)  # fmt: skip
ENGLISH = (
    "budget vote", "what systems were delivered?", "Who won?", "Why Minsk?", "When Putin?", "And Croatia?",
    "Which date?", "How many dead", "How much?", "Where is Peskov?", "gas price", "pension reform",
    "gas deal Russia", "earthquake Turkey toll", "presidential election", "drone attack Kyiv", "world cup",
    "rail strike Thursday", "police ban protest", "fighter jets", "US military aid", "It's over?",
    "WHO DENIED THE ALLEGATIONS?", "don't they?", "Who met the Le Pen family?", "minister resigns",
    "Chinese balloon shot", "weapons sent", "Leopard tanks Ukraine", "Who denied the allegations?",
)  # fmt: skip


@pytest.mark.parametrize("question", FRENCH)
def test_french_is_told_from_three_words(question: str) -> None:
    assert identify(question, default="en") == "fr"


@pytest.mark.parametrize("question", ENGLISH)
def test_english_is_told_from_three_words(question: str) -> None:
    assert identify(question) == "en"


@pytest.mark.parametrize("question", [q for q in ENGLISH if q not in ("budget vote", "world cup")][:12])
def test_english_does_not_need_the_default(question: str) -> None:
    assert identify(question, default="fr") == "en"


@pytest.mark.parametrize("text", ["Emmanuel Macron", "Poutine Minsk", "Minsk", "S-400", "2023", "", "?!"])
@pytest.mark.parametrize("default", LANGUAGES)
def test_names_and_nothing_leave_it_to_the_default(text: str, default: Language) -> None:
    assert identify(text, default=default) == default


def test_without_evidence_and_default_it_is_english() -> None:
    assert identify("Minsk") == "en"


def test_more_evidence_makes_surer_and_none_is_a_coin() -> None:
    assert confidence("Minsk")[1] == 0.5
    assert 0.5 < confidence("Quel Minsk")[1] < confidence("Quel temps fait-il à Minsk ?")[1] <= 1
    assert confidence("Quel temps fait-il ?")[0] == "fr"


@given(st.text(max_size=60))
def test_any_text_has_a_language_and_a_confidence(text: str) -> None:
    language, sure = confidence(text)
    assert language in LANGUAGES
    assert 0.5 <= sure <= 1
