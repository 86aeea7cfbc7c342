"""The filters of the page: what the form says, what a chip takes off."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Filters
from ui.filters import bar, chosen, without

FULL = Filters(date(2022, 12, 1), date(2022, 12, 31), ("Dépêche",), ("minsk-fr",), ("fr",))


def test_the_form_sets_all_but_the_articles() -> None:
    values = {"since": "2022-12-01", "until": "", "source": "Dispatch", "language": "en"}
    assert chosen(FULL, values) == Filters(date(2022, 12, 1), None, ("Dispatch",), ("minsk-fr",), ("en",))
    assert chosen(FULL, {}) == Filters(articles=("minsk-fr",))


def test_dates_in_the_wrong_order_are_swapped() -> None:
    wanted = chosen(Filters(), {"since": "2023-01-02", "until": "2023-01-01"})
    assert (wanted.since, wanted.until) == (date(2023, 1, 1), date(2023, 1, 2))


@given(st.dictionaries(st.sampled_from(["since", "until", "source", "language", "x"]), st.text() | st.none()))
def test_whatever_a_browser_sends_makes_filters(values: dict[str, str | None]) -> None:
    wanted = chosen(Filters(), values)
    assert wanted.languages in ((), ("fr",), ("en",))
    assert bar(wanted, (), {}, "fr")


@pytest.mark.parametrize(
    ("name", "value"), [("since", ""), ("until", ""), ("sources", "Dépêche"), ("articles", "minsk-fr")]
)
def test_a_chip_takes_off_its_own_filter_only(name: str, value: str) -> None:
    left = without(FULL, name, value)
    assert not getattr(left, name)
    others = {"since", "until", "sources", "articles", "languages"} - {name}
    assert all(getattr(left, other) == getattr(FULL, other) for other in others)


def test_all_can_be_taken_off_and_a_strange_name_takes_off_nothing() -> None:
    assert without(FULL, "all") == Filters()
    assert without(FULL, "__class__", "x") == FULL
    assert without(FULL, "sources", "another") == FULL


def test_every_filter_in_force_has_a_chip() -> None:
    shown = bar(FULL, ("Dépêche",), {"minsk-fr": "Visite à Minsk"}, "en")
    assert shown.count('class="chip"') == 5
    assert "no-filter" not in shown
    assert 'data-name="all"' in shown
    assert 'data-name="all"' not in bar(Filters(sources=("a",)), ("a",), {}, "en")


def test_a_whole_story_shares_one_chip() -> None:
    story = Filters(articles=("a", "b", "c"))
    shown = bar(story, (), {"a": "Visite à Minsk"}, "en")
    assert shown.count('class="chip"') == 1
    assert "in 3 articles: Visite à Minsk" in shown
    assert without(story, "articles", "") == Filters()
    assert without(story, "articles", "b") == Filters(articles=("a", "c"))
