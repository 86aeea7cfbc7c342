"""What a search finds and does not answer: how it is mined, and what the reader is shown of it."""

import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from tokenizers import Tokenizer
from toys_training import write_toy

from rag.training.examples import Cutter, source
from rag.training.mining import miner
from rag.training.written import written

LINES = """
== en | The race of Lens
P Anna won the race in Lens on Sunday.
Q en Who won in Lens? => Anna
X en Who lost in Lens?

P The mayor gave 200 euros.
Q en What did the mayor give? => 200 euros

== en | The race of Lille
P Bob won the race in Lille.
Q en Who won in Lille? => Bob

== en | The race of Nice
P Anna won in Nice too.
Q en Where else did Anna win? => Nice
""".splitlines()


def _everything(questions: Sequence[str], texts: Sequence[str]) -> list[list[int]]:
    """Finds every paragraph for every question."""
    return [list(range(len(texts))) for _ in questions]


def test_the_nearest_paragraphs_are_found_by_their_vectors(tmp_path: Path) -> None:
    texts = ["anna won the race.", "bob a gagné la course.", "bob lost it."]
    found = miner(write_toy(tmp_path), 2)([texts[2], texts[0]], texts)
    assert [len(row) for row in found] == [2, 2]
    assert [row[0] for row in found] == [2, 0]


def test_what_is_mined_neither_is_its_own_paragraph_nor_holds_the_answer() -> None:
    asked = source(written(LINES), 1.0, random.Random(1), mine=_everything)
    kept = dict(zip([q.text for q in asked.questions], asked.unanswering, strict=True))
    assert set(kept["Who won in Lens?"]) == {1, 2}  # Nice is won by Anna too
    assert set(kept["Who won in Lille?"]) == {0, 1, 3}
    assert set(kept["Who lost in Lens?"]) == {2, 3}  # the rest of its own article may tell


def test_a_question_is_read_with_paragraphs_that_do_not_answer_it(tmp_path: Path) -> None:
    asked = source(written(LINES), 1.0, random.Random(1), mine=_everything)
    tokenizer = Tokenizer.from_file(str(write_toy(tmp_path) / "tokenizer.json"))
    groups = list(islice(Cutter(tokenizer, [asked], random.Random(1)).groups(2), 10))
    sizes = {(group[0].answerable, len(group)) for group in groups}
    assert sizes == {(True, 3), (False, 2)}  # a near miss's own paragraph is one of the two
    assert not any(example.answerable for group in groups for example in group[1:])
