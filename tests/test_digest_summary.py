"""Summaries: the articles' own sentences, in order, without repetition, or a refusal."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toys_digest import RICH, assistant, faults
from toys_index import article, subjects

from corpus.article import LANGUAGES
from corpus.errors import UnknownArticle
from rag.answer import Filters
from rag.digest.summary import summarise_article
from rag.errors import UsageError

NEWS = article(
    "g-quake",
    "An earthquake struck the coast of Syria on Monday. It was felt in Turkey.",
    "Read more: Ten photographs of the earthquake",
    "Rescue teams searched for survivors of the earthquake all night.",
    "The mayor asked for tents and blankets before the cold comes.",
    "Officials opened an inquiry into the buildings that fell.",
    language="en",
)
VOCABULARY = ("earthquake", "election", "Syria", "il", "la", "mayor", "12", "fell", "«")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9)
PARAGRAPHS = st.lists(WORDS.map(lambda words: " ".join(words).capitalize() + "."), min_size=1, max_size=7)


@given(paragraphs=PARAGRAPHS, sentences=st.integers(1, 6), language=st.sampled_from(LANGUAGES))
@settings(max_examples=60)
def test_every_claim_is_a_checked_quotation_of_the_article(
    paragraphs: list[str], sentences: int, language: str
) -> None:
    told = article("h-any", *paragraphs, language="en")
    spoken = LANGUAGES[LANGUAGES.index(language)]
    answer = summarise_article(told, subjects(), sentences=sentences, language=spoken)
    assert answer.language == language
    assert len(answer.claims) <= sentences
    assert answer.verbatim
    assert faults(answer) == []
    places = [(c.passage.index, c.start) for c in answer.citations]
    assert places == sorted(set(places)), "in reading order, nothing twice"
    assert answer == summarise_article(told, subjects(), sentences=sentences, language=spoken)


def test_a_summary_opens_with_the_main_thing_and_uses_no_furniture() -> None:
    answer = summarise_article(NEWS, RICH, sentences=3, language="en")
    assert answer.citations[0].passage.index == 0
    assert all("Read more" not in claim.text for claim in answer.claims)
    assert len(answer.claims) == 3


def test_a_repeated_sentence_is_told_once() -> None:
    twice = article("i-twice", "The earthquake killed nine people.", "The earthquake killed nine people.")
    assert len(summarise_article(twice, subjects(), sentences=3, language="fr").claims) == 1


def test_an_article_of_one_sentence_is_its_own_summary() -> None:
    answer = summarise_article(article("j-one", "Un séisme."), subjects(), sentences=3, language="fr")
    assert [claim.text for claim in answer.claims] == ["«\u00a0Un séisme.\u00a0»"]


def test_an_article_of_nothing_but_furniture_is_refused() -> None:
    answer = summarise_article(article("k-empty", "Partager"), subjects(), sentences=3, language="fr")
    assert (answer.status, answer.reason) == ("abstained", "not_in_corpus")


def test_the_heading_is_in_the_readers_language_and_names_the_other() -> None:
    answer = summarise_article(NEWS, subjects(), sentences=1, language="fr")
    assert answer.notice.startswith("Résumé de «\u00a0g quake\u00a0»")
    assert "6 février 2023" in answer.notice
    assert "original en anglais" in answer.notice


def test_a_topic_takes_one_sentence_an_article_newest_first(home: Path) -> None:
    old, new = date(2023, 2, 6), date(2023, 2, 9)
    desk = assistant(
        home,
        article("a-un", "Un séisme a frappé la côte lundi.", "Le séisme fut long et fort.", published=old),
        article("b-two", "The earthquake killed many people in Syria.", language="en", published=new),
        article("c-vote", "Une élection a lieu dimanche en Turquie."),
    )
    answer = desk.summarize(about="le séisme", language="fr")
    assert [c.passage.article_id for c in answer.citations] == ["b-two", "a-un"]
    assert faults(answer) == []
    assert "original en anglais" in answer.claims[0].text
    assert answer.claims[1].text.startswith("Selon Dépêche, le 6 février 2023")


def test_articles_that_say_the_same_make_one_claim_with_two_markers(home: Path) -> None:
    desk = assistant(
        home,
        article("a-un", "Le séisme a tué neuf personnes à Alep."),
        article("b-deux", "Le séisme a tué neuf personnes à Alep."),
        article("c-three", "The earthquake killed nine people in Aleppo.", language="en"),
    )
    answer = desk.summarize(about="séisme", language="en")
    (claim,) = answer.claims
    assert claim.markers == (1, 2, 3)
    assert answer.citations[0].passage.language == "en", "the reader's language comes first"
    assert claim.text.count("Le séisme a tué") == 1
    assert answer.verbatim
    assert faults(answer) == []


def test_a_topic_that_no_article_treats_is_refused_with_the_nearest(home: Path) -> None:
    answer = assistant(home).summarize(about="les élections au Kenya", language="fr")
    assert (answer.status, answer.reason) == ("abstained", "not_in_corpus")
    assert answer.hits


def test_a_topic_that_only_the_filters_hide_says_so(home: Path) -> None:
    desk = assistant(home)
    answer = desk.summarize(about="le séisme", language="fr", filters=Filters(since=date(2023, 2, 28)))
    assert (answer.status, answer.reason) == ("abstained", "filtered_out")
    assert answer.notice.startswith("Sans ces filtres")


def test_filters_hold(home: Path) -> None:
    answer = assistant(home).summarize(about="election", filters=Filters(languages=("en",)))
    assert {c.passage.article_id for c in answer.citations} == {"e-vote"}


def test_wrong_use_is_refused(home: Path) -> None:
    desk = assistant(home, NEWS)
    with pytest.raises(UnknownArticle):
        desk.summarize("no-such-article")
    with pytest.raises(UsageError):
        desk.summarize()
    with pytest.raises(UsageError):
        desk.summarize("g-quake", about="earthquake")
    with pytest.raises(UsageError):
        desk.summarize("g-quake", sentences=0)


def test_a_time_in_the_topic_becomes_a_filter_that_is_shown(home: Path) -> None:
    answer = assistant(home).summarize(about="les élections depuis le 20 février 2023", language="fr")
    assert {c.passage.article_id for c in answer.citations} <= {"b-election", "e-vote"}
    assert answer.claims
    assert "20 février 2023" in answer.notice


def test_a_text_without_paragraphs_or_end_is_summarised_from_its_beginning() -> None:
    text = " ".join(f"The earthquake of day {day} killed nine people." for day in range(3_000))
    endless = article("l-long", text, language="en")
    answer = summarise_article(endless, RICH, sentences=3, language="en")
    assert answer.citations[0].start == 0
