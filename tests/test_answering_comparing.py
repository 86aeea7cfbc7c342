"""A comparison is answered with the best sentence on either side."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from eval.loader import load_sets
from rag.answer import Hit
from rag.answering.comparing import compared
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.question import understand

EMBEDDER = KeywordEmbedder(("crowd", "march"), ("rain",), ("people",))
COMPARING: tuple[tuple[str, Language, tuple[str, ...]], ...] = (
    (
        "Was the crowd larger on 11 March than on 21 January?",
        "en",
        ("Was the crowd larger on 11 March", "Was the crowd larger on 21 January"),
    ),
    (
        "Did Chile send more doctors than Peru?",
        "en",
        ("Did Chile send more doctors", "more doctors than Peru?"),
    ),
    ("Which toll was higher, the first or the second?", "en", (
        "Which toll was higher: the first", "Which toll was higher: the second",
    )),
    (
        "Le bilan a-t-il augmenté entre le 15 et le 17 février ?",
        "fr",
        ("Le bilan a-t-il augmenté le 15 février", "Le bilan a-t-il augmenté le 17 février"),
    ),
    (
        "Lequel des deux séismes a été le plus fort, celui d’Ovalle ou celui de Lima ?",
        "fr",
        (
            "Lequel des deux séismes a été le plus fort: celui d’Ovalle",
            "Lequel des deux séismes a été le plus fort: celui de Lima",
        ),
    ),
    (
        "Comment les élues turques et suédoises ont-elles chacune réagi ?",
        "fr",
        ("Comment les élues turques ont-elles réagi ?", "Comment les élues suédoises ont-elles réagi ?"),
    ),
)  # fmt: skip
PLAIN: tuple[tuple[str, Language], ...] = (
    ("Why was the vote later than expected?", "en"),
    ("What did the minister say after the meeting?", "en"),
    ("How many people have died, or gone missing?", "en"),
    ("Quels pays ont changé d’avis entre les votes de mars 2022 et de février 2023 ?", "fr"),
    ("Qui a dit qu’il ne reviendrait plus ?", "fr"),
    ("Quel accord a été signé entre la Turquie et la Suède ?", "fr"),
)


@pytest.mark.parametrize(("question", "language", "sides"), COMPARING)
def test_a_comparison_has_two_sides(question: str, language: Language, sides: tuple[str, ...]) -> None:
    comparison = compared(question, language)
    assert comparison is not None
    assert comparison.sides == sides


@pytest.mark.parametrize(("question", "language"), PLAIN)
def test_a_plain_question_has_none(question: str, language: Language) -> None:
    assert compared(question, language) is None


def test_of_the_other_questions_of_the_sets_two_in_a_hundred_compare() -> None:
    others = [item.question for item in load_sets() if item.category != "comparison"]
    found = [q for q in others if compared(q, understand(q).spoken)]
    assert len(found) <= 0.02 * len(others)


def test_each_side_gets_the_figure_of_its_own_day() -> None:
    dated = (
        ("january", date(2023, 1, 22), "The crowd was of 100,000 people, said the police."),
        ("march", date(2023, 3, 12), "The crowd was of 200,000 people. The crowd sang in the rain."),
        ("june", date(2023, 6, 4), "The crowd was of 300,000 people on a dry day."),
    )
    hits = [
        Hit(passage, 1.0)
        for name, day, text in dated
        for passage in passages_of(Article(name, "en", Byline(name, "Dépêche", day, None), (text,)))
    ]
    question = understand("Was the crowd in the rain larger on 11 March than on 21 January?")
    draft = ExtractiveEngine(EMBEDDER).propose(question, hits)
    quotes = [evidence.quote for proposal in draft.proposals for evidence in proposal.evidence]
    assert quotes == [
        "The crowd was of 200,000 people.", "The crowd was of 100,000 people, said the police."
    ]  # fmt: skip
    assert draft.short is None
