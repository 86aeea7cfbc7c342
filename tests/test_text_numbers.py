"""Quantities in both languages: tables of values and units, and what is no quantity."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Language
from corpus.text.numbers import quantities


def _read(text: str, language: Language) -> list[tuple[str, str, str]]:
    return [(f"{q.value:f}", q.unit, text[q.start : q.end]) for q in quantities(text, language)]


def _values(text: str, language: Language) -> list[tuple[str, str]]:
    return [(f"{q.value:f}", q.unit) for q in quantities(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1 234 567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1’234", "1234"),
        ("7.8", "7.8"),
        ("7,8", "7.8"),
        ("0.125", "0.125"),
        ("300", "300"),
        ("0", "0"),
        ("-5", "-5"),
        ("−5", "-5"),
    ],
)
def test_digits_are_read_alike_where_only_one_reading_is_possible(
    text: str, value: str, language: Language
) -> None:
    assert _read(f"il {text}", language) == [(value, "", text)]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("4,000", "en", "4000"), ("4,000", "fr", "4.000"), ("4.000", "fr", "4000"), ("4.000", "en", "4.000")],
)
def test_an_ambiguous_mark_is_read_as_its_language_does(text: str, language: Language, value: str) -> None:
    assert [quantity.value for quantity in quantities(text, language)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 %", ("12", "%")),
        ("12\u00a0%", ("12", "%")),
        ("12,5\u202f%", ("12.5", "%")),
        ("12 pour cent", ("12", "%")),
        ("douze pour cent", ("12", "%")),
        ("cent pour cent", ("100", "%")),
        ("3 points de pourcentage", ("3", "pp")),
        ("5 €", ("5", "EUR")),
        ("5 euros", ("5", "EUR")),
        ("1,2 Md€", ("1200000000", "EUR")),
        ("15 M€", ("15000000", "EUR")),
        ("20 k€", ("20000", "EUR")),
        ("3 milliards d’euros", ("3000000000", "EUR")),
        ("1,2 milliard", ("1200000000", "")),
        ("20 millions de dollars", ("20000000", "USD")),
        ("300 francs suisses", ("300", "CHF")),
        ("300 millions de dollars néo-zélandais", ("300000000", "NZD")),
        ("un dollar australien", ("1", "AUD")),
        ("39,8 milliards de dollars canadiens", ("39800000000", "CAD")),
        ("5 M$ CA", ("5000000", "CAD")),
        ("20 $\u00a0CA", ("20", "CAD")),
        ("12 $HK", ("12", "HKD")),
        ("12 dollars de Hong Kong", ("12", "HKD")),
        ("20 dollars américains", ("20", "USD")),
        ("20 $ cash", ("20", "USD")),
        ("20 $ Cash", ("20", "USD")),
        ("7,534 kunas", ("7.534", "HRK")),
        ("2 mille milliards", ("2000000000000", "")),
        ("un billion", ("1000000000000", "")),
        ("un million d’habitants", ("1000000", "")),
        ("un million et demi", ("1500000", "")),
        ("deux millions trois cent mille", ("2300000", "")),
        ("2 millions 300 000 habitants", ("2300000", "")),
        ("zéro", ("0", "")),
        ("vingt-quatre", ("24", "")),
        ("vingt et un", ("21", "")),
        ("vingt-et-un", ("21", "")),
        ("soixante-dix", ("70", "")),
        ("soixante et onze", ("71", "")),
        ("quatre-vingts", ("80", "")),
        ("quatre-vingt-dix-neuf", ("99", "")),
        ("septante-deux", ("72", "")),
        ("cent deux", ("102", "")),
        ("deux cents soldats", ("200", "")),
        ("trois mille morts", ("3000", "")),
        ("mille neuf cent douze", ("1912", "")),
        ("deux centaines", ("200", "")),
        ("neuf personnes", ("9", "")),
        ("2000 soldats", ("2000", "")),
        ("7,8 km", ("7.8", "km")),
        ("100 km/h", ("100", "km/h")),
        ("3 tonnes", ("3", "t")),
        ("un euro", ("1", "EUR")),
    ],
)
def test_french_quantities_are_read(text: str, expected: tuple[str, str]) -> None:
    assert _values(f"on dit {text}.", "fr") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12%", ("12", "%")),
        ("12 percent", ("12", "%")),
        ("twelve per cent", ("12", "%")),
        ("$5bn", ("5000000000", "USD")),
        ("US$ 20", ("20", "USD")),
        ("€3m", ("3000000", "EUR")),
        ("£2.5 million", ("2500000", "GBP")),
        ("$1.2 trillion", ("1200000000000", "USD")),
        ("3 billion euros", ("3000000000", "EUR")),
        ("5m people", ("5000000", "")),
        ("CHF 40", ("40", "CHF")),
        ("NZ$3.4 billion", ("3400000000", "NZD")),
        ("NZD 486,000", ("486000", "NZD")),
        ("A$3.5m", ("3500000", "AUD")),
        ("AU$ 48", ("48", "AUD")),
        ("a $5 note", ("5", "USD")),
        ("A $5 note", ("5", "USD")),
        ("C$148,000", ("148000", "CAD")),
        ("CA$2,385", ("2385", "CAD")),
        ("HK$24", ("24", "HKD")),
        ("24,000 Hong Kong dollars", ("24000", "HKD")),
        ("340,000 Australian dollars", ("340000", "AUD")),
        ("1.9 million New Zealand dollars", ("1900000", "NZD")),
        ("11,000 Canadian dollars", ("11000", "CAD")),
        ("(US$20)", ("20", "USD")),
        ("one billion", ("1000000000", "")),
        ("a million people", ("1000000", "")),
        ("a hundred", ("100", "")),
        ("one hundred", ("100", "")),
        ("two hundred and five", ("205", "")),
        ("five thousand two hundred and six", ("5206", "")),
        ("nineteen hundred", ("1900", "")),
        ("two and a half million", ("2500000", "")),
        ("twenty-four", ("24", "")),
        ("ninety nine", ("99", "")),
        ("two dozen", ("24", "")),
        ("3 thousand", ("3000", "")),
        ("19-year-old", ("19", "")),
        ("7.5-magnitude", ("7.5", "")),
        ("5 kilometers", ("5", "km")),
        ("2000 soldiers", ("2000", "")),
    ],
)
def test_english_quantities_are_read(text: str, expected: tuple[str, str]) -> None:
    assert _values(f"he said {text}.", "en") == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("un homme et une femme", "fr"),
        ("one of them, no one", "en"),
        ("a pound of flesh", "en"),
        ("several hundred, thousands, millions", "en"),
        ("des milliers, plusieurs centaines", "fr"),
        ("le 19 décembre 2022", "fr"),
        ("December 19, 2022", "en"),
        ("en 2022, de 2021 à 2023, 2022-23", "fr"),
        ("le 2e, la 1re, le 21e siècle, le XXIe", "fr"),
        ("the 21st, the 2nd, the twenty-first", "en"),
        ("la vingt-deuxième, le deuxième", "fr"),
        ("le S-400, le F-16, un A400M, la 5G, le G7, Covid-19", "fr"),
        ("le 49.3 et l’article 49, p. 3, n° 5", "fr"),
        ("page 3, No. 10, Boeing 737, Leopard 2", "en"),
        ("à 14h30, à 10:30", "fr"),
        ("at 10 a.m. and 5 p.m.", "en"),
        ("deux tiers, 3/4, trois quarts", "fr"),
        ("two thirds, two-thirds", "en"),
        ("un regard neuf, à neuf", "fr"),
        ("192.168.1.1, 1.2.3", "en"),
        ("les deux-roues", "fr"),
        ("1" * 60, "en"),
        ("", "en"),
    ],
)
def test_what_names_or_dates_is_no_quantity(text: str, language: Language) -> None:
    assert quantities(text, language) == ()


def test_each_number_of_a_sentence_is_found_in_its_place() -> None:
    text = "Plus de 35 000 morts en Turquie, 5 814 en Syrie, selon un bilan du 14 février 2023."
    assert _read(text, "fr") == [("35000", "", "35 000"), ("5814", "", "5 814")]


def test_a_currency_is_read_with_the_letters_before_its_sign() -> None:
    assert _read("They owe C$5 and (NZ$2), not Z$3.", "en") == [
        ("5", "CAD", "C$5"), ("2", "NZD", "NZ$2"), ("3", "", "3"),
    ]  # fmt: skip


def test_a_list_of_numbers_is_not_added_up() -> None:
    assert _values("deux, trois ou quatre", "fr") == [("2", ""), ("3", ""), ("4", "")]
    assert _values("between one hundred and two hundred", "en") == [("100", ""), ("200", "")]


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_a_grouped_integer_is_exact(number: int, language: Language) -> None:
    mark = {"fr": "\u202f", "en": ","}[language]
    text = f"{number:,}".replace(",", mark) + " €"
    assert [quantity.value for quantity in quantities(text, language)] == [Decimal(number)]


@given(st.text(alphabet="0123456789.,-%€$ centmilandofvg\u00a0'", max_size=40), st.sampled_from(LANGUAGES))
def test_quantities_are_in_order_and_apart(text: str, language: Language) -> None:
    found = quantities(text, language)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in found)


@pytest.mark.parametrize(
    "text", ["eight months", "three health workers", "four youth clubs", "six north gates"]
)
def test_words_that_end_like_ordinals_are_counted(text: str) -> None:
    assert len(quantities(text, "en")) == 1


@pytest.mark.parametrize(
    "text", ["two fifths", "three tenths", "five hundredths", "twenty-fifth", "one sixtieth"]
)
def test_fractions_and_ordinals_are_no_quantities(text: str) -> None:
    assert not quantities(text, "en")


@pytest.mark.parametrize(
    ("french", "english", "unit"),
    [
        ("400 mètres cubes", "400 m³", "m³"),
        ("3 millions de dollars de Singapour", "S$3 million", "SGD"),
        ("500 dollars taïwanais", "NT$500", "TWD"),
        ("12 TWh", "12 terawatt-hours", "TWh"),
        ("30 litres", "30 liters", "l"),
    ],
)
def test_rarer_units_are_the_same_in_both_languages(french: str, english: str, unit: str) -> None:
    (one,), (other,) = quantities(french, "fr"), quantities(english, "en")
    assert (one.value, one.unit) == (other.value, unit) == (other.value, other.unit)
