"""How far a sentence is from the best of the others."""

from datetime import date

from corpus.article import Article, Byline
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.rivals import among
from rag.answering.reader import Reading, Token

TEXT = "Anna won the race. Bob came second."


def candidates(*strengths: float, answerable: float = 0.5) -> list[Candidate]:
    """The sentences of one passage, as strong as said."""
    byline = Byline("Race", "Dépêche", date(2022, 12, 19), None)
    (passage,) = passages_of(Article("race", "en", byline, (TEXT,)))
    spans = zip(passage.sentences, strengths, strict=True)
    tokens = [Token(span.start, span.end, strength, 0.0) for span, strength in spans]
    reading = Reading(0.5, 0, 4, answerable, tuple(tokens))
    return [
        Candidate(Hit(passage, 1.0), span, 0, similarity, 0.5, 1.0, False, False, reading=reading)
        for span, similarity in zip(passage.sentences, (0.75, 0.25), strict=True)
    ]


def test_the_weaker_is_as_far_behind_as_the_reader_says_less_for_it() -> None:
    winner, second = among(candidates(12.0, 8.0))
    assert (winner.less_told, second.less_told) == (0.0, -4.0)
    assert {one.less_told for one in among(candidates(3.0, 3.0))} == {0.0}


def test_the_best_is_no_step_behind() -> None:
    surer, other = among([candidates(5.0, 5.0, answerable=0.9)[0], candidates(5.0, 5.0, answerable=0.4)[1]])
    assert (surer.less_answerable, surer.less_similar) == (0.0, 0.0)
    assert (other.less_answerable, other.less_similar) == (-0.5, -0.5)


def test_nobody_has_no_rivals_and_one_alone_is_the_best() -> None:
    assert among([]) == ()
    (alone,) = among(candidates(-20.0, 0.0)[:1])
    assert alone.less_told == 0.0
