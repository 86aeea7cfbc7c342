"""Matchers find what a text says in either language, and nothing that it does not say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Language
from eval.items import Day, Entity, Matcher, Number, Words
from eval.matchers import Statement, agree, matched, matches, says


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Iskander", "Des missiles Iskander ont été livrés.", True),
        ("iskander", "Des missiles ISKANDER ont été livrés.", True),
        ("Iskander", "Des Iskanders ont été livrés.", False),
        ("S-400", "Les systèmes S‑400 sont arrivés.", True),
        ("S-400", "Les systèmes S–400 sont arrivés.", True),
        ("S-400", "Le modèle S-4000 est annoncé.", False),
        ("missiles Iskander", "missiles sol-sol Iskander", False),
        ("missiles Iskander", "Iskander missiles", False),
        ("cessez-le-feu", "Un cessez-le-feu de 36 heures.", True),
        ("cessez le feu", "Un cessez-le-feu de 36 heures.", True),
        ("l’Élysée", "à l'Élysée", True),
        ("Élysée", "à l’Elysee, lundi", True),
        ("Elysée", "ÉLYSÉE", True),
        ("président", "President Putin", True),
        ("the ceasefire", "a ceasefire was announced", True),
        ("a ceasefire", "The ceasefire ended", True),
        ("cœur de la ville", "le coeur de la ville", True),
        ("cœur de ville", "le cœur de la ville", True),
        ("Moscow's allies", "Moscow’s allies", True),
        ("Moscow", "Moscow’s allies", True),
        ("aujourd’hui", "C'est aujourd'hui.", True),
        ("n’a pas signé", "il n'a pas signé l’accord", True),
        ("n’a rien signé", "il n'a pas signé l’accord", False),
        ("no", "There is no evidence", True),
        ("no", "Nobody knows", False),
        ("49.3", "l’article 49.3 de la Constitution", True),
        ("49.3", "l’article 49,3", False),
        ("G7", "les pays du G7", True),
        ("« trêve »", "une “trêve” de Noël", True),
        ("trêve de Noël", "une trêve (de Noël)", True),
        ("trêve, de Noël", "une trêve de Noël", True),
        ("pension reform", "pension\u00a0reform", True),
        ("pension reform", "pension\nreform", True),
        ("ﬁnal", "the final", True),
        ("élu", "e\u0301lu dimanche", True),
    ],
)
def test_words_stand_together_and_whole(words: str, text: str, found: bool) -> None:
    assert says(text, words) is found
    assert matches(Words(words), Statement(text, "fr")) is found


@pytest.mark.parametrize(
    ("aliases", "text", "found"),
    [
        (("Loukachenko", "Lukashenko"), "Alexandre Loukachenko a reçu Vladimir Poutine.", True),
        (("Loukachenko", "Lukashenko"), "President Lukashenko's office", True),
        (("Loukachenko", "Lukashenko"), "the Belarusian president", False),
        (("Choïgou", "Shoigu"), "Sergueï Choigou", True),
        (("Choïgou", "Shoigu"), "Sergei Shoigu,", True),
        (("ONU", "Nations unies", "United Nations"), "les Nations Unies", True),
        (("ONU", "Nations unies", "United Nations"), "l’O.N.U. a voté", True),
        (("ONU", "Nations unies", "United Nations"), "un vote", False),
        (("United Nations",), "the united front of nations", False),
        (("Scholz",), "Scholz: « Non »", True),
        (("Scholz",), "Scholzes", False),
        (("Elizabeth Borne", "Élisabeth Borne"), "Elisabeth Borne", True),
        (("Türkiye", "Turquie", "Turkey"), "en Turquie et en Syrie", True),
        (("Türkiye", "Turquie", "Turkey"), "TURKIYE", True),
    ],
)
def test_an_entity_goes_by_any_of_its_names(aliases: tuple[str, ...], text: str, found: bool) -> None:
    assert matches(Entity(aliases), Statement(text, "fr")) is found


@pytest.mark.parametrize(
    ("value", "unit", "language", "text", "found"),
    [
        ("1234.5", "", "fr", "un total de 1 234,5", True),
        ("1234.5", "", "fr", "un total de 1\u202f234,5", True),
        ("1234.5", "", "en", "a total of 1,234.5", True),
        ("1234", "", "fr", "un total de 1 234,5", False),
        ("234", "", "fr", "un total de 1 234", False),
        ("4000", "", "fr", "4 000 soldats", True),
        ("4000", "", "en", "4,000 soldiers", True),
        ("4", "", "en", "4,000 soldiers", False),
        ("1.5", "%", "fr", "une hausse de 1,5 %", True),
        ("1.5", "%", "fr", "une hausse de 1,5\u00a0%", True),
        ("1.5", "%", "en", "a rise of 1.5%", True),
        ("1.5", "%", "en", "a rise of 1.5 per cent", True),
        ("12", "%", "fr", "12 pour cent des voix", True),
        ("1.5", "%", "en", "a rise of 1.5", False),
        ("1.5", "", "en", "a rise of 1.5%", False),
        ("15", "%", "fr", "une hausse de 1,5 %", False),
        ("1850000000", "USD", "fr", "1,85 milliard de dollars", True),
        ("1850000000", "USD", "en", "$1.85 billion", True),
        ("1850000000", "USD", "en", "a $1.85bn package", True),
        ("1850000000", "USD", "en", "1.85 billion dollars", True),
        ("1850000000", "USD", "en", "$1.85 million", False),
        ("1850000000", "USD", "en", "€1.85 billion", False),
        ("18000000000", "EUR", "fr", "18 milliards d’euros", True),
        ("18000000000", "EUR", "en", "€18 billion", True),
        ("18000000000", "EUR", "fr", "18 millions d’euros", False),
        ("12000000", "EUR", "fr", "12 M€", True),
        ("12", "", "fr", "douze pays", True),
        ("12", "", "en", "twelve countries", True),
        ("12", "", "en", "120 countries", False),
        ("64", "", "fr", "soixante-quatre ans", True),
        ("7.8", "", "en", "a 7.8-magnitude earthquake", True),
        ("7.8", "", "fr", "un séisme de magnitude 7,8", True),
        ("36", "", "fr", "une trêve de 36 heures", True),
        ("36", "", "en", "a 36-hour truce", True),
        ("36", "%", "fr", "36 heures", False),
        ("5", "km", "en", "five kilometres away", True),
        ("5", "", "fr", "le 5 janvier", False),
    ],
)
def test_numbers_are_compared_by_value_and_unit(
    value: str, unit: str, language: Language, text: str, found: bool
) -> None:
    assert matches(Number(Decimal(value), unit), Statement(text, language)) is found


@pytest.mark.parametrize(
    ("day", "language", "text", "found"),
    [
        ("2022-12-19", "fr", "le 19 décembre 2022", True),
        ("2022-12-19", "en", "on 19 December 2022", True),
        ("2022-12-19", "en", "on December 19, 2022", True),
        ("2022-12-19", "fr", "le 19/12/2022", True),
        ("2022-12-19", "fr", "lundi 19 décembre", True),
        ("2022-12-19", "en", "on Monday, December 19", True),
        ("2022-12-19", "fr", "le 18 décembre 2022", False),
        ("2022-12-19", "fr", "le 19 novembre 2022", False),
        ("2022-12-19", "fr", "le 19 décembre 2021", False),
        ("2022-12-19", "fr", "en décembre 2022", False),
        ("2022-12-19", "fr", "en 2022", False),
        ("2023-03-01", "fr", "le 1er mars 2023", True),
        ("2023-03-01", "en", "March 1st, 2023", True),
        ("2022-12", "fr", "en décembre 2022", True),
        ("2022-12", "fr", "le 19 décembre 2022", True),
        ("2022-12", "fr", "le 19 décembre", True),
        ("2022-12", "fr", "en novembre 2022", False),
        ("2022-12", "fr", "en 2022", False),
        ("2022", "fr", "le 19 décembre 2022", True),
        ("2022", "en", "in 2022", True),
        ("2022", "en", "in 2023", False),
        ("--12-19", "fr", "le 19 décembre 2022", True),
        ("--12-19", "fr", "le 19 décembre", True),
        ("--12-19", "fr", "le 20 décembre", False),
    ],
)
def test_dates_are_as_precise_as_asked(day: str, language: Language, text: str, found: bool) -> None:
    assert matches(Day(day), Statement(text, language)) is found


@pytest.mark.parametrize(
    ("asked", "said", "same"),
    [
        ("2022-12-19", "2022-12-19", True),
        ("2022-12", "2022-12-19", True),
        ("2022-12-19", "2022-12", False),
        ("2022-12-19", "--12-19", True),
        ("--12-19", "2022-12-19", True),
        ("--12-19", "--12-20", False),
        ("2022", "2023-12-19", False),
        ("2022", "--12-19", True),
    ],
)
def test_a_date_agrees_with_its_parts(asked: str, said: str, same: bool) -> None:
    assert agree(asked, said) is same


def test_any_statement_may_say_it_in_its_own_language() -> None:
    said = (Statement("1,234 people", "en"), Statement("1,234 personne", "fr"))
    assert matched(Number(Decimal(1234), ""), said)
    assert matched(Number(Decimal("1.234"), ""), said)
    assert not matched(Number(Decimal(1235), ""), said)
    assert not matched(Words("people"), ())


MATCHERS: tuple[Matcher, ...] = (
    Words("pont"), Entity(("Anne Durand",)), Number(Decimal(12), ""), Day("2022-12-19"),
)  # fmt: skip


@given(st.text(), st.sampled_from(["fr", "en"]))
def test_no_text_breaks_a_matcher(text: str, language: Language) -> None:
    for matcher in MATCHERS:
        assert matches(matcher, Statement(text, language)) in (True, False)


@given(st.text(alphabet="abcdé ’'-", min_size=1), st.text(alphabet="abcdé ,.", max_size=9))
def test_what_a_text_quotes_it_says(words: str, around: str) -> None:
    try:
        matcher = Words(words)
    except ValueError:
        return
    assert matches(matcher, Statement(f"{around} — {words} — {around}", "fr"))
