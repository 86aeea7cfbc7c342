"""Dev and test share no article and no twin, on every run and whatever is added elsewhere."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from toys_eval import ITEMS, PASSAGES, Oracle

from eval.items import Item
from eval.loader import load_sets, read_item
from eval.run import run
from eval.split import dev_items, stories
from eval.summary import DEV, summarise
from eval.verdict import judge

SHIPPED = load_sets()


def articles_of(items: list[Item]) -> set[str]:
    return {ref.partition("#")[0] for item in items for ref in item.passage_ids}


def test_no_article_and_no_twin_serves_both_sides() -> None:
    dev = dev_items(SHIPPED)
    sides = [[item for item in SHIPPED if (item.id in dev) == side] for side in (True, False)]
    assert not articles_of(sides[0]) & articles_of(sides[1])
    assert all((item.id in dev) == (item.twin in dev) for item in SHIPPED if item.twin)


def test_about_a_quarter_tunes_and_the_rest_is_enough_to_judge() -> None:
    dev = dev_items(SHIPPED)
    # With 300 items a change for the worse of 5 % is seen in 88 % of the cases.
    assert len(SHIPPED) - len(dev) >= 300
    assert 0.15 * len(SHIPPED) <= len(dev) <= 0.35 * len(SHIPPED)
    languages = [item.lang for item in SHIPPED if item.id in dev]
    assert 0.4 <= languages.count("fr") / len(languages) <= 0.6


def test_the_order_of_the_items_does_not_matter() -> None:
    assert dev_items(SHIPPED) == dev_items(reversed(SHIPPED))


def test_a_new_story_moves_no_item() -> None:
    new = read_item({
        "id": "new", "lang": "fr", "question": "Quoi ?", "category": "factoid", "answerable": True,
        "gold": [["another-story#p0"]], "nuggets": [{"id": "n", "vital": True, "any_of": [{"str": "x"}]}],
    })  # fmt: skip
    assert dev_items([*SHIPPED, new]) - {"new"} == dev_items(SHIPPED)


def test_a_story_is_named_by_its_first_article_and_holds_what_shares_one() -> None:
    # en-date accepts a passage of the English article besides the French one.
    assert {name: [item.id for item in story] for name, story in stories(ITEMS).items()} == {
        "bridge-en": ["fr-date", "en-date", "fr-who", "en-price", "fr-premise"],
        "fr-near": ["fr-near"],
        "en-far": ["en-far"],
    }


@given(st.permutations(list(ITEMS)))
def test_stories_are_a_partition(items: list[Item]) -> None:
    found = stories(items)
    assert sorted(item.id for story in found.values() for item in story) == sorted(i.id for i in ITEMS)
    assert dev_items(items) == dev_items(ITEMS)


def test_items_of_dev_count_in_no_measure_but_their_own() -> None:
    verdicts = tuple(judge(outcome, PASSAGES) for outcome in run(ITEMS, Oracle()))
    bad = replace(verdicts[0], truth=-1.0)
    scores = {m.key: m for m in summarise((bad, *verdicts[1:]), {bad.item.id})}
    assert (scores["Truth all"].value, scores["Truth all"].n) == (1.0, 6)
    assert (scores[f"Truth {DEV}"].value, scores[f"Truth {DEV}"].n) == (-1.0, 1)
    assert scores["hit@5 fr→fr"].n == 1
