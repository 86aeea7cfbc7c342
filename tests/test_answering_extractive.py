"""The extractive engine quotes the sentence that answers, in any of both languages, or says nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from fakes import KeywordEmbedder
from readers import PatternReader

from corpus.article import Article, Byline, Language
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering import grounding
from rag.answering.draft import Draft, Question
from rag.answering.engines.extractive import LIMITS, ExtractiveEngine

EMBEDDER = KeywordEmbedder(
    ("livr", "deliver"), ("systèm", "system"), ("visite", "visit", "rendu"), ("gagn", "won"), ("coupe", "cup")
)


Told = tuple[str, Language, str]  # source, language, paragraph


def hits(*articles: Told, days: Sequence[int] = ()) -> tuple[Hit, ...]:
    """Each article as a hit, best first; ``days`` are those of December on which they were published."""
    found: list[Hit] = []
    for number, (source, language, text) in enumerate(articles):
        byline = Byline(f"Titre {number}", source, date(2022, 12, days[number] if days else 19), None)
        article = Article(f"article-{number}", language, byline, (text,))
        found += [Hit(passage, 1 / (1 + number), similarity=0.5) for passage in passages_of(article)]
    return tuple(found)


def propose(question: str, language: Language, found: tuple[Hit, ...]) -> Draft:
    return ExtractiveEngine(EMBEDDER).propose(Question(question, language), found)


FRENCH: Told = (
    "Dépêche",
    "fr",
    "Le président est content. Nous avons livré le système Iskander à Minsk. Il pleut.",
)
ENGLISH: Told = ("Dépêche", "en", "The president is glad. We delivered the Iskander system to Minsk.")


@pytest.mark.parametrize(
    ("question", "language", "article", "quote"),
    [
        ("Quel système a été livré ?", "fr", FRENCH, "Nous avons livré le système Iskander à Minsk."),
        ("What system was delivered?", "en", FRENCH, "Nous avons livré le système Iskander à Minsk."),
        ("Quel système a été livré ?", "fr", ENGLISH, "We delivered the Iskander system to Minsk."),
        ("What system was delivered?", "en", ENGLISH, "We delivered the Iskander system to Minsk."),
    ],
)
def test_the_sentence_that_answers_comes_first_and_verbatim(
    question: str, language: Language, article: Told, quote: str
) -> None:
    first = propose(question, language, hits(article)).proposals[0]
    assert first.evidence[0].quote == quote
    assert quote in first.text
    assert not grounding.check(first, language=language)


def test_the_frame_is_in_the_readers_language_and_names_the_original() -> None:
    french = propose("Quel système a été livré ?", "fr", hits(ENGLISH)).proposals[0].text
    english = propose("What system was delivered?", "en", hits(FRENCH)).proposals[0].text
    assert french.startswith("Selon Dépêche, le 19 décembre 2022 (original en anglais)\u00a0: «\u00a0We ")
    assert english.startswith("According to Dépêche, on 19 December 2022 (original in French): “Nous ")


def test_nothing_near_is_refused_with_a_reason() -> None:
    (found,) = hits(("Dépêche", "fr", "Elle a gagné."))
    draft = propose("Who baked bread?", "en", (replace(found, similarity=0.1),))
    assert (draft.proposals, draft.reason) == ((), "not_in_corpus")


def test_another_year_is_another_event() -> None:
    article: Told = ("Dépêche", "en", "Argentina won the World Cup in Qatar.")
    assert propose("Who won the World Cup?", "en", hits(article)).proposals
    assert propose("Who won the 2022 World Cup?", "en", hits(article)).proposals
    assert not propose("Who won the 2018 World Cup?", "en", hits(article)).proposals


def test_a_sentence_told_twice_is_shown_once_and_the_claims_are_few() -> None:
    told: Told = ("A", "en", "We delivered the system. We delivered the system.")
    many: Told = ("B", "en", " ".join(f"We delivered system {name}." for name in "ABCDEFGH"))
    proposals = propose("What system was delivered?", "en", hits(told, many)).proposals
    quotes = [proposal.evidence[0].quote for proposal in proposals]
    assert len(quotes) == len(set(quotes)) <= LIMITS.count


def test_the_same_question_gets_the_same_draft() -> None:
    found = hits(FRENCH, ENGLISH)
    drafts = [propose("What system was delivered?", "en", found) for _ in range(2)]
    assert drafts[0] == drafts[1]


DEAD = PatternReader(r"\d+(?= (?:morts|people|dead|marchers|manifestants|tonnes))|\d+ goals|\d+ buts")


def read(question: str, language: Language, found: tuple[Hit, ...]) -> Draft:
    embedder = KeywordEmbedder(
        ("séisme", "earthquake"), ("mort", "killed"), ("march", "manifest"), ("buts", "goals")
    )
    return ExtractiveEngine(embedder, DEAD).propose(Question(question, language), found)


def test_the_same_fact_in_two_languages_is_one_claim_with_both_quotes() -> None:
    english: Told = ("B", "en", "The Hatay earthquake killed 14 people.")
    french: Told = ("A", "fr", "Le séisme de Hatay a fait 14 morts.")
    draft = read("Combien de morts a fait le séisme de Hatay ?", "fr", hits(english, french))
    (claim,) = draft.proposals
    assert [evidence.passage.language for evidence in claim.evidence] == ["fr", "en"]
    assert all(evidence.quote in claim.text for evidence in claim.evidence)
    assert not grounding.check(claim, language="fr")
    assert draft.reason is None
    assert not draft.sides


def test_one_article_tells_a_fact_once() -> None:
    told: Told = ("A", "fr", "Le séisme de Hatay a fait 14 morts. Ces 14 morts du séisme de Hatay émeuvent.")
    draft = read("Combien de morts a fait le séisme de Hatay ?", "fr", hits(told))
    assert [len(proposal.evidence) for proposal in draft.proposals] == [1]


@pytest.mark.parametrize("days", [(19, 21), (21, 19)])
def test_the_newest_count_comes_first_and_the_older_one_follows(days: tuple[int, int]) -> None:
    counts = {19: "Le séisme de Hatay a fait 14 morts.", 21: "Le séisme de Hatay a fait 36 morts."}
    told: list[Told] = [("A", "fr", counts[day]) for day in days]
    draft = read("Combien de morts a fait le séisme de Hatay ?", "fr", hits(*told, days=days))
    assert [proposal.evidence[0].quote for proposal in draft.proposals] == [counts[21], counts[19]]
    assert draft.reason is None
    assert [side.text for side in draft.sides] == ["36", "14"]


def test_two_accounts_of_one_thing_are_shown_as_sides_that_disagree() -> None:
    first: Told = ("A", "fr", "Selon la Fifa, Pelé a marqué 1281 buts.")
    second: Told = ("B", "en", "Guinness credits Pelé with 1279 goals.")
    draft = read("Combien de buts Pelé a-t-il marqués ?", "fr", hits(first, second))
    assert draft.reason == "sources_disagree"
    assert sorted(side.text for side in draft.sides) == ["1\u202f279", "1\u202f281"]
    cited = {evidence.passage.id for proposal in draft.proposals for evidence in proposal.evidence}
    assert {side.evidence[0].passage.id for side in draft.sides} == cited


@pytest.mark.parametrize(
    ("question", "language", "text", "sides"),
    [
        (
            "Combien de buts Pelé a-t-il marqués ?",
            "fr",
            "Pelé a marqué 1281 buts selon la Fifa, 1279 selon le Guinness.",
            ["1281", "1279"],
        ),
        (
            "How many goals did Pelé score?",
            "en",
            "FIFA credits Pelé with 1281 goals, while Guinness counted 1279.",
            ["1281", "1279"],
        ),
        ("Combien de buts Pelé a-t-il marqués ?", "fr", "Pelé a marqué 1281 buts, 90 de plus que Didi.", []),
        (
            "Combien de buts Pelé a-t-il marqués selon la Fifa ?",
            "fr",
            "Pelé a marqué 1281 buts selon la Fifa, 1279 selon le Guinness.",
            ["1281", "1279"],
        ),
    ],
)
def test_one_sentence_may_give_two_accounts(
    question: str, language: Language, text: str, sides: list[str]
) -> None:
    draft = read(question, language, hits(("A", language, text)))
    assert [re.sub(r"\D", "", side.text) for side in draft.sides] == sides
    assert (draft.reason == "sources_disagree") is (bool(sides) and "selon" not in question)


def test_figures_that_nobody_vouches_for_do_not_disagree() -> None:
    first: Told = ("A", "fr", "Pelé a marqué 1281 buts.")
    second: Told = ("B", "en", "Pelé ended with 1279 goals.")
    draft = read("Combien de buts Pelé a-t-il marqués ?", "fr", hits(first, second))
    assert draft.reason is None
    assert not draft.sides


def test_each_part_of_a_joined_question_is_answered() -> None:
    told: Told = ("A", "en", "The system was delivered in May. The president won the cup.")
    draft = propose("What was delivered and who won the cup?", "en", hits(told))
    quotes = {proposal.evidence[0].quote for proposal in draft.proposals}
    assert quotes == {"The system was delivered in May.", "The president won the cup."}


def test_a_quote_that_leans_brings_the_sentence_before() -> None:
    told: Told = ("A", "en", "Iskander came to Minsk. This system was delivered in May.")
    (proposal,) = propose("What system was delivered?", "en", hits(told)).proposals
    assert proposal.evidence[0].quote == "Iskander came to Minsk. This system was delivered in May."
    assert not grounding.check(proposal, language="en")


def test_the_later_count_is_of_the_same_thing() -> None:
    first: Told = ("A", "en", "The Hatay earthquake killed 36 people and 85 people were hurt.")
    later: Told = ("B", "fr", "Le séisme de Hatay a fait 57 morts et 90 blessés.")
    asked = "How many people did the Hatay earthquake kill?"
    draft = read(asked, "en", hits(first, later, days=(19, 21)))
    assert [side.text for side in draft.sides] == ["57", "36"]
    hurt: Told = ("B", "fr", "Le séisme de Hatay a fait 90 blessés, sans un mot des autres.")
    draft = read(asked, "en", hits(first, hurt, days=(19, 21)))
    assert not draft.sides


def test_a_count_may_be_corrected_downwards() -> None:
    first: Told = ("A", "fr", "Le séisme de Hatay a fait 18 morts.")
    later: Told = ("B", "fr", "Le séisme de Hatay a fait 14 morts et non 18.")
    draft = read("Combien de morts a fait le séisme de Hatay ?", "fr", hits(first, later, days=(19, 21)))
    assert [side.text for side in draft.sides] == ["14", "18"]


def test_two_events_are_not_one_that_changes() -> None:
    first: Told = ("A", "fr", "La frappe de Kramatorsk a fait 600 morts.")
    later: Told = ("B", "fr", "La frappe de Makiïvka a fait 89 morts.")
    draft = read("Combien de morts la frappe a-t-elle faits ?", "fr", hits(first, later, days=(19, 21)))
    assert not draft.sides
    assert draft.reason is None


def test_news_of_the_day_asked_about_is_anchored_by_its_date() -> None:
    told: Told = ("A", "en", "Thousands of marchers came.")
    engine = ExtractiveEngine(EMBEDDER)
    question = Question("How many came on 19 December?", "en")
    of_the_day, of_another = (engine.candidates(question, hits(told, days=(day,)))[0] for day in (20, 12))
    assert (of_the_day.anchored, of_another.anchored) == (1.0, 0.0)
