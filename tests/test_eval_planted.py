"""The gate sees a fault planted in one answer of twenty, names the items, and stays green for a reorder.

Over the shipped items and articles, with an assistant that has read the gold instead of a model: what is
tested is the gate, and whether it can be trusted to go red.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library import Library
from eval.degenerates import ORACLE, System, systems
from eval.items import Item
from eval.loader import SETS, load_sets
from eval.main import Scene, conduct
from eval.mutations import harmful
from eval.pins import passages_by_id
from eval.run import DEPTH
from eval.split import dev_items
from eval.wish import Wish
from rag.answer import Answer, Facts, Hit, IndexReport
from rag.answering.citations import abstain, compose
from rag.answering.draft import Evidence, Proposal, Question
from rag.settings import SAMPLE_ARTICLES, Settings

ITEMS = load_sets()
PASSAGES = passages_by_id(Library(SAMPLE_ARTICLES).articles())
BY_QUESTION = {item.question: item for item in ITEMS}
DEV = dev_items(ITEMS)
# One answerable item of test in twenty.
PLANTED = [item for item in ITEMS if item.answerable and item.id not in DEV][::20]
# Ten passages that no item of the plant asks about.
NOISE = tuple(Hit(PASSAGES[ref], 1.0) for ref in sorted(PASSAGES)
              if not any(ref in item.passage_ids for item in PLANTED))[:DEPTH]  # fmt: skip
Plant = Callable[[Item, Answer], Answer]


class Planted:
    """The oracle, whose answers to some questions are replaced; ``blind``: found below the first ten."""

    def __init__(self, plant: Plant, where: list[Item], *, blind: bool = False) -> None:
        self.blind = blind
        oracle = systems(ITEMS, PASSAGES, search=lambda _: (), lexical=lambda _: ())[ORACLE]
        assert isinstance(oracle, System)
        self.oracle, self.plant, self.where = oracle, plant, {item.question for item in where}

    def sync(self) -> IndexReport:
        """Nothing to do."""
        return IndexReport(0, 0, 0, 0, 0)

    def facts(self) -> Facts:
        """What all of them are made of."""
        return Facts(0, (), 0, None, True, "gen-1", "toy", "extractive")

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """Gold alone."""
        return self.oracle.search(query, k=k)

    def ask(self, question: str, /) -> Answer:
        """The oracle's answer, or the planted one."""
        answer = self.oracle.ask(question)
        if question not in self.where:
            return answer
        noise = NOISE if self.blind else ()
        return self.plant(BY_QUESTION[question], replace(answer, hits=(*noise, *answer.hits)))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    baseline = tmp_path_factory.mktemp("planted") / "baseline.json"
    scene = Scene(SETS, SAMPLE_ARTICLES, baseline, lambda _: Planted(lambda _, answer: answer, []))
    assert conduct(scene, Settings(home=Path("unused")), Wish(update=True)) == 0
    return scene


def measure(scene: Scene, plant: Plant, where: list[Item]) -> int:
    return conduct(replace(scene, assistant=lambda _: Planted(plant, where)), Settings(), Wish())


def falsified(kind: str) -> Plant:
    """The mutant of that kind."""
    return lambda _, answer: next(m.answer for m in harmful(answer, PASSAGES) if m.kind == kind)


def silent(item: Item, answer: Answer) -> Answer:
    asked = Question(item.question, item.lang)
    return abstain(asked, "not_in_corpus", answer.hits, "extractive", asked=item.question)


def beside(item: Item, answer: Answer) -> Answer:
    """An honest quote of a passage that is not gold."""
    wrong = next(PASSAGES[ref] for ref in sorted(PASSAGES) if ref not in item.passage_ids)
    proposal = Proposal(f"“{wrong.text}”", (Evidence(wrong, 0, len(wrong.text)),), quoted=True)
    hits = (*answer.hits, Hit(wrong, 0.0))
    return compose(Question(item.question, item.lang), [proposal], hits, "extractive", asked=item.question)


@pytest.mark.parametrize(
    ("plant", "said"),
    [
        (falsified("marker k+1"), "faulty answer all"),
        (falsified("sentence added to the claim"), "faulty answer all"),
        (falsified("cut in a word, word added"), "faulty answer all"),
        (silent, "vital nuggets all"),
        (beside, "citation precision all"),
    ],
    ids=["markers shifted", "a sentence added", "a quote cut", "silence", "beside the question"],
)
def test_a_fault_in_one_answer_of_twenty_is_red_and_its_items_are_named(
    scene: Scene, capsys: pytest.CaptureFixture[str], plant: Plant, said: str
) -> None:
    assert len(PLANTED) >= 10
    assert measure(scene, plant, PLANTED) == 1
    flipped = capsys.readouterr().out.partition("Flipped since the baseline")[2]
    assert [item.id for item in PLANTED if f"  {item.id} Truth 1 → " not in flipped] == []
    assert f"{said}: " in flipped
    assert f"of {len(ITEMS) - len(DEV)} items of test {len(PLANTED)} worse" in flipped


def test_a_ranking_that_loses_one_question_of_twenty_is_red(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    blind = replace(scene, assistant=lambda _: Planted(lambda _, answer: answer, PLANTED, blind=True))
    assert conduct(blind, Settings(), Wish()) == 1
    shown = capsys.readouterr().out
    assert all(f"{measure} all: " in shown for measure in ("hit@5", "nDCG@10", "MRR@10", "recall@5"))


def reordered(_: Item, answer: Answer) -> Answer:
    """The same quotes in the opposite order, numbered anew, and the hits turned round."""
    if not answer.claims:
        return answer
    backing = {c.marker: Evidence(c.passage, c.start, c.end) for c in answer.citations}
    proposals = [
        Proposal(claim.text, tuple(backing[marker] for marker in claim.markers), quoted=True)
        for claim in answer.claims[::-1]
    ]
    asked = Question(answer.question, answer.language)
    return compose(asked, proposals, answer.hits[::-1], answer.engine, asked=answer.question)


def test_another_order_of_the_same_claims_is_green(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    plain = [item for item in ITEMS if item.category != "update"]  # of an update the newest comes first
    assert measure(scene, reordered, plain) == 0
    assert "Flipped" not in capsys.readouterr().out
