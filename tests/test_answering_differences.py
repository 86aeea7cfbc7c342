"""Two sentences that give different values for one thing: a later count, or a contradiction."""

from datetime import date

import pytest

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.claims import Fact
from rag.answering.counting import counts_others
from rag.answering.differences import between, within
from rag.answering.disagreement import current, in_order
from rag.answering.engines.candidates import Candidate
from rag.answering.engines.rejoinders import rejoined
from rag.answering.figures import write_figure
from rag.answering.kinds import Kind
from rag.answering.mentions import new_in
from rag.answering.reader import Reading

TITLE = "Crue de la Lorne"


def told(
    language: Language,
    day: int,
    *paragraphs: str,
    pointed: str = "",
    kind: Kind = "number",
    title: str = TITLE,
    timely: bool = True,
) -> list[Candidate]:
    """All sentences of one article of that day of May, each with what it gives; the reader points there."""
    byline = Byline(title, "Le Courrier", date(2024, 5, day), None)
    found = []
    for passage in passages_of(Article(f"a{day}-{language}", language, byline, paragraphs)):
        start = passage.text.find(pointed) if pointed else -1
        reading = Reading(1.0, start, start + len(pointed), 1.0) if start >= 0 else None
        for span in passage.sentences:
            text = passage.text[span.start : span.end]
            given = new_in(kind, text, language, frozenset())
            found.append(
                Candidate(
                    Hit(passage, 1.0), span, rank=0, similarity=0.5, coverage=0.5, anchored=1.0, fits=True,
                    across=False, kind=kind, given=given, reading=reading, timely=timely,
                )
            )  # fmt: skip
    return found


def values(one: Candidate, other: Candidate) -> tuple[list[str], bool] | None:
    found = between(one, other)
    return ([write_figure(figure, "en") for figure in found.figures], found.contradicts) if found else None


@pytest.mark.parametrize(
    ("older", "newer", "figures"),
    [
        ("Lorne floods killed 12 people.", "La crue a fait 19 morts.", ["12", "19"]),
        ("Lorne floods killed 12 people.", "On a retrouvé les corps de 19 des 25 disparus.", ["12", "19"]),
    ],
)
def test_a_later_article_counts_more_of_one_thing(older: str, newer: str, figures: list[str]) -> None:
    (one,), (other,) = told("en", 3, older), told("fr", 5, newer, pointed="19")
    assert values(one, other) == (figures, False)
    assert values(other, one) == (figures[::-1], False)


def test_the_count_of_one_country_is_not_brought_up_to_date_by_another() -> None:
    (older,) = told("fr", 2, "Le ministère russe a admis 63 morts.", pointed="63")
    (newer,) = told("en", 4, "Ukraine’s army has spoken of about 400 killed.", pointed="about 400")
    assert values(older, newer) == (["63", "about 400"], True)
    (newer,) = told("en", 4, "Russia’s army has spoken of about 89 killed.", pointed="about 89")
    assert values(older, newer) == (["63", "about 89"], False)


def test_a_figure_that_is_looked_back_on_is_replaced_by_the_one_beside_it() -> None:
    (older,) = told("en", 3, "The Lorne lost 3,500 fish.", pointed="3,500")
    _, newer = told("fr", 12, "On passe à 43 000 poissons. Ils étaient 3 500 la semaine précédente.")
    assert values(older, newer) == (["3,500", "43,000"], False)
    _, newer = told("fr", 12, "On passe à 43 000 poissons. Ils sont 3 500 dans le lac.")
    assert values(older, newer) is None


def test_what_no_word_counts_is_recounted_where_the_reader_points_at_both() -> None:
    (older,) = told("en", 3, "The Lorne bridge will cost 40 million euros.", pointed="40 million euros")
    text = "Le pont de la Lorne coûtera 65 millions d’euros."
    (newer,) = told("fr", 5, text, pointed="65 millions d’euros")
    assert values(older, newer) == (["€40 million", "€65 million"], False)
    (unread,) = told("fr", 5, text)
    assert values(older, unread) is None
    (of_another_day,) = told("fr", 5, text, pointed="65 millions d’euros", timely=False)
    assert values(older, of_another_day) is None


def test_a_figure_that_both_sentences_give_is_of_something_else() -> None:
    (older,) = told("en", 3, "The Lorne party has eleven of the 64 seats.", pointed="eleven")
    (newer,) = told("en", 5, "The Lorne coalition has 64 of the 120 seats.", pointed="64")
    assert values(older, newer) is None


@pytest.mark.parametrize(
    ("language", "paragraphs", "figures"),
    [
        ("fr", ("Selon le ministère, 42 % étaient en grève. Les syndicats parlent, eux, de 70 %.",),
         ["42%", "70%"]),
        ("en", ("The army said 900 people were killed. The rebels said 40 had died.",), None),
        ("en", ("The army said 90 people were killed. The rebels said 40 had died.",), ["90", "40"]),
        ("en", ("The army said 90 people were killed. The rebels said 40 were hurt.",), None),
        ("en", ("The army said 90 people were killed. The army said 40 had died.",), None),
        ("fr", ("Le pont coûtera 16 millions d’euros, a reconnu le ministère.",
                "La Cour des comptes évalue de son côté la facture à 20 millions d’euros."),
         ["€16 million", "€20 million"]),
        ("fr", ("Le pont coûtera 16 millions d’euros, a reconnu le ministère.",
                "La Cour des comptes évalue les routes à 20 millions d’euros."), None),
    ],
)  # fmt: skip
def test_the_sentence_after_may_give_the_figure_of_another(
    language: Language, paragraphs: tuple[str, ...], figures: list[str] | None
) -> None:
    one, other = told(language, 3, *paragraphs)
    assert values(one, other) == ((figures, True) if figures else None)
    assert values(other, one) == ((figures[::-1], True) if figures else None)


def test_two_days_on_two_words_contradict_each_other() -> None:
    text = "The government said that talks would open on 19 June. The rebels announced 12 June."
    one, other = told("en", 3, text, kind="date")
    assert values(one, other) == ([], True)
    again = "The government said that talks would open on 19 June. The government announced 12 June."
    assert values(*told("en", 3, again, kind="date")) is None


def test_times_are_compared_whatever_their_units() -> None:
    (one,) = told("en", 3, "The union said it was two years; the company says it was 20 months.")
    found = within(one)
    assert found is not None
    assert [figure.unit for figure in found.figures] == ["year", "month"]
    (same,) = told("en", 3, "The union said it was two weeks; the company says it was 14 days.")
    assert within(same) is None


def ranked(*candidates: Candidate) -> list[tuple[float, Candidate]]:
    return [(0.8 / (1 + place), candidate) for place, candidate in enumerate(candidates)]


def test_the_newest_count_is_sought_however_unlikely_and_comes_first() -> None:
    (first,), (second,), (third,) = (
        told("en", 3, "The Lorne killed 12 people."),
        told("en", 5, "The Lorne killed 19 people."),
        told("fr", 9, "La Lorne a fait 23 morts."),
    )
    facts = in_order(rejoined([Fact(0.8, (first,)), Fact(0.4, (second,))], ranked(first, second, third)))
    assert [fact.best for fact in facts] == [third, first]
    assert current(facts) == (facts[0],)


def test_a_contradiction_of_the_best_is_sought_and_a_sentence_of_both_sides_needs_no_other() -> None:
    one, other = told("en", 3, "The army said 90 people were killed. The rebels said 40 had died.")
    (aside,) = told("en", 9, "Near the Lorne 95 people live.", title="Maps")
    assert rejoined([Fact(0.8, (one,))], ranked(one, aside, other))[1].best is other
    (both,) = told("en", 3, "The army counted 90 dead, while the rebels spoke of 40.")
    assert rejoined([Fact(0.8, (both,)), Fact(0.7, (aside,))], ranked(both, aside)) == (Fact(0.8, (both,)),)


@pytest.mark.parametrize(
    ("question", "text", "others"),
    [
        ("How many children were killed?", "More than 70 people were hurt, including 14 children.", True),
        ("How many children were hurt?", "More than 70 people were hurt, including 14 children.", False),
        ("How many were killed and hurt?", "More than 70 people were hurt.", False),
        ("Combien de personnes manquent ?", "On compte 23 morts.", False),
        ("Combien de disparus ?", "Le bilan est de 23 morts, et trois personnes sont recherchées.", False),
        ("Combien de disparus ?", "Le bilan est de 23 morts.", True),
    ],
)
def test_a_sentence_may_count_people_of_another_fate(question: str, text: str, others: bool) -> None:
    assert counts_others(question, text, "fr" if "Combien" in question else "en") is others


def test_a_day_that_was_announced_is_put_off_by_a_newer_article() -> None:
    (older,) = told("en", 3, "The Lorne bridge will open in 2028.", pointed="2028", kind="date")
    (newer,) = told("fr", 9, "Le pont de la Lorne ouvrira en 2030.", pointed="2030", kind="date")
    assert values(older, newer) == ([], False)
    facts = in_order([Fact(0.8, (older,)), Fact(0.7, (newer,))])
    assert [fact.best for fact in facts] == [newer, older]
    (past,) = told("en", 3, "The Lorne bridge opened in 1928.", pointed="1928", kind="date")
    assert values(past, newer) is None
