"""Answers number their citations, and an invalid answer cannot be built."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Byline, Passage, Span
from rag.answer import Answer, Citation, Claim, Hit
from rag.answering.citations import abstain, compose, filtered_out
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.phrases import lifted

TEXT = "Le train est arrivé. Il transportait des chars."
QUESTION = Question("Qu'a transporté le train ?", "fr")


def passage(index: int = 0) -> Passage:
    byline = Byline("Un train", "Dépêche", date(2023, 1, 6), None)
    return Passage("train", index, TEXT, "fr", byline, (Span(0, 20), Span(21, 47)))


def proposal(*evidence: Evidence) -> Proposal:
    return Proposal("Selon Dépêche", evidence, quoted=False)


def test_markers_count_in_order_of_first_use() -> None:
    first, second = Evidence(passage(), 0, 20), Evidence(passage(), 21, 47)
    answer = compose(QUESTION, [proposal(second), proposal(first, second)], (), "extractive", asked="?")
    assert [claim.markers for claim in answer.claims] == [(1,), (2, 1)]
    assert [citation.quote for citation in answer.citations] == [
        "Il transportait des chars.",
        "Le train est arrivé.",
    ]


def test_the_text_carries_the_markers() -> None:
    answer = compose(QUESTION, [proposal(Evidence(passage(), 0, 20))], (), "extractive", asked="?")
    assert answer.text == "Selon Dépêche [1]"


def test_a_refusal_names_each_nearest_article_once() -> None:
    hits = (Hit(passage(0), 0.5), Hit(passage(1), 0.4))
    refusal = abstain(QUESTION, "not_in_corpus", hits, "extractive", asked="?")
    assert refusal.text.count("«\u00a0Un train\u00a0»") == 1
    assert refusal.status == "abstained"


def test_a_refusal_for_the_filters_says_which_articles_answer_and_names_them_first() -> None:
    other = replace(passage(), article_id="autre", byline=Byline("Autre", "Dépêche", None, None))
    hits = (Hit(other, 0.9), Hit(passage(), 0.5))
    refusal = replace(
        abstain(QUESTION, "not_in_corpus", (), "extractive", asked="?", notice="Compris."), confidence=0.3
    )
    assert filtered_out(refusal, QUESTION, (), hits) == refusal
    wider = filtered_out(refusal, QUESTION, (passage(), passage(1)), hits)
    assert (wider.reason, wider.question, wider.confidence) == ("filtered_out", "?", 0.3)
    assert wider.notice == f"Compris. {lifted([passage().byline], 'fr')}"
    assert wider.hits == hits[::-1]


@pytest.mark.parametrize(
    ("status", "claims", "citations", "reason"),
    [
        ("answered", (), (), None),
        ("answered", (Claim("x", ()),), (), None),
        ("answered", (Claim("x", (2,)),), (Citation(2, passage(), 0, 5),), None),
        ("answered", (Claim("x", (1,)),), (), None),
        ("abstained", (), (), None),
        ("abstained", (Claim("x", (1,)),), (Citation(1, passage(), 0, 5),), "not_in_corpus"),
    ],
)
def test_an_invalid_answer_cannot_be_built(status, claims, citations, reason) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    with pytest.raises(ValueError, match=r"claim|abstention|markers"):
        Answer("?", "fr", status, "", "extractive", claims, citations, (), reason)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (3, 3), (5, 2), (0, 48)])
def test_a_citation_lies_inside_its_passage(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not inside"):
        Citation(1, passage(), start, end)
