"""Systems that must not look good, beside the shipped one: `python -m eval.degenerates`.

A measure that silence, verbosity or luck can satisfy measures nothing. All of them quote to the letter, in
the frame and language that the shipped assistant would use, so that only what they choose is measured; the
oracle, which has read the gold, shows what can be reached.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from corpus.article import LANGUAGES, Passage
from corpus.library import Library
from eval.items import Item
from eval.loader import load_sets
from eval.pins import passages_by_id
from eval.report import say, table
from eval.run import ASKED_ON, DEPTH, Assistant, run
from eval.summary import ALL, Measure, summarise
from eval.verdict import SHOWN, judge
from rag.answer import Answer, Filters, Hit
from rag.answering.citations import abstain, compose
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.phrases import frame, quotation
from rag.settings import SAMPLE_ARTICLES, Settings

COLUMNS = (
    "hit@5", "vital nuggets", "citation precision", "citation recall", "answered near (HR)",
    "needlessly silent (ER)", "Truth",
)  # fmt: skip
SHIPPED, ORACLE = "shipped", "oracle"
# Below, the gold or its matchers are wrong, not the system.
LEAST_ORACLE = 0.97

Search = Callable[[str], tuple[Hit, ...]]
Ranks = Callable[[Item], tuple[Hit, ...]]
Picks = Callable[[Item, tuple[Hit, ...]], Sequence[Passage]]


@dataclass(frozen=True, slots=True)
class System:
    """Ranks passages for the question of an item and quotes whole those that it picks."""

    items: Mapping[str, Item]
    ranks: Ranks
    picks: Picks

    def search(self, query: str, /, *, k: int) -> tuple[Hit, ...]:
        """The first ``k`` of its ranking."""
        return self.ranks(self.items[query])[:k]

    def ask(self, question: str, /) -> Answer:
        """An answer that quotes what it picks, or the refusal when that is nothing."""
        item = self.items[question]
        hits = self.ranks(item)
        picked = tuple(dict.fromkeys(self.picks(item, hits)))
        asked = Question(question, item.lang)
        if not picked:
            return abstain(asked, "not_in_corpus", hits, "extractive", asked=question)
        retrieved = {hit.passage.id for hit in hits}
        hits += tuple(Hit(passage, 0.0) for passage in picked if passage.id not in retrieved)
        return compose(asked, [_quote(p, item) for p in picked], hits, "extractive", asked=question)


def _quote(passage: Passage, item: Item) -> Proposal:
    text = f"{frame(passage.byline, passage.language, item.lang)} {quotation(passage.text, item.lang)}"
    return Proposal(text, (Evidence(passage, 0, len(passage.text)),), quoted=True)


def systems(
    items: Sequence[Item], passages: Mapping[str, Passage], *, search: Search, lexical: Search
) -> dict[str, Assistant]:
    """Each degenerate system by name, and the oracle; ``search`` ranks as shipped, ``lexical`` as BM25."""
    by_question = {item.question: item for item in items}

    def shipped(item: Item) -> tuple[Hit, ...]:
        return search(item.question)

    def chance(item: Item) -> tuple[Hit, ...]:
        # Seeded by the question: the same on every run, unrelated between questions.
        seed = int.from_bytes(sha256(item.question.encode()).digest()[:8])
        drawn = Random(seed).sample(sorted(passages), min(DEPTH, len(passages)))  # noqa: S311  (no secret)
        return tuple(Hit(passages[ref], 1 / rank) for rank, ref in enumerate(drawn, start=1))

    def gold(item: Item) -> tuple[Hit, ...]:
        return tuple(Hit(passages[group[0]], 1.0) for group in item.gold)

    def lead(_: Item, hits: tuple[Hit, ...]) -> Sequence[Passage]:
        return [passages[_first(hit.passage.article_id, passages)] for hit in hits[:1]]

    kinds: dict[str, tuple[Ranks, Picks]] = {
        "always silent": (shipped, lambda _, __: ()),
        "random passage": (chance, _top(1)),
        "lead of the top hit": (shipped, lead),
        "top hit": (shipped, _top(1)),
        "BM25 alone, its top hit": (lambda item: lexical(item.question), _top(1)),
        "all of the top 5": (shipped, _top(SHOWN)),
        ORACLE: (gold, _top(DEPTH)),
    }
    return {name: System(by_question, *parts) for name, parts in kinds.items()}


def _top(count: int) -> Picks:
    return lambda _, hits: [hit.passage for hit in hits[:count]]


def _first(article_id: str, passages: Mapping[str, Passage]) -> str:
    """The id of the article's first passage; furniture may stand before it."""
    return min(
        (p for p in passages if p.rpartition("#")[0] == article_id), key=lambda ref: passages[ref].index
    )


def measured(
    items: Sequence[Item], passages: Mapping[str, Passage], assistant: Assistant
) -> dict[str, Measure]:
    """The measures over all items by name.

    :raises RuntimeError: an item could not be measured.
    """
    outcomes = run(items, assistant)
    if broken := [outcome for outcome in outcomes if outcome.error]:
        raise RuntimeError(f"{broken[0].item.id}: {broken[0].error}")
    verdicts = tuple(judge(outcome, passages) for outcome in outcomes)
    return {measure.name: measure for measure in summarise(verdicts) if measure.group == ALL}


def rows(scores: Mapping[str, Mapping[str, Measure]]) -> Iterator[str]:
    """One line a system, best Truth last."""
    cells = [
        (name, *(f"{found[column].value:.3f}" if column in found else "" for column in COLUMNS))
        for name, found in sorted(scores.items(), key=lambda row: row[1]["Truth"].value)
    ]
    yield from table(("system", *COLUMNS), cells)


def complaints(scores: Mapping[str, Mapping[str, Measure]]) -> Iterator[str]:
    """Each degenerate system that is as true as the shipped one, and an oracle that is not right."""
    bar = scores[SHIPPED]["Truth"].value
    for name, found in scores.items():
        if name not in (SHIPPED, ORACLE) and found["Truth"].value >= bar:
            yield f"{name}: Truth {found['Truth'].value:.3f} is not below the {bar:.3f} of the shipped one"
    reached = scores[ORACLE]["vital nuggets"].value
    if reached < LEAST_ORACLE:
        yield f"the oracle states {reached:.3f} of the vital nuggets, not {LEAST_ORACLE}: the gold is wrong"


def evaluate(settings: Settings) -> int:
    """Measures all systems over the sample corpus and prints the table; 0, or 1 with complaints."""
    from rag.assistant import open_assistant

    items = load_sets()
    passages = passages_by_id(Library(SAMPLE_ARTICLES).articles())
    with tempfile.TemporaryDirectory(prefix="depeche-degenerates-") as folder:
        home = Settings(home=Path(folder), embedder=settings.embedder)
        assistant = open_assistant(home, today=ASKED_ON)
        assistant.sync()
        index = assistant.index()
        found = {item.question: assistant.search(item.question, k=DEPTH) for item in items}

        def lexical(question: str) -> tuple[Hit, ...]:
            scored = [row for lang in LANGUAGES for row in index.lexical(question, DEPTH, Filters(), lang)]
            best = sorted(scored, key=lambda row: (-row[1], row[0]))[:DEPTH]
            return tuple(Hit(passages[ref], score) for ref, score in best)

        scores = {SHIPPED: measured(items, passages, assistant)}
        for name, system in systems(items, passages, search=found.__getitem__, lexical=lexical).items():
            scores[name] = measured(items, passages, system)
    say(rows(scores))
    wrong = list(complaints(scores))
    say(wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(evaluate(Settings.from_env()))
