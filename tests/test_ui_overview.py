"""The overview: stories across languages, their coverage, the timeline of a topic; without a browser."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from fakes_ui import ARTICLES, WordAssistant
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from rag.answer import Filters
from rag.errors import ModelUnavailable
from ui.coverage import MOST_DAYS, periods
from ui.markup import safe
from ui.panorama import Panorama
from ui.strings import say

DAYS = st.lists(st.dates(date(2000, 1, 1), date(2100, 1, 1)), min_size=1, max_size=8)


def _on(days: Sequence[date], *, title: str = "Visite à Minsk") -> tuple[Article, ...]:
    byline = replace(ARTICLES[0].byline, title=title)
    return tuple(
        replace(ARTICLES[0], id=f"a-{n}", byline=replace(byline, published=day)) for n, day in enumerate(days)
    )


def _overview(*articles: Article) -> str:
    return list(Panorama(WordAssistant(articles)).overview("fr"))[-1]


def test_a_story_is_told_across_languages_by_a_cited_sentence_in_the_readers() -> None:
    for language, lead, other in (("fr", "minsk-fr", "minsk-en"), ("en", "minsk-en", "minsk-fr")):
        *_, shown = Panorama(WordAssistant()).overview("fr" if language == "fr" else "en")
        assert shown.index(f'data-open="{lead}"') < shown.index(f'data-open="{other}"')
        assert shown.count('class="story"') == 1
        assert 'data-articles="minsk-en minsk-fr"' in shown
        assert ">FR</abbr>" in shown
        assert ">EN</abbr>" in shown
    assert '<blockquote lang="en">The S-400 and Iskander missiles were delivered' in shown
    assert 'data-open="minsk-en" data-paragraph="0"' in shown
    assert "1 story, 2 articles, 19 December 2022 to 20 December 2022" in shown


def test_the_overview_is_made_once_for_each_state_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = WordAssistant()
    panorama = Panorama(assistant)
    waiting, shown = panorama.overview("fr")
    assert safe(say("overview_waiting", "fr")) in waiting
    monkeypatch.setattr(assistant, "briefing", None)
    assert list(panorama.overview("fr")) == [shown]


@pytest.mark.parametrize(
    ("articles", "why"),
    [((), "la bibliothèque est vide"), (ARTICLES[2:], "n’a pas de date connue")],
    ids=["no index", "no date"],
)
def test_where_there_is_nothing_to_tell_the_way_on_is_shown(articles: tuple[Article, ...], why: str) -> None:
    shown = _overview(*articles)
    assert why in shown
    assert 'data-act="adding"' in shown
    assert 'role="alert"' not in shown


def test_what_goes_wrong_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ModelUnavailable("weights are missing; set DEPECHE_EMBEDDER")

    assistant = WordAssistant()
    monkeypatch.setattr(assistant, "briefing", fails)
    monkeypatch.setattr(assistant, "timeline", fails)
    *_, shown = Panorama(assistant).overview("en")
    assert safe(say("error_ModelUnavailable", "en")) in shown
    assert safe(say("error_ModelUnavailable", "en")) in Panorama(assistant).chronicle("Minsk", "en")


def test_older_stories_are_folded() -> None:
    first = date(2022, 1, 1)
    titles = ("Séisme", "Retraites", "Incendie", "Élection", "Football", "Cyclone", "Procès", "Grève", "Crue")
    articles = [_on([first + timedelta(n)], title=title)[0] for n, title in enumerate(titles)]
    shown = _overview(*(replace(one, id=f"b-{n}") for n, one in enumerate(articles)))
    assert shown.count('class="story"') == len(titles)
    assert "1 sujet plus ancien" in shown
    newest, folded = shown.split("<details>")
    assert newest.count('class="story"') == len(titles) - 1
    assert "Séisme" in folded


@given(DAYS)
def test_periods_follow_each_other_and_hold_every_day(days: list[date]) -> None:
    row = periods(days)
    assert all(one.last + timedelta(1) == other.first for one, other in pairwise(row))
    assert all(any(one.first <= day <= one.last for one in row) for day in days)
    weekly = row[0].last > row[0].first
    assert weekly == ((max(days) - min(days)).days >= MOST_DAYS)
    assert not weekly or row[0].first.weekday() == 0


def test_no_day_has_no_period_and_a_single_one_no_plot() -> None:
    assert periods([]) == ()
    assert "<figure" not in _overview(ARTICLES[0])


def test_bars_count_articles_and_name_their_days() -> None:
    shown = _overview(*_on([date(2023, 1, 2), date(2023, 1, 2), date(2023, 1, 4)]))
    assert "viewBox=\"0 0 3 100\"" in shown
    assert 'aria-label="2 janvier 2023\u00a0: 2 articles"' in shown
    assert 'data-since="2023-01-02" data-until="2023-01-02"' in shown
    assert shown.count("<li></li>") == 1  # the day without an article cannot be chosen
    assert 'aria-label="3 articles, du 2 janvier 2023 au 4 janvier 2023"' in shown


def test_a_long_time_is_drawn_by_weeks_from_monday() -> None:
    shown = _overview(*_on([date(2023, 1, 4), date(2023, 2, 14)]))
    assert 'aria-label="semaine du 2 janvier 2023\u00a0: 1 article"' in shown
    assert 'data-since="2023-02-13" data-until="2023-02-19"' in shown


def test_a_choice_narrows_to_what_is_still_there() -> None:
    panorama = Panorama(WordAssistant())
    chosen = panorama.narrowed({"articles": "minsk-en gone minsk-fr"})
    assert chosen == Filters(articles=("minsk-en", "minsk-fr"))
    days = panorama.narrowed({"since": "2022-12-19", "until": "2022-12-25", "act": "narrow"})
    assert days == Filters(since=date(2022, 12, 19), until=date(2022, 12, 25))
    assert panorama.narrowed({"since": "<b>", "articles": None}) == Filters()


def test_a_topic_is_told_day_by_day_in_quotes() -> None:
    shown = Panorama(WordAssistant()).chronicle("  missile\n Minsk ", "en")
    assert "Timeline: missile Minsk" in shown
    days = re.findall(r"<h4>(\d+ \w+ \d+) \(date of publication\)</h4>", shown)
    assert days == ["19 December 2022", "19 December 2022", "19 December 2022", "20 December 2022"]
    assert '<blockquote lang="fr">Vladimir Poutine' in shown
    assert "4 dates about “missile Minsk”" in shown


def test_a_topic_that_no_article_tells_of_is_refused_kindly() -> None:
    panorama = Panorama(WordAssistant())
    shown = panorama.chronicle("<script>cricket</script>", "fr")
    assert safe(say("reason_not_in_corpus", "fr")) in shown
    assert "<script>" not in shown
    assert panorama.chronicle("  ", "fr") == ""
