"""Stories across languages, and the briefing that tells them."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys_digest import RICH, assistant, faults
from toys_index import article

from corpus.article import Byline, Language
from rag.digest.stories import Told, stories_of, told_by
from rag.errors import UsageError

MONDAY, TUESDAY, LATER = date(2023, 2, 6), date(2023, 2, 7), date(2023, 3, 20)
QUAKE_FR = "Un séisme a frappé la côte près de Gaziantep et Antakya."
QUAKE_EN = "An earthquake struck the coast near Gaziantep and Antakya."
VOTE = "Une élection a lieu dimanche à Wellington en Nouvelle-Zélande."


def told(name: str, text: str, language: Language = "fr", published: date | None = MONDAY) -> Told:
    byline = Byline(name, "Dépêche", published, None)
    return told_by(name, byline, language, [text], RICH.embed_passages([text]))


def test_one_event_told_in_two_languages_is_one_story() -> None:
    stories = stories_of([told("a", QUAKE_FR), told("b", QUAKE_EN, "en", TUESDAY), told("c", VOTE)])
    assert [story.articles for story in stories] == [("b", "a"), ("c",)]
    assert stories[0].languages == ("en", "fr")
    assert stories[0].newest == TUESDAY


def test_the_same_words_months_apart_are_two_stories() -> None:
    assert len(stories_of([told("a", QUAKE_FR), told("b", QUAKE_EN, "en", LATER)])) == 2


def test_an_article_of_unknown_date_joins_by_content() -> None:
    assert len(stories_of([told("a", QUAKE_FR), told("b", QUAKE_FR, published=None)])) == 1


def test_nothing_makes_no_story() -> None:
    assert stories_of([]) == ()


@given(st.permutations(range(6)), st.integers(0, 99))
def test_every_article_is_in_one_story_whatever_their_order(order: list[int], seed: int) -> None:
    centres = np.random.default_rng(seed).normal(size=(6, 4)).astype(np.float32)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    all_told = [
        Told(f"a{row}", Byline("t", "s", MONDAY, None), "fr", frozenset(), centres[row]) for row in range(6)
    ]
    stories = stories_of([all_told[row] for row in order])
    assert sorted(name for story in stories for name in story.articles) == [f"a{row}" for row in range(6)]
    assert stories == stories_of(all_told)


def test_a_briefing_tells_each_story_of_the_newest_days_once(home: Path) -> None:
    desk = assistant(
        home,
        article("a-un", QUAKE_FR, "Partager", published=MONDAY),
        article("b-two", QUAKE_EN, language="en", published=TUESDAY),
        article("c-vote", VOTE, published=TUESDAY),
        article("d-old", "Une retraite est votée.", published=date(2023, 1, 1)),
        article("g-future", VOTE, published=date(9999, 1, 1)),
        article("f-furniture", "Partager", published=TUESDAY),
        article("e-undated", "Une retraite est votée à Paris.", published=None),
    )
    found = desk.briefing(2, language="fr")
    assert [story.articles for story in found.stories] == [("b-two", "a-un"), ("c-vote",)]
    assert [claim.markers for claim in found.answer.claims] == [(1, 2), (3,)]
    assert found.answer.notice == "Du 6 février 2023 au 7 février 2023\u00a0: 2 sujets, 3 articles"
    assert faults(found.answer) == []
    assert found.answer.verbatim
    assert found.answer.text == desk.briefing(2, language="fr").answer.text


def test_a_briefing_speaks_the_language_of_most_articles(home: Path) -> None:
    desk = assistant(home, article("a-two", QUAKE_EN, language="en"))
    assert desk.briefing().answer.language == "en"


def test_without_any_date_there_is_no_briefing(home: Path) -> None:
    found = assistant(home, article("a-un", QUAKE_FR, published=None)).briefing()
    assert (found.stories, found.answer.reason) == ((), "not_in_corpus")


@pytest.mark.parametrize("days", [0, -1, 10_000])
def test_a_number_of_days_out_of_range_is_refused(home: Path, days: int) -> None:
    with pytest.raises(UsageError):
        assistant(home).briefing(days)


def test_a_date_that_the_check_cannot_read_leaves_the_article_out(home: Path) -> None:
    found = assistant(home, article("a-un", QUAKE_FR, published=date(1, 1, 1))).briefing(7)
    assert (found.stories, found.answer.reason) == ((), "not_in_corpus")
