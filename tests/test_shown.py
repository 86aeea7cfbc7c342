"""The terminal says what was verified, and how."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import LANGUAGES, Byline, Language, Passage, Span
from corpus.reasons import reason
from rag import shown
from rag.answer import AddReport, Answer, Citation, Claim, Hit, IndexReport, Short, Side, Skipped

TEXT = "Le train est arrivé."
BYLINE = Byline("Un train", "Dépêche", date(2023, 3, 1), None)
PASSAGE = Passage("train", 4, TEXT, "fr", BYLINE, (Span(0, 20),))


def answer(claim: str, language: Language = "fr", *, engine: str = "extractive") -> Answer:
    cited = (Citation(1, PASSAGE, 0, 20),)
    return Answer("?", language, "answered", f"{claim} [1]", engine, (Claim(claim, (1,)),), cited)


@pytest.mark.parametrize(
    ("claim", "language", "line"),
    [
        (f"« {TEXT} »", "fr", "1 citation vérifiée mot à mot · extractif"),
        (f"“{TEXT}”", "en", "1 citation verified word for word · extractive"),
        ("Un train est là.", "fr", "1 passage cité, affirmations contrôlées · extractif"),
        ("A train is there.", "en", "1 passage cited, claims checked against it · extractive"),
    ],
)
def test_a_quote_and_a_paraphrase_are_not_verified_alike(claim: str, language: Language, line: str) -> None:
    assert shown.answer(answer(claim, language)).splitlines()[-1] == line


def test_the_short_answer_stands_on_top_underlined() -> None:
    short = replace(answer(f"« {TEXT} »"), short=Short("Le train", (1,)))
    assert shown.answer(short).splitlines()[:4] == ["Le train [1]", "────────────", "", f"« {TEXT} » [1]"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "28 février 2023 [1] (date comptée à partir de celle de l’article)"),
        ("en", "28 February 2023 [1] (date counted from the article’s own date)"),
    ],
)
def test_a_counted_date_says_so(language: Language, said: str) -> None:
    day = said.partition(" [")[0]
    short = replace(answer(TEXT, language), short=Short(day, (1,), resolved=True))
    assert shown.answer(short).splitlines()[0] == said


def test_the_sides_stand_on_top_instead_of_a_short_answer() -> None:
    sides = (Side("17 morts", (1,)), Side("14 morts", (1,)))
    several = replace(answer(TEXT), sides=sides, short=Short("17 morts", (1,)))
    assert shown.answer(several).splitlines()[:2] == ["– 17 morts [1]", "– 14 morts [1]"]
    assert shown.gist(answer(TEXT)) == ()


def test_a_source_names_title_outlet_date_language_and_paragraph() -> None:
    assert "[1] Un train — Dépêche, 1er mars 2023, FR, paragraphe 5" in shown.answer(answer(TEXT))
    assert "[1] Un train — Dépêche, 1 March 2023, FR, paragraph 5" in shown.answer(answer(TEXT, "en"))


def test_lists_of_hits_are_ranked_and_cut() -> None:
    (first, excerpt) = shown.hits((Hit(PASSAGE, 0.5),), "en").splitlines()
    assert first == " 1. train#p4 (fr, 0.5000)"
    assert excerpt.strip() == TEXT
    assert shown.hits((Hit(PASSAGE, 0.5),), "fr").startswith(" 1. train#p4 (fr, 0,5000)")


def test_a_model_goes_by_its_own_name_in_both_languages() -> None:
    for language in LANGUAGES:
        said = shown.answer(answer("A train is there.", language, engine="ollama:qwen3:4b"))
        assert said.endswith(" · ollama:qwen3:4b")


def test_reports_give_counts_and_reasons() -> None:
    assert shown.index_report(IndexReport(1, 2, 3, 4, 50), "en") == (
        "added 1, changed 2, removed 3, unchanged 4 · 50 passages indexed"
    )
    report = AddReport(("new",), (), ("old",), (Skipped("bad.txt", reason("empty")),))
    assert shown.add_report(report, "en").splitlines() == [
        "added 1, changed 0, unchanged 1, skipped 1",
        "  new",
        "  skipped bad.txt: it is empty",
    ]


def test_reports_are_told_in_french_too() -> None:
    assert shown.index_report(IndexReport(1, 2, 3, 4, 5000), "fr") == (
        "ajoutés 1, modifiés 2, retirés 3, inchangés 4 · passages indexés\u00a0: 5\u202f000"
    )
    report = AddReport((), (), (), (Skipped("bad.pdf", reason("kind", suffix=".pdf")),))
    assert shown.add_report(report, "fr").splitlines() == [
        "ajoutés 0, modifiés 0, inchangés 0, écartés 1",
        "  écarté bad.pdf\u00a0: .pdf ne peut pas être lu\u202f; convertissez-le en .txt, .md, .html ou .pdf",
    ]
