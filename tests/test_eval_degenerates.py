"""Systems without merit score badly, and the oracle does not."""

from dataclasses import replace

import pytest
from toys_eval import ITEMS, PASSAGES, ToyAssistant

from eval.degenerates import ORACLE, SHIPPED, complaints, measured, rows, systems
from eval.items import Item
from eval.run import Assistant
from eval.summary import Measure
from rag.answer import Answer, Hit


def search(question: str) -> tuple[Hit, ...]:
    return ToyAssistant().search(question, k=10)


def lexical(question: str) -> tuple[Hit, ...]:
    """A ranking of its own: the shipped one upside down."""
    return search(question)[::-1]


SYSTEMS = systems(ITEMS, PASSAGES, search=search, lexical=lexical)
SCORES = {name: measured(ITEMS, PASSAGES, system) for name, system in SYSTEMS.items()}


def cited(system: Assistant, item: Item) -> list[str]:
    return [citation.passage.id for citation in system.ask(item.question).citations]


def test_the_oracle_is_right_and_every_other_system_is_far_below() -> None:
    truths = {name: found["Truth"].value for name, found in SCORES.items()}
    assert truths.pop(ORACLE) == 1.0
    assert SCORES[ORACLE]["vital nuggets"].value == 1.0
    # Silence is right about the three questions of seven that may be refused.
    assert truths["always silent"] == pytest.approx(3 / 7)
    assert max(truths.values()) < 0.5


def test_no_system_scores_badly_for_a_fault_of_form() -> None:
    assert {found["faulty answer"].count for found in SCORES.values()} == {0}
    assert {found["answer language"].value for found in SCORES.values()} == {1.0}


def test_each_system_picks_what_its_name_says() -> None:
    item = ITEMS[2]
    top = search(item.question)
    assert cited(SYSTEMS["always silent"], item) == []
    assert cited(SYSTEMS["top hit"], item) == [top[0].passage.id]
    assert cited(SYSTEMS["all of the top 5"], item) == [hit.passage.id for hit in top[:5]]
    assert cited(SYSTEMS["BM25 alone, its top hit"], item) == [top[-1].passage.id]
    assert cited(SYSTEMS["lead of the top hit"], item) == [f"{top[0].passage.article_id}#p0"]
    assert cited(SYSTEMS[ORACLE], item) == ["pont-fr#p1"]


def test_chance_is_the_same_on_every_run() -> None:
    again = systems(ITEMS, PASSAGES, search=search, lexical=lexical)["random passage"]
    drawn = [cited(again, item) for item in ITEMS]
    assert drawn == [cited(SYSTEMS["random passage"], item) for item in ITEMS]
    assert len({tuple(refs) for refs in drawn}) > 1


def test_the_table_puts_the_best_system_last() -> None:
    lines = list(rows(SCORES))
    assert lines[0].startswith("system")
    assert lines[-1].startswith("oracle")
    assert len(lines) == len(SCORES) + 1


def test_a_system_without_merit_that_reaches_the_shipped_one_is_named() -> None:
    assert list(complaints(SCORES | {SHIPPED: SCORES[ORACLE]})) == []
    (silent,) = complaints(SCORES | {SHIPPED: SCORES["always silent"]})
    assert silent.startswith("always silent: Truth 0.429 is not below")


def test_a_gold_that_the_oracle_cannot_quote_is_named() -> None:
    vital: Measure = replace(SCORES[ORACLE]["vital nuggets"], value=0.9)
    scores = SCORES | {SHIPPED: SCORES[ORACLE], ORACLE: SCORES[ORACLE] | {"vital nuggets": vital}}
    (wrong,) = complaints(scores)
    assert "the gold is wrong" in wrong


class Broken(ToyAssistant):
    """Has no answer."""

    def ask(self, question: str, /) -> Answer:
        """Never comes back."""
        raise OSError("gone")


def test_a_system_that_breaks_is_not_a_score() -> None:
    with pytest.raises(RuntimeError, match="fr-date: OSError: gone"):
        measured(ITEMS, PASSAGES, Broken())
