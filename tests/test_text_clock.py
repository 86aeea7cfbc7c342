"""Times of day in both languages: what they are, how they are written, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.clock import clocks_in, write_clock
from rag.answering.facts import figures_in, unknown_figures, unknown_labels, unknown_times


def _read(text: str, language: Language) -> list[tuple[int, int, str]]:
    return [
        (*divmod(clock.minutes, 60), text[clock.start : clock.end]) for clock in clocks_in(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("à 14h30, à 10:30", "fr", [(14, 30, "14h30"), (10, 30, "10:30")]),
        ("déclaré à 9 h 35", "fr", [(9, 35, "9 h 35")]),
        ("à 16 heures", "fr", [(16, 0, "16 heures")]),
        ("vers 4 heures du matin", "fr", [(4, 0, "4 heures")]),
        ("dès 5 h du soir", "fr", [(17, 0, "5 h du soir")]),
        ("à 3 heures 15", "fr", [(3, 15, "3 heures 15")]),
        ("à midi et vers minuit", "fr", [(12, 0, "midi"), (0, 0, "minuit")]),
        ("at 10 a.m. and 5 p.m.", "en", [(10, 0, "10 a.m."), (17, 0, "5 p.m.")]),
        ("at 7:03 am, at 3pm", "en", [(7, 3, "7:03 am"), (15, 0, "3pm")]),
        ("12 p.m., 12 a.m.", "en", [(12, 0, "12 p.m."), (0, 0, "12 a.m.")]),
        ("at noon, around midnight", "en", [(12, 0, "noon"), (0, 0, "midnight")]),
        ("at 04:30 and 16:30", "en", [(4, 30, "04:30"), (16, 30, "16:30")]),
    ],
)
def test_times_are_read_to_the_minute(
    text: str, language: Language, expected: list[tuple[int, int, str]]
) -> None:
    assert _read(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("pendant 36 heures", "fr"),
        ("à 16 heures de vol", "fr"),
        ("vers 20 heures d’affilée", "fr"),
        ("en 2:01:09", "fr"),
        ("le 3/12:30", "fr"),
        ("à 25h10", "fr"),
        ("the midnight train", "en"),
        ("15 pm", "en"),
        ("2:01:09", "en"),
        ("after 36 hours", "en"),
    ],
)
def test_what_lasts_or_counts_is_no_time(text: str, language: Language) -> None:
    assert clocks_in(text, language) == ()


@given(st.integers(0, 24 * 60 - 1), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back_and_is_the_same_time_in_both_languages(
    minutes: int, language: Language, other: Language
) -> None:
    lead = {"fr": "à ", "en": "at "}
    text, told = (lead[tongue] + write_clock(minutes, tongue) for tongue in (language, other))
    (clock,) = clocks_in(text, language)
    assert (clock.minutes, clock.either) == (minutes, False)
    assert unknown_times(text, language, [(told, other)]) == ()
    assert figures_in(text, language) == ()


@given(st.text())
def test_any_text_is_read_in_order_and_without_overlap(text: str) -> None:
    for language in LANGUAGES:
        places = [place for clock in clocks_in(text, language) for place in (clock.start, clock.end)]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("claim", "language", "source", "tongue", "known"),
    [
        ("à 16 heures", "fr", "at 4 p.m.", "en", True),
        ("at 3 p.m.", "en", "à 15h", "fr", True),
        ("at 4:30", "en", "à 16h30", "fr", True),
        ("à 10h45", "fr", "à 10h30", "fr", False),
        ("at 4 a.m.", "en", "à 16h", "fr", False),
        ("à midi", "fr", "at 10 a.m.", "en", False),
    ],
)
def test_a_claims_time_is_one_of_its_source(
    claim: str, language: Language, source: str, tongue: Language, known: bool
) -> None:
    sources = [(source, tongue)]
    assert bool(unknown_times(claim, language, sources)) is not known
    assert not unknown_figures(claim, language, sources)
    assert not unknown_labels(claim, language, sources)
