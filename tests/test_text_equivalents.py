"""One value, two languages: what French and English newspapers write of the same number, day or name."""

from datetime import date
from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Language
from corpus.text.dates import dates_in, format_date
from corpus.text.normalise import fold_accents, normalise
from corpus.text.numbers import quantities
from rag.answering.proper import same_name
from rag.answering.tokens import tokens


def pairs(table: str) -> list[tuple[str, str]]:
    """The rows of a table, French left and English right of the bar."""
    rows = [tuple(cell.strip() for cell in row.split("|")) for row in table.strip().splitlines()]
    return [(row[0], row[1]) for row in rows]


FIGURES = pairs(
    """
    1,2 Md€ | €1.2 billion
    1,2 milliard d’euros | 1.2 billion euros
    1,2 milliard d’euros | €1.2bn
    3 milliards de dollars | $3 billion
    trois milliards de dollars | three billion dollars
    2,5 millions d’habitants | 2.5 million people
    deux millions de personnes | two million people
    un million de réfugiés | one million refugees
    500 000 soldats | 500,000 soldiers
    500\u202f000 soldats | 500,000 soldiers
    500\u00a0000 soldats | 500,000 soldiers
    1 700 habitants | 1,700 residents
    4 000 soldats | 4,000 soldiers
    4000 soldats | 4,000 soldiers
    12 345 678 électeurs | 12,345,678 voters
    vingt-quatre heures | twenty-four hours
    vingt et un morts | twenty-one dead
    quatre-vingts blessés | eighty wounded
    quatre-vingt-neuf soldats | eighty-nine servicemen
    quatre-vingt-dix-neuf voix | ninety-nine votes
    soixante-dix ans | seventy years
    soixante et onze ans | seventy-one years
    cent morts | a hundred dead
    deux cents chars | two hundred tanks
    mille soldats | a thousand soldiers
    deux mille manifestants | two thousand protesters
    12 % | 12%
    12\u00a0% | 12%
    12\u202f% | 12 %
    12 pour cent | 12 percent
    12 pour cent | 12 per cent
    1,5 % | 1.5%
    0,5 % | 0.5%
    49,1 % des voix | 49.1% of the vote
    -3,2 % | -3.2%
    14 chars | 14 tanks
    quatorze chars | fourteen tanks
    63 morts | 63 dead
    soixante-trois morts | sixty-three dead
    89 soldats | 89 servicemen
    278 voix | 278 votes
    287 voix | 287 votes
    42 millions de dollars | 42 million dollars
    42 millions de dollars | $42 million
    42 M$ | $42m
    30 M€ | €30m
    300 millions de dollars néo-zélandais | NZ$300 million
    39,8 milliards de dollars canadiens | C$39.8 billion
    39,8 milliards de dollars canadiens | 39.8 billion Canadian dollars
    150 000 dollars australiens | A$150,000
    24 000 dollars de Hong Kong | HK$24,000
    10 euros | €10
    10 € | 10 euros
    10,50 € | €10.50
    1 000 € | €1,000
    3 000 dollars | $3,000
    1,86 franc | 1.86 francs
    22,48 actions | 22.48 shares
    7,8 | 7.8
    100 milliards de francs | 100 billion francs
    neuf milliards de francs | nine billion francs
    0,76 franc | 0.76 francs
    1 600 milliards d’euros | 1.6 trillion euros
    2 000 milliards de dollars | $2 trillion
    3,15 mégajoules | 3.15 megajoules
    7 690 mégawatts | 7,690 megawatts
    2 gigawatts | 2 GW
    120 kilomètres-heure | 120 kilometres per hour
    120 kilomètres à l’heure | 120 km/h
    500 hectares | 500 ha
    25 millions de tonnes | 25 million tonnes
    220 000 barils | 220,000 barrels
    120 jours | 120 days
    60 jours | 60 days
    soixante jours | sixty days
    500 km | 500 km
    300 kilomètres | 300 kilometres
    1,5 million de personnes | 1.5 million people
    6,5 millions | 6.5 million
    17 ans | 17 years
    dix-sept ans | seventeen years
    onze voix | eleven votes
    seize morts | sixteen dead
    quinze pays | fifteen countries
    """
)
DAYS = pairs(
    """
    19 décembre 2022 | 19 December 2022
    lundi 19 décembre 2022 | Monday, December 19, 2022
    19 décembre 2022 | December 19, 2022
    19 décembre 2022 | 19th December 2022
    19 décembre 2022 | December 19th, 2022
    19 déc. 2022 | Dec. 19, 2022
    1er mars 2023 | 1 March 2023
    1er mars 2023 | March 1st, 2023
    1er janvier 2023 | January 1, 2023
    1er janvier | 1 January
    2 février 2023 | 2 February 2023
    2 fevrier 2023 | Feb. 2, 2023
    8 février | February 8
    14 mai | May 14
    14 mai 2023 | 14 May 2023
    5 août 1990 | August 5, 1990
    5 aout 1990 | 5 August 1990
    31 octobre | 31 October
    30 novembre 2022 | Nov. 30, 2022
    24 février 2022 | 24 February 2022
    15 avril 2023 | 15 April 2023
    6 juin 1944 | 6 June 1944
    14 juillet 1789 | 14 July 1789
    11 septembre 2001 | 11 September 2001
    11 septembre 2001 | Sept. 11, 2001
    décembre 2022 | December 2022
    mars 2023 | March 2023
    en janvier 2023 | in January 2023
    février 2022 | February 2022
    en 2018 | in 2018
    depuis 2019 | since 2019
    en 1958 | in 1958
    2022-12-19 | 2022-12-19
    le 29 février 2024 | 29 February 2024
    le 6\u00a0février 2023 | 6\u00a0February 2023
    """
)
NAMES = pairs(
    """
    Poutine | Putin
    Loukachenko | Lukashenko
    Zelensky | Zelenskyy
    Choïgou | Shoigu
    Makiïvka | Makiivka
    Kharkiv | Kharkiv
    Khartoum | Khartoum
    Moscou | Moscow
    Pékin | Beijing
    Londres | London
    Varsovie | Warsaw
    Bruxelles | Brussels
    Athènes | Athens
    Le Caire | Cairo
    Turquie | Turkey
    Allemagne | Germany
    Royaume-Uni | Kingdom
    Suisse | Switzerland
    Suède | Sweden
    Norvège | Norway
    Finlande | Finland
    Hongrie | Hungary
    Croatie | Croatia
    Roumanie | Romania
    Bulgarie | Bulgaria
    Slovénie | Slovenia
    Espagne | Spain
    Portugal | Portugal
    Italie | Italy
    Pologne | Poland
    Ukraine | Ukraine
    Russie | Russia
    Biélorussie | Belarus
    Chine | China
    Japon | Japan
    Corée | Korea
    Inde | India
    Égypte | Egypt
    Maroc | Morocco
    Brésil | Brazil
    Argentine | Argentina
    Mexique | Mexico
    Syrie | Syria
    Irak | Iraq
    Arabie | Arabia
    Liban | Lebanon
    Otan | NATO
    ONU | UN
    CPI | ICC
    FMI | IMF
    OMS | WHO
    Crimée | Crimea
    Benoît | Benedict
    François | Francis
    Erdogan | Erdoğan
    S-400 | S-400
    """
)
SPELLINGS = pairs(
    """
    L’Ukraine | l'Ukraine
    l’ARMÉE | l'armée
    cœur | coeur
    œuvre | oeuvre
    ŒUVRES | oeuvres
    « Bonjour » | “Bonjour”
    «\u00a0Bonjour\u00a0» | "Bonjour"
    porte‑parole | porte-parole
    porte–parole | porte-parole
    S‑400 | S-400
    aujourd’hui | aujourd'hui
    qu’il | qu'il
    jusqu’à | jusqu'à
    30\u202f% | 30 %
    Quoi\u202f? | Quoi ?
    Oui\u00a0! | Oui !
    e\u0301tat | état
    ﬁn | fin
    don’t | don't
    the U.S. | the US
    Straße | strasse
    la Russie | Russie
    the Kremlin | Kremlin
    une trêve | trêve
    a truce | truce
    un\u200bdeux | undeux
    sous\u00adtitre | soustitre
    3½ | 31⁄2
    … oui … | oui
    """
)
# What looks alike and is not.
APART = pairs(
    """
    1 million | 1 billion
    1 milliard | 1 million
    1,2 milliard | 12 billion
    1,5 % | 15%
    1 500 | 1.5
    12 € | $12
    12 % | 12 people
    soixante-dix | sixty
    quatre-vingts | twenty-four
    quatre-vingt-dix | eighty
    cent un | a hundred
    3 milliards de dollars | 3 billion euros
    """
)


def value(text: str, language: Language) -> tuple[Decimal, str]:
    """The first figure of ``text``."""
    figure = quantities(text, language)[0]
    return figure.value, figure.unit


@pytest.mark.parametrize(("french", "english"), FIGURES)
def test_a_figure_is_one_value_in_both_languages(french: str, english: str) -> None:
    assert value(french, "fr") == value(english, "en")


@pytest.mark.parametrize(("french", "english"), APART)
def test_figures_that_look_alike_stay_apart(french: str, english: str) -> None:
    assert value(french, "fr") != value(english, "en")


@pytest.mark.parametrize(("french", "english"), DAYS)
def test_a_day_is_one_value_in_both_languages(french: str, english: str) -> None:
    assert [day.value for day in dates_in(french, "fr")] == [day.value for day in dates_in(english, "en")]
    assert len(dates_in(french, "fr")) == 1


@pytest.mark.parametrize(("french", "english"), NAMES)
def test_a_name_is_one_in_both_languages(french: str, english: str) -> None:
    one, other = tokens(french, "fr")[-1].key, tokens(english, "en")[-1].key
    assert same_name(one, other, across=True)
    assert same_name(other, one, across=True)


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_two_spellings_are_one_text(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@given(st.integers(0, 10**12))
def test_a_grouped_number_reads_back_in_both_languages(number: int) -> None:
    english = f"{number:,}"
    for space in (" ", "\u00a0", "\u202f"):
        assert value(english.replace(",", space) + " habitants", "fr")[0] == number
    assert value(f"{english} people", "en")[0] == number


@given(st.decimals(0, 999, places=2))
def test_a_decimal_reads_back_in_both_languages(number: Decimal) -> None:
    assert value(f"{number} %".replace(".", ","), "fr") == value(f"{number}%", "en") == (number, "%")


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.sampled_from(("fr", "en")))
def test_a_written_day_reads_back(day: date, language: Language) -> None:
    assert [found.value for found in dates_in(format_date(day, language), language)] == [day.isoformat()]


@given(st.sampled_from([*FIGURES, *DAYS]))
def test_the_unicode_form_of_a_row_does_not_matter_to_its_spelling(row: tuple[str, str]) -> None:
    for text in row:
        assert normalise(normalize("NFC", text)) == normalise(text) == normalise(normalize("NFD", text))


@given(st.text(max_size=40))
def test_folding_accents_twice_changes_nothing(text: str) -> None:
    once = fold_accents(text)
    assert fold_accents(once) == once
