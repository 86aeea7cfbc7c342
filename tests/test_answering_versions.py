"""A question of who says what is answered in the words of two."""

from datetime import date

import pytest
from fakes import KeywordEmbedder
from readers import PatternReader

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering import grounding
from rag.answering.draft import Draft, Question
from rag.answering.engines.extractive import PASSAGES, ExtractiveEngine

EMBEDDER = KeywordEmbedder(("child", "enfant"), ("shell", "obus"), ("taken", "emmen"), ("rain", "pluie"))
READER = PatternReader(
    r"\d[\d, \u202f]*\d(?= (?:cases|children|cas|enfants))|keeping shells|garde ses obus"
)


def asked(question: str, language: Language, *paragraphs: str) -> Draft:
    """The draft from one article."""
    byline = Byline("Titre", "Dépêche", date(2023, 3, 18), None)
    passages = passages_of(Article("a", language, byline, paragraphs))
    hits = tuple(Hit(passage, 1 / (1 + place), similarity=0.6) for place, passage in enumerate(passages))
    draft = ExtractiveEngine(EMBEDDER, READER).propose(Question(question, language), hits)
    assert not any(grounding.check(proposal, language=language) for proposal in draft.proposals)
    return draft


def quotes_of(draft: Draft) -> list[str]:
    return [evidence.quote for proposal in draft.proposals for evidence in proposal.evidence]


COUNTED: tuple[tuple[str, Language, str, tuple[str, ...], list[str]], ...] = (
    (
        "How many children were taken, according to Lima and according to researchers?",
        "en",
        "The Lima authorities have recorded 16,000 cases of children taken.",
        ("Researchers in Quito identified 6,000 children in a report.", "It rained, the mayor said."),
        ["16,000", "6,000"],
    ),
    (
        "Combien d’enfants ont été emmenés, selon les différentes sources ?",
        "fr",
        "Le gouvernement péruvien a recensé 16 000 cas d’enfants emmenés.",
        ("Des chercheurs de Quito ont recensé 6 000 enfants.", "Il a plu, a affirmé le maire."),
        ["16\u202f000", "6\u202f000"],
    ),
)


@pytest.mark.parametrize(("question", "language", "first", "rest", "figures"), COUNTED)
def test_two_tellers_of_one_article_are_quoted_as_sides(
    question: str, language: Language, first: str, rest: tuple[str, ...], figures: list[str]
) -> None:
    draft = asked(question, language, first, *rest)
    assert quotes_of(draft) == [first, rest[0]]
    assert draft.reason == "sources_disagree"
    assert [side.text for side in draft.sides] == figures


def test_a_figure_of_another_sort_is_no_other_account() -> None:
    told = "Le gouvernement péruvien a recensé 16 000 cas d’enfants emmenés."
    age = "Ces enfants emmenés ont 12 ans et environ 90 % sont malades, dit Pedro Cruz, médecin à Quito."
    draft = asked("Les sources sont-elles d’accord sur le nombre d’enfants emmenés ?", "fr", told, age)
    assert quotes_of(draft) == [told]
    assert draft.reason != "sources_disagree"
    assert draft.sides == ()


@pytest.mark.parametrize(("question", "language", "first", "rest", "figures"), COUNTED)
def test_the_other_teller_is_found_beyond_the_best_passages(
    question: str, language: Language, first: str, rest: tuple[str, ...], figures: list[str]
) -> None:
    rain = {"fr": "Il a plu à", "en": "Rain fell in"}[language]
    silent = tuple(f"{rain} {town}." for town in "ABCDEFGH"[:PASSAGES])
    draft = asked(question, language, first, *silent, *rest)
    assert quotes_of(draft) == [first, rest[0]]
    assert [side.text for side in draft.sides] == figures


@pytest.mark.parametrize(
    ("question", "language", "paragraphs", "figures"),
    [
        (
            "How many children did Lima say were taken, and how many did Quito claim?",
            "en",
            ("Lima said on Monday that 900 children were taken.", "Quito said 400 children had been taken."),
            ["900", "400"],
        ),
        (
            "Combien d’enfants ont été emmenés selon Lima et selon Quito ?",
            "fr",
            ("Lima dit que 900 enfants ont été emmenés.", "Quito affirme que 400 enfants ont été emmenés."),
            ["900", "400"],
        ),
    ],
)
def test_two_who_are_named_are_told_apart(
    question: str, language: Language, paragraphs: tuple[str, ...], figures: list[str]
) -> None:
    draft = asked(question, language, *paragraphs)
    assert quotes_of(draft) == list(paragraphs)
    assert draft.reason == "sources_disagree"
    assert [side.text for side in draft.sides] == figures


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        (
            "How many children were taken, according to both sides?",
            "en",
            "The army counted 900 cases of children taken. The army said that 700 children were back.",
        ),
        (
            "Combien d’enfants ont été emmenés, selon les différentes sources ?",
            "fr",
            "L’armée a recensé 900 cas d’enfants emmenés. L’armée affirme que 700 enfants sont revenus.",
        ),
    ],
)
def test_one_teller_does_not_disagree(question: str, language: Language, text: str) -> None:
    assert asked(question, language, text).reason is None


DENIED: tuple[tuple[str, Language, tuple[str, ...], list[str]], ...] = (
    (
        "Was the unit kept short of shells?",
        "en",
        (
            "The head of the unit, Ivan Petrov, said that the army was keeping shells from his men.",
            "The ministry rejected the complaint as untrue. The unit had received 900 shells, it said.",
        ),
        [
            "The head of the unit, Ivan Petrov, said that the army was keeping shells from his men.",
            "The ministry rejected the complaint as untrue.",
        ],
    ),
    (
        "L’armée a-t-elle privé l’unité d’obus ?",
        "fr",
        (
            "Le chef de l’unité, Ivan Petrov, affirme que l’armée garde ses obus.",
            "Le ministère rejette ces accusations. L’unité aurait reçu 900 obus.",
        ),
        [
            "Le chef de l’unité, Ivan Petrov, affirme que l’armée garde ses obus.",
            "Le ministère rejette ces accusations.",
        ],
    ),
)


@pytest.mark.parametrize(("question", "language", "paragraphs", "quotes"), DENIED)
def test_a_charge_is_quoted_with_its_denial(
    question: str, language: Language, paragraphs: tuple[str, ...], quotes: list[str]
) -> None:
    draft = asked(question, language, *paragraphs)
    assert quotes_of(draft) == quotes
    assert draft.reason == "sources_disagree"
    assert not draft.sides


@pytest.mark.parametrize(("question", "language", "paragraphs", "quotes"), DENIED)
def test_a_denial_may_stand_a_paragraph_further(
    question: str, language: Language, paragraphs: tuple[str, ...], quotes: list[str]
) -> None:
    between = {
        "fr": "Selon le maire, Paz Rua, il a plu sur l’unité.", "en": "It rained, said the mayor, Paz Rua.",
    }[language]  # fmt: skip
    draft = asked(question, language, paragraphs[0], between, paragraphs[1])
    assert quotes_of(draft) == quotes
    assert draft.reason == "sources_disagree"


@pytest.mark.parametrize(("question", "language", "paragraphs", "quotes"), DENIED)
def test_a_charge_that_nobody_denies_stands_alone(
    question: str, language: Language, paragraphs: tuple[str, ...], quotes: list[str]
) -> None:
    draft = asked(question, language, paragraphs[0])
    assert quotes_of(draft) == quotes[:1]
    assert draft.reason is None
