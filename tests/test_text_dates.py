"""Dates in both languages: a table, the way back, and hostile input."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.dates import dates_in, format_date


def _values(text: str, language: Language) -> list[tuple[str, str]]:
    return [(mention.value, text[mention.start : mention.end]) for mention in dates_in(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 19 décembre 2022 à Minsk", [("2022-12-19", "19 décembre 2022")]),
        ("le 1er mars", [("--03-01", "1er mars")]),
        ("le premier mars 2023", [("2023-03-01", "premier mars 2023")]),
        ("le 5 janvier, Minsk", [("--01-05", "5 janvier")]),
        ("lundi 5 janvier", [("--01-05", "5 janvier")]),
        ("19\u00a0décembre\u202f2022", [("2022-12-19", "19\u00a0décembre\u202f2022")]),
        ("en janvier 2023", [("2023-01", "janvier 2023")]),
        ("En Janvier 2023", [("2023-01", "Janvier 2023")]),
        ("le 19 déc. 2022", [("2022-12-19", "19 déc. 2022")]),
        ("le 3 aout 2022", [("2022-08-03", "3 aout 2022")]),
        ("du 5 au 7 janvier 2023", [("2023-01-05", "5"), ("2023-01-07", "7 janvier 2023")]),
        ("les 4 et 5 février", [("--02-04", "4"), ("--02-05", "5 février")]),
        ("le 19/12/2022", [("2022-12-19", "19/12/2022")]),
        ("le 25.12.22", [("2022-12-25", "25.12.22")]),
        ("le 31/02/2022", []),
        ("le 30 février", []),
        ("le 29 février", [("--02-29", "29 février")]),
        ("2022-12-19", [("2022-12-19", "2022-12-19")]),
        ("en 2022 et en 1789", [("2022", "2022"), ("1789", "1789")]),
        ("l’année 2023", [("2023", "2023")]),
        ("dans les premiers mois de 2023", [("2023", "2023")]),
        ("2022-2023", [("2022", "2022"), ("2023", "2023")]),
        ("2000 soldats et 1500 hommes", []),
        ("2 000 euros", []),
        ("2000 €", []),
        ("en octobre", []),
        ("l’article 49.3", []),
        ("le S-2000", []),
        ("12 mars 1 200 personnes", [("--03-12", "12 mars")]),
        ("", []),
    ],
)
def test_french_dates_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert _values(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on December 19, 2022, he", [("2022-12-19", "December 19, 2022")]),
        ("on 19 December", [("--12-19", "19 December")]),
        ("19 Dec. 2022", [("2022-12-19", "19 Dec. 2022")]),
        ("January 2023", [("2023-01", "January 2023")]),
        ("the 5th of January 2023", [("2023-01-05", "5th of January 2023")]),
        ("March 1st", [("--03-01", "March 1st")]),
        ("January 5-7, 2023", [("2023-01-05", "January 5"), ("2023-01-07", "7, 2023")]),
        ("Jan. 6 and 7", [("--01-06", "Jan. 6"), ("--01-07", "7")]),
        ("Monday, Feb. 6, 2023, in", [("2023-02-06", "Feb. 6, 2023")]),
        ("it may 5 times", []),
        ("He may leave in May", []),
        ("May 5", [("--05-05", "May 5")]),
        ("2022-12-19T10:00", [("2022-12-19", "2022-12-19")]),
        ("03/04/2022", [("2022-04-03", "03/04/2022")]),
        ("12/25/2022", [("2022-12-25", "12/25/2022")]),
        ("in the 1990s", []),
        ("the 2023 budget", [("2023", "2023")]),
        ("more than 2000 soldiers", []),
        ("in 2022 elections", [("2022", "2022")]),
        ("$2000", []),
        ("March 10,000", []),
    ],
)
def test_english_dates_are_read(text: str, expected: list[tuple[str, str]]) -> None:
    assert _values(text, "en") == expected


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2022, 12, 19), "19 décembre 2022", "19 December 2022"),
        (date(2023, 3, 1), "1er mars 2023", "1 March 2023"),
        (date(2023, 8, 11), "11 août 2023", "11 August 2023"),
    ],
)
def test_dates_are_written_as_each_language_does(day: date, french: str, english: str) -> None:
    assert (format_date(day, "fr"), format_date(day, "en")) == (french, english)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back(day: date, language: Language) -> None:
    written = format_date(day, language)
    assert _values(f"x {written}.", language) == [(day.isoformat(), written)]


@given(st.text(alphabet="0123456789/.-, marsMy2\u00a0èé", max_size=40), st.sampled_from(LANGUAGES))
def test_mentions_are_in_order_and_apart(text: str, language: Language) -> None:
    mentions = dates_in(text, language)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
