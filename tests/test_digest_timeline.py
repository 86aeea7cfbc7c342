"""Timelines: every entry on its day, which is told apart from the day of publication."""

from datetime import date
from pathlib import Path

import pytest
from toys_digest import assistant, faults
from toys_index import article

from corpus.article import Language
from corpus.passage import passages_of
from rag.digest.days import Placed, place
from rag.digest.sentences import sentences_of
from rag.digest.timeline import label

PUBLISHED = date(2023, 1, 3)


def placed(text: str, language: Language = "fr", published: date | None = PUBLISHED) -> Placed | None:
    (sentence, *_) = sentences_of(passages_of(article("a-day", text, language=language, published=published)))
    return place(sentence)


@pytest.mark.parametrize(
    ("text", "language", "day", "basis"),
    [
        ("Le président est arrivé le 19 décembre 2022 à Minsk.", "fr", date(2022, 12, 19), "stated"),
        ("Le président est arrivé lundi 19 décembre à Minsk.", "fr", date(2022, 12, 19), "resolved"),
        ("The president arrived on 2 January in Minsk.", "en", date(2023, 1, 2), "resolved"),
        ("The president arrived on Monday in Minsk.", "en", PUBLISHED, "published"),
        ("Depuis le 24 février 2022, la guerre dure.", "fr", None, None),
        ("Il restera en poste jusqu’au 31 janvier.", "fr", None, None),
        ("Il sera jugé le 14 février à Paris.", "fr", None, None),
        ("En 2014, le pays avait voté.", "fr", None, None),
        ("Since 24 February 2022 he met them on 2 January.", "en", date(2023, 1, 2), "resolved"),
        ("Le 29 février, il neigeait.", "fr", None, None),
    ],
)
def test_a_sentence_stands_on_the_day_of_what_it_tells(
    text: str, language: Language, day: date | None, basis: str | None
) -> None:
    found = placed(text, language)
    assert (found and found.day, found and found.basis) == (day, basis)


def test_without_a_date_of_the_article_only_a_whole_date_counts() -> None:
    assert placed("Le président est arrivé lundi 19 décembre.", published=None) is None
    assert placed("Le président est arrivé hier.", published=None) is None
    known = placed("Le président est arrivé le 19 décembre 2022.", published=None)
    assert known is not None
    assert known.basis == "stated"


def test_entries_are_in_order_quoted_and_labelled(home: Path) -> None:
    desk = assistant(
        home,
        article("a-un", "Le séisme a frappé la côte le 6 février.", "Le maire compte les tentes.",
                published=date(2023, 2, 9)),
        article("b-two", "The earthquake had killed nine people by Sunday.", language="en",
                published=date(2023, 2, 8)),
        article("c-vote", "Une élection a lieu le 7 février en Turquie.", published=date(2023, 2, 9)),
    )  # fmt: skip
    found = desk.timeline("le séisme", language="fr")
    days = [(entry.day, entry.basis) for entry in found.entries]
    assert days[:2] == [(date(2023, 2, 6), "resolved"), (date(2023, 2, 8), "published")]
    assert days == sorted(days)
    assert [entry.claim for entry in found.entries] == list(range(len(found.answer.claims)))
    assert faults(found.answer) == []
    assert found.answer.verbatim
    assert all("élection" not in claim.text for claim in found.answer.claims)
    assert found.answer.text.splitlines()[0] == label(found.entries[0], "fr")
    assert "année d’après celle de l’article" in label(found.entries[0], "fr")
    assert found.entries == desk.timeline("le séisme", language="fr").entries


def test_two_articles_that_say_the_same_of_a_day_make_one_entry(home: Path) -> None:
    desk = assistant(
        home,
        article("a-un", "Le séisme a touché la côte le 6 février."),
        article("b-two", "The earthquake struck the coast on 6 February.", language="en"),
    )
    found = desk.timeline("earthquake", language="en")
    (entry,) = found.entries
    assert found.answer.claims[entry.claim].markers == (1, 2)


def test_a_topic_that_no_article_treats_has_no_timeline(home: Path) -> None:
    found = assistant(home).timeline("les élections au Kenya", language="fr")
    assert (found.entries, found.answer.reason) == ((), "not_in_corpus")
