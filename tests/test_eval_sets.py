"""The shipped question sets are sound: balanced, tied to the corpus, and answerable from their own gold."""

from collections import Counter
from datetime import timedelta

import pytest

from corpus.article import LANGUAGES
from corpus.library import Library
from corpus.text.analyser import content_words
from corpus.text.normalise import normalise
from eval.items import CATEGORIES, Item
from eval.loader import load_sets
from eval.matchers import Statement, matched
from eval.pins import check_pins, passages_by_id, read_pins
from eval.run import ASKED_ON
from eval.split import dev_items
from rag.settings import SAMPLE_ARTICLES

ITEMS = load_sets()
ARTICLES = tuple(Library(SAMPLE_ARTICLES).articles())
PASSAGES = passages_by_id(ARTICLES)
DEV = dev_items(ITEMS)


def ids(items: list[Item]) -> list[str]:
    return [item.id for item in items]


def test_the_passages_are_those_the_items_were_written_for() -> None:
    check_pins(ITEMS, ARTICLES, read_pins())


def test_questions_are_asked_on_the_day_after_the_newest_article() -> None:
    newest = max(article.byline.published for article in ARTICLES if article.byline.published)
    assert timedelta(days=1) == ASKED_ON - newest


def test_both_languages_ask_the_same_share() -> None:
    languages = Counter(item.lang for item in ITEMS)
    assert len(ITEMS) - len(DEV) >= 350
    assert len(DEV) >= 120
    assert abs(languages["fr"] - languages["en"]) <= 0.1 * len(ITEMS)


def test_every_kind_of_question_is_asked() -> None:
    kinds: Counter[str] = Counter(item.category for item in ITEMS)
    assert all(kinds[kind] >= 8 for kind in ("factoid", "who", "number", "date", "list", "multi"))
    assert all(kinds[kind] >= 16 for kind in ("crosslingual", "update", "disagreement", "false_premise"))
    assert all(kinds[kind] >= 16 for kind in ("comparison", "summary", "injection", "noisy"))
    assert kinds["unanswerable_near"] >= 40
    assert kinds["unanswerable_far"] >= 10


def test_no_kind_is_asked_in_one_language_only() -> None:
    asked = {(item.category, item.lang) for item in ITEMS}
    assert asked == {(kind, lang) for kind in CATEGORIES for lang in LANGUAGES}


def test_questions_cross_the_languages_both_ways() -> None:
    ways = Counter(item.lang for item in ITEMS if item.category == "crosslingual")
    assert min(ways["fr"], ways["en"]) >= 10


def test_enough_questions_are_asked_in_both_languages() -> None:
    # Each of a pair names the other.
    assert sum(bool(item.twin) for item in ITEMS) >= 2 * 120


def shared(item: Item) -> float:
    """The largest share of the question's content words that a gold passage holds."""
    asked = set(content_words(item.question, item.lang))
    gold = [PASSAGES[ref] for group in item.gold for ref in group]
    return max(len(asked & set(content_words(p.text, p.language))) / max(1, len(asked)) for p in gold)


def test_half_of_the_questions_are_not_the_words_of_their_passage() -> None:
    within = [
        item for item in ITEMS
        if item.answerable and any(PASSAGES[ref].language == item.lang for g in item.gold for ref in g)
    ]  # fmt: skip
    assert sum(shared(item) <= 0.6 for item in within) >= len(within) / 2


def test_no_question_is_asked_twice() -> None:
    asked = Counter((item.lang, normalise(item.question)) for item in ITEMS)
    assert [question for question, times in asked.items() if times > 1] == []


def stated_by(refs: list[str], item: Item) -> bool:
    """Whether quoting these passages states every vital nugget."""
    said = [Statement(PASSAGES[ref].text, PASSAGES[ref].language) for ref in refs]
    return all(any(matched(way, said) for way in n.any_of) for n in item.nuggets if n.vital)


@pytest.mark.parametrize("item", [item for item in ITEMS if item.answerable], ids=lambda item: item.id)
def test_the_oracle_is_right_whichever_alternative_it_quotes(item: Item) -> None:
    first = [group[0] for group in item.gold]
    for number, group in enumerate(item.gold):
        for ref in group:
            quoted = [*first[:number], ref, *first[number + 1 :]]
            assert stated_by(quoted, item), f"{quoted} do not state every vital nugget"


@pytest.mark.parametrize("item", [item for item in ITEMS if item.forbidden], ids=lambda item: item.id)
def test_quoting_the_gold_says_nothing_forbidden(item: Item) -> None:
    said = [Statement(PASSAGES[ref].text, PASSAGES[ref].language) for group in item.gold for ref in group]
    assert [str(value) for value in item.forbidden if matched(value, said)] == []
