"""What speaks for a sentence: how near its passage is, and whether the reader points at what is asked."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.engines.candidates import Candidate, Place, Weights
from rag.answering.engines.extractive import WITHOUT_READER
from rag.answering.engines.sureness import sureness
from rag.answering.engines.weighing import Scale
from rag.answering.question import understand
from rag.answering.reader import Reading

TEXT = "The referee of the final was Szymon Marciniak from Poland."
BLIND = Weights(bias=0, similarity=0, coverage=0, anchored=0, fits=0, rank=0, across=0)


def weighed(
    question: str, *, similarity: float | None = None, pointed: str = "", text: str = TEXT
) -> Candidate:
    byline = Byline("Final", "Dépêche", date(2022, 12, 19), None)
    passage = passages_of(Article("final", "en", byline, (text,)))[0]
    start = text.find(pointed)
    reading = Reading(0.5, start, start + len(pointed), 0.5)
    place = Place(0, Hit(passage, 1.0, similarity=similarity), passage.sentences[0], reading)
    vector = KeywordEmbedder(("referee",)).embed_query(text)
    return Scale(understand(question)).weigh(place, vector, 0.25)


def test_a_sentence_is_as_near_as_its_passage() -> None:
    assert weighed("Who was the referee?", similarity=0.75).near == 0.75
    assert weighed("Who was the referee?").near == 0.25


@pytest.mark.parametrize(
    ("question", "pointed", "asked"),
    [
        ("Who was the referee?", "Szymon Marciniak", True),
        ("Who was the referee?", "final", False),
        ("How many fouls did the referee see?", "Szymon Marciniak", False),
    ],
)
def test_the_reader_points_at_what_is_asked_or_not(question: str, pointed: str, asked: bool) -> None:
    assert bool(weighed(question, pointed=pointed).pointed) is asked


def test_a_weekday_is_a_day_that_the_article_tells() -> None:
    (day,) = weighed("When was the final?", text="The final was played on Sunday.").given
    assert day.key == "2022-12-18"


def test_every_part_has_a_weight_and_counts() -> None:
    candidate = weighed("Who was the referee?", similarity=0.75, pointed="Szymon Marciniak")
    assert set(candidate.parts()) == set(Weights.__dataclass_fields__)
    even = candidate.chance(BLIND)
    assert even == 0.5
    for part in ("anchored", "span"):
        weights = {name: getattr(BLIND, name) for name in Weights.__dataclass_fields__} | {part: 1.0}
        assert candidate.chance(Weights(**weights)) > even
    assert 0 < candidate.chance(WITHOUT_READER) < 1


def test_the_same_sentence_is_surer_in_a_nearer_passage_and_where_the_reader_sees_an_answer() -> None:
    far, near = (weighed("Who was the referee?", similarity=cosine) for cosine in (0.2, 0.8))
    assert sureness(0.4, far) < sureness(0.4, near) < sureness(0.6, near)
    assert sureness(0.4, near) < sureness(0.4, replace(near, less_answerable=-0.4)), "another passage answers"
    assert 0 < sureness(0.4, replace(near, reading=None)) < 1
