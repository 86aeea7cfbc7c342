"""The terminal says what was verified, and how."""

from datetime import date

import pytest

from corpus.article import Byline, Language, Passage, Span
from rag import shown
from rag.answer import AddReport, Answer, Citation, Claim, Hit, IndexReport, Skipped

TEXT = "Le train est arrivé."
BYLINE = Byline("Un train", "Dépêche", date(2023, 3, 1), None)
PASSAGE = Passage("train", 4, TEXT, "fr", BYLINE, (Span(0, 20),))


def answer(claim: str, language: Language = "fr", *, engine: str = "extractive") -> Answer:
    cited = (Citation(1, PASSAGE, 0, 20),)
    return Answer("?", language, "answered", f"{claim} [1]", engine, (Claim(claim, (1,)),), cited)


@pytest.mark.parametrize(
    ("claim", "language", "line"),
    [
        (f"« {TEXT} »", "fr", "1 citation vérifiée mot à mot · extractive"),
        (f"“{TEXT}”", "en", "1 citation verified word for word · extractive"),
        ("Un train est là.", "fr", "1 passage cité, affirmations contrôlées · extractive"),
        ("A train is there.", "en", "1 passage cited, claims checked against it · extractive"),
    ],
)
def test_a_quote_and_a_paraphrase_are_not_verified_alike(claim: str, language: Language, line: str) -> None:
    assert shown.answer(answer(claim, language)).splitlines()[-1] == line


def test_a_source_names_title_outlet_date_language_and_paragraph() -> None:
    assert "[1] Un train — Dépêche, 1er mars 2023, FR, paragraphe 5" in shown.answer(answer(TEXT))
    assert "[1] Un train — Dépêche, 1 March 2023, FR, paragraph 5" in shown.answer(answer(TEXT, "en"))


def test_lists_of_hits_are_ranked_and_cut() -> None:
    (first, excerpt) = shown.hits((Hit(PASSAGE, 0.5),)).splitlines()
    assert first == " 1. train#p4 (fr, 0.5000)"
    assert excerpt.strip() == TEXT


def test_reports_give_counts_and_reasons() -> None:
    assert shown.index_report(IndexReport(1, 2, 3, 4, 50)) == (
        "added 1, changed 2, removed 3, unchanged 4 · 50 passages indexed"
    )
    report = AddReport(("new",), (), ("old",), (Skipped("bad.txt", "it is empty"),))
    assert shown.add_report(report).splitlines() == [
        "added 1, changed 0, unchanged 1, skipped 1",
        "  new",
        "  skipped bad.txt: it is empty",
    ]
