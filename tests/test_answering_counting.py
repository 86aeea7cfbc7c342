"""What a figure of the news counts is told by the words of its own clause."""

import pytest

from corpus.article import Language
from rag.answering.counting import counted, counts_others
from rag.answering.figures import figures_of

COUNTED: tuple[tuple[str, Language, tuple[str, ...]], ...] = (
    ("Le séisme a tué six personnes et en a blessé 294.", "fr", ("dead", "hurt")),
    ("The blast killed six people and wounded 294.", "en", ("dead", "hurt")),
    ("On compte 36 morts et 85 blessés.", "fr", ("dead", "hurt")),
    ("Nine people, trapped and burned, were dead; 40 were missing.", "en", ("dead", "missing")),
    ("La police a interpellé 310 personnes, dont 258 à Paris.", "fr", ("held", "")),
    ("The storm took 12 homes.", "en", ("",)),
)


@pytest.mark.parametrize(("text", "language", "fates"), COUNTED)
def test_each_figure_counts_what_its_clause_says(
    text: str, language: Language, fates: tuple[str, ...]
) -> None:
    assert tuple(counted(figure, text, language) for figure in figures_of(text, language)) == fates


def test_a_sentence_that_counts_the_dead_first_counts_them_for_who_asks() -> None:
    text = "Le séisme a tué six personnes et en a blessé 294."
    assert not counts_others("Combien de morts ?", text, "fr")
    assert not counts_others("Combien de blessés ?", text, "fr")
    assert counts_others("Combien de disparus ?", text, "fr")
