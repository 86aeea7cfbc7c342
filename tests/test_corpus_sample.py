"""The sample corpus keeps the promises that the README makes of it."""

import json
from collections import Counter

import pytest

from corpus.article import Article
from corpus.library import Library
from corpus.passage import passages_of
from corpus.text.furniture import is_furniture
from corpus.text.language import identify
from rag.settings import SAMPLE_ARTICLES

ARTICLES = tuple(Library(SAMPLE_ARTICLES).articles())
NOTICES = {
    "fr": "Dépêche d’exemple rédigée par Dépêche pour sa propre démonstration.",
    "en": "Sample dispatch written by Dépêche for its own demonstration.",
}


def test_there_are_enough_articles_in_each_language() -> None:
    assert min(Counter(article.language for article in ARTICLES).values()) >= 60


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_a_dispatch_is_dated_of_its_length_and_says_what_it_is(article: Article) -> None:
    words = sum(len(text.split()) for text in article.paragraphs)
    assert 120 <= words <= 350
    assert len(passages_of(article)) >= 3
    assert article.byline.published is not None
    assert article.id.startswith(article.byline.published.isoformat())
    assert article.id.endswith(f"-{article.language}")
    assert identify(" ".join(article.paragraphs)) == article.language
    assert article.paragraphs[-1] == NOTICES[article.language]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_page_furniture_is_never_a_passage(article: Article) -> None:
    passages = {passage.index: passage.text for passage in passages_of(article)}
    for index, text in enumerate(article.paragraphs):
        assert (index in passages) is not is_furniture(text)


def test_some_dispatches_carry_page_furniture() -> None:
    furnished = [a for a in ARTICLES if any(is_furniture(text) for text in a.paragraphs[:-1])]
    assert len(furnished) >= 8


def test_every_article_names_where_its_facts_can_be_checked() -> None:
    sources = json.loads((SAMPLE_ARTICLES / "sources.json").read_text(encoding="utf-8"))
    assert sources.keys() == {article.id for article in ARTICLES}
    assert all(entry["check"] and all(entry["check"]) for entry in sources.values())
