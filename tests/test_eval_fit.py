"""The engine's weights are fitted on what it sees of questions whose answer is known."""

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from toys_eval import ARTICLES, ROWS

from corpus.article import Article, Byline
from corpus.passage import passages_of
from eval.evidence import Case
from eval.fit import signs_of, surest, sweep, weights_of
from eval.fit_sets import ItemJudge, NewsJudge, articles_of, of_news
from eval.fit_short import table, told_of
from eval.loader import read_item
from rag.answer import Hit
from rag.answering.draft import Evidence
from rag.answering.draft import Question as Asked
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.rivals import among
from rag.answering.reader import Reading, Token
from rag.training.corpora import Question
from rag.training.examples import held_out

TITLE = next(
    title for title in map("The bridge of Lyon, part {}".format, count())
    if held_out(Question("", "", title, "en", None))
)  # fmt: skip
NEWS = f"""== en | {TITLE}
P The bridge opened on Friday. Anna Durand, the mayor, cut the ribbon.
Q en Who cut the ribbon? => Anna Durand
Q fr Quand le pont a-t-il ouvert ? => Friday
Q en What did Anna Durand cut? => ribbon
X en Who designed the bridge?
"""
QUESTION = Question("Who won?", "Anna won the race. Bob came second.", "Race", "en", (0, 4))
ASKING = Asked(QUESTION.text, "en")


def _case(right: int | None, *, answerable: float = 0.9) -> Case:
    """Two sentences of one passage; the reader sees the answer in the ``right`` one, if there is one."""
    byline = Byline("Race", "Dépêche", date(2022, 12, 19), None)
    (passage,) = passages_of(Article("race", "en", byline, (QUESTION.context,)))
    strengths = [8.0 if place == right else -2.0 for place in range(2)]
    spans = list(zip(passage.sentences, strengths, strict=True))
    tokens = tuple(Token(span.start, span.end, strength, 0.0) for span, strength in spans)
    reading = Reading(answerable, 0, 4, answerable, tokens)
    told = [
        Candidate(Hit(passage, 1.0), span, 0, 0.5, 0.5, 1.0, False, False, reading=reading)
        for span in passage.sentences
    ]
    asked = NewsJudge(QUESTION)
    return Case(ASKING, right is not None, among(told), tuple(place == right for place in range(2)), asked)


ASKED = [_case(0), _case(1), _case(None, answerable=0.1)] * 20


def test_the_sentence_where_the_reader_sees_the_answer_becomes_the_likeliest() -> None:
    weights = weights_of(ASKED, ASKED)
    assert weights.less_told > 0
    for case in (_case(0), _case(1)):
        assert surest(case, weights)[2]


def test_a_higher_threshold_answers_less_and_a_question_that_nothing_answers_is_refused_first() -> None:
    weights = weights_of(ASKED, ASKED)
    signs = signs_of([surest(case, weights) for case in ASKED])
    head, *rows = sweep(ASKED, ASKED, weights, signs)
    assert head.count("refused") == 2
    shares = [[float(share) for share in row.split()] for row in rows]
    assert shares == sorted(shares)
    assert all(refused == 0 for _, refused, *_ in shares)
    assert shares[-1][2] < 1


def test_a_sentence_is_right_that_states_a_vital_nugget_where_it_may_be_cited() -> None:
    item = next(item for item in map(read_item, ROWS) if item.gold and item.nuggets)
    judge = ItemJudge(item)
    passages = [passage for article in ARTICLES for passage in passages_of(article)]
    right = {one.id for one in passages for span in one.sentences if judge.sentence(one, span)}
    assert right
    assert right <= {*item.acceptable, *(ref for group in item.gold for ref in group)}


def test_the_written_news_is_asked_of_its_own_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    monkeypatch.setattr("eval.fit_sets.EVERY", 1)
    told = of_news(tmp_path / "news.txt")
    assert [case.answerable for case in told] == [True, True, True, False]
    pairs = [zip(case.candidates, case.right, strict=True) for case in told]
    sentences = [{one.text for one, right in pair if right} for pair in pairs]
    opened, cut = "The bridge opened on Friday.", "Anna Durand, the mayor, cut the ribbon."
    assert sentences == [{cut}, {opened}, {cut}, set()]


def test_paragraphs_of_one_title_are_one_article() -> None:
    told = (("A b.", "T"), ("C d.", "T"), ("E.", "U"))
    asked = [Question("?", text, title, "en", None) for text, title in told]
    assert [article.paragraphs for article in articles_of(asked)] == [("A b.", "C d."), ("E.",)]


def test_a_short_answer_counts_where_it_was_read_in_the_answer() -> None:
    case = _case(0)
    passage = case.candidates[0].hit.passage
    judge = NewsJudge(QUESTION)
    assert judge.short("Anna", "en", [Evidence(passage, 0, 4)])
    assert not judge.short("Bob", "en", [Evidence(passage, 19, 22)])
    (told,) = told_of([case])
    assert (told.right, told.answerable) == (True, True)
    wrong = replace(told, right=False, answerable=False)
    assert list(table([told] * 9, [told] * 9, 0.1))
    assert not list(table([told] * 9, [told, wrong] * 9, 1.0))
    assert list(table([told] * 9, [told, wrong] * 9, 0.1))
