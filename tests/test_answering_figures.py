"""A figure of one language is written as the other writes it: its digits, scale, sign and unit."""

from decimal import Decimal

import pytest

from corpus.article import LANGUAGES, Language
from rag.answering.figures import Figure, figures_of, write_figure
from rag.answering.unit_words import SIGNS, UNIT_WORDS

MONEY = [
    ("3 milliards d’euros", "€3 billion"),
    ("1,85 milliard de dollars", "$1.85 billion"),
    ("300 millions de dollars néo-zélandais", "NZ$300 million"),
    ("39,8 milliards de dollars canadiens", "C$39.8 billion"),
    ("410 000 dollars australiens", "A$410,000"),
    ("24 000 dollars de Hong Kong", "HK$24,000"),
    ("3 milliards de francs suisses", "3 billion Swiss francs"),
    ("1 rouble", "1 rouble"),
    ("12 yens", "12 yen"),
    ("10 €", "€10"),
    ("un dollar néo-zélandais", "NZ$1"),
]
MEASURES = [
    ("25 millions de tonnes", "25 million tonnes"),
    ("3 tonnes", "3 tonnes"),
    ("500 hectares", "500 hectares"),
    ("2 millions d’hectares", "2 million hectares"),
    ("100 km/h", "100 km/h"),
    ("120 kilomètres-heure", "120 km/h"),
    ("3,15 mégajoules", "3.15 megajoules"),
    ("7 690 mégawatts", "7,690 megawatts"),
    ("1 GW", "1 gigawatt"),
    ("220 000 barils", "220,000 barrels"),
    ("20 °C", "20 °C"),
    ("52,1 %", "52.1%"),
    ("1,5 kilomètre", "1.5 kilometres"),
    ("quatre heures", "4 hours"),
]


def written(text: str, read: Language, language: Language) -> str:
    (figure,) = figures_of(text, read)
    return write_figure(figure, language).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("french", "english"), [*MONEY, *MEASURES])
def test_a_french_figure_is_written_in_english(french: str, english: str) -> None:
    assert written(french, "fr", "en") == english


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("NZ$3.4 billion", "3,4 milliards de dollars néo-zélandais"),
        ("A$5", "5 dollars australiens"),
        ("C$1 million", "1 million de dollars canadiens"),
        ("HK$1", "1 dollar de Hong Kong"),
        ("more than 340,000 Australian dollars", "plus de 340 000 dollars australiens"),
        ("$5bn", "5 milliards de dollars"),
        ("€10", "10 €"),
        ("1 Swiss franc", "1 franc suisse"),
        ("25 million tonnes", "25 millions de tonnes"),
        ("2 million hectares", "2 millions d’hectares"),
        ("1.5 kilometers", "1,5 kilomètre"),
        ("62 miles", "62 miles"),
        ("60 kilometres per hour", "60 km/h"),
        ("2 million barrels", "2 millions de barils"),
        ("450 megawatts", "450 mégawatts"),
        ("2.05 megajoules", "2,05 mégajoules"),
    ],
)
def test_an_english_figure_is_written_in_french(english: str, french: str) -> None:
    assert written(english, "en", "fr") == french


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_read_as_the_same_figure(language: Language) -> None:
    for unit in UNIT_WORDS:
        for value in map(Decimal, ("1", "2", "1.5", "3000000")):
            (again,) = figures_of(write_figure(Figure(value, unit, None, 0, 0), language), language)
            assert (again.value, again.unit) == (value, unit)


def test_every_sign_stands_for_words() -> None:
    assert SIGNS["fr"].keys() < SIGNS["en"].keys() < UNIT_WORDS.keys()
