"""One claim a fact, and a further one only when it adds what the question asks for."""

from datetime import date

import numpy as np

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.claims import Fact, Limits, facts_in, same, worth_saying
from rag.answering.engines.candidates import Candidate
from rag.answering.kinds import Kind, kind_of
from rag.answering.mentions import new_in, said_in

ASKED = "Combien de morts a fait le séisme ?"
LIMITS = Limits(side=0.2, item=0.4, other=0.5, count=3)


def candidate(
    article: str, text: str, *, direction: float = 0.0, anchored: float = 1.0, kind: Kind = "number"
) -> Candidate:
    """The only sentence of ``article``; ``direction`` is the angle of its vector in degrees."""
    byline = Byline("Titre", "Dépêche", date(2022, 12, 19), None)
    language: Language = "fr"
    (passage,) = passages_of(Article(article, language, byline, (text,)))
    angle = np.deg2rad(direction)
    return Candidate(
        Hit(passage, 1.0), passage.sentences[0], rank=0, similarity=0.5, coverage=0.5, anchored=anchored,
        fits=True, across=False, kind=kind, given=new_in(kind, text, language, said_in(ASKED, language)),
        vector=np.array([np.cos(angle), np.sin(angle)], np.float32),
    )  # fmt: skip


def shown(question: str, *weighed: tuple[float, Candidate]) -> list[str]:
    facts = worth_saying(facts_in(weighed), question, LIMITS)
    return [fact.best.hit.passage.article_id for fact in facts]


def test_two_values_are_never_the_same_and_one_value_is_where_the_words_are_alike() -> None:
    fourteen = candidate("a", "Le séisme a fait 14 morts.")
    assert not same(fourteen, candidate("b", "Le séisme a fait 36 morts."))
    assert same(fourteen, candidate("b", "On compte 14 morts.", direction=50))
    assert not same(fourteen, candidate("b", "Il a 14 ans.", direction=80))


def test_a_fact_is_told_by_two_articles_at_most_and_once_by_each() -> None:
    told = [candidate(article, f"{article} : 14 morts.") for article in ("a", "b", "c")]
    again = candidate("a", "Encore 14 morts.")
    (fact,) = facts_in([(0.8, told[0]), (0.7, again), (0.6, told[1]), (0.5, told[2])])
    assert fact == Fact(0.8, (told[0], told[1]))


def test_an_unlikely_sentence_confirms_nothing() -> None:
    first, second = candidate("a", "Le séisme a fait 14 morts."), candidate("b", "Le bilan est de 14 morts.")
    (fact,) = facts_in([(0.8, first), (0.1, second)])
    assert fact.told == (first,)


def test_a_further_claim_gives_what_is_asked_for() -> None:
    best = candidate("a", "Le séisme a fait 14 morts.")
    silent = candidate("b", "Le séisme a fait des morts.", direction=90)
    other = candidate("c", "Le séisme a fait 36 morts.", direction=90)
    assert kind_of(ASKED) == "number"
    assert shown(ASKED, (0.8, best), (0.7, silent), (0.6, other)) == ["a", "c"]


def test_a_further_claim_is_about_no_fewer_of_the_names_asked_about() -> None:
    best = candidate("a", "Le séisme de Hatay a fait 14 morts.")
    elsewhere = candidate("b", "Le séisme d’Izmit a fait 36 morts.", direction=90, anchored=0.5)
    assert shown(ASKED, (0.8, best), (0.7, elsewhere)) == ["a"]


def test_a_question_about_several_accounts_shows_more_of_them() -> None:
    best = candidate("a", "Kyiv parle de 14 morts.", kind="other")
    other = candidate("b", "Moscou parle de 36 morts.", direction=90, kind="other")
    assert shown("Qui a parlé ?", (0.8, best), (0.2, other)) == ["a"]
    assert shown("Les deux bilans concordent-ils ?", (0.8, best), (0.2, other)) == ["a", "b"]


def test_the_claims_are_few() -> None:
    many = [(0.8, candidate(f"a{n}", f"Le séisme a fait {n} morts.", direction=n)) for n in range(10, 20)]
    assert len(shown(ASKED, *many)) == LIMITS.count


def test_a_third_claim_for_one_thing_is_as_likely_as_an_item_of_a_list() -> None:
    limits = Limits(side=0.2, item=0.8, other=0.5, count=3)
    names = {"a": 0.8, "b": 0.7, "c": 0.6}
    told = [
        (chance, candidate(name, f"Le séisme a fait {n} morts.", direction=90 * n))
        for n, (name, chance) in enumerate(names.items())
    ]
    assert [fact.chance for fact in worth_saying(facts_in(told), ASKED, limits)] == [0.8, 0.7]
