"""The evaluation from question sets to exit code: `depeche eval`."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from corpus.article import Passage
from corpus.library import Library
from eval import gate, pins
from eval.errors import BadBaseline, BadItem
from eval.explain import explanation
from eval.items import Item
from eval.loader import SETS, load_sets
from eval.record import Paired, Record
from eval.report import say, show, write_reports
from eval.run import Assistant, Outcome, run
from eval.split import dev_items
from eval.summary import summarise
from eval.verdict import judge
from rag.answer import Facts, IndexReport
from rag.assistant import open_assistant
from rag.settings import SAMPLE_ARTICLES, Settings


class Shipped(Assistant, Protocol):
    """An assistant with an index of its own."""

    def sync(self) -> IndexReport:
        """Makes the index match the library."""
        ...

    def facts(self) -> Facts:
        """What the index was made of."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """What is measured against what: question sets, articles, baseline and the way to an assistant."""

    sets: Path = SETS
    library: Path = SAMPLE_ARTICLES
    baseline: Path = gate.BASELINE
    assistant: Callable[[Settings], Shipped] = open_assistant


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of `depeche eval`; `evaluate` says what they do."""

    out: Path | None = None
    only: Sequence[str] = ()
    category: Sequence[str] = ()
    explain: str | None = None
    update: bool = False
    allow_regression: bool = False
    pin: bool = False


def evaluate(
    settings: Settings,
    *,
    out: Path | None = None,
    only: Sequence[str] = (),
    category: Sequence[str] = (),
    explain: str | None = None,
    update: bool = False,
    allow_regression: bool = False,
    pin: bool = False,
) -> int:
    """Measures the shipped assistant on the sample corpus, in a home that is thrown away.

    ``out``: folder for the reports. ``only`` and ``category`` choose items; floors are then not
    applied. ``explain``: one item, in full. ``update`` writes the baseline, ``allow_regression`` lets
    it loosen a limit. ``pin`` stores the hashes of the gold passages and measures nothing.
    Returns 0, or 1 when a limit of the baseline is missed, or 2 when an item could not be measured.

    :raises EvalError: nothing can be measured or compared; the message names what is wrong (exit 2).
    :raises Unavailable: the model is missing or altered (exit 3).
    """
    return conduct(Scene(), settings, Wish(out, only, category, explain, update, allow_regression, pin))


def conduct(scene: Scene, settings: Settings, wish: Wish) -> int:
    """`evaluate` on any scene."""
    items = load_sets(scene.sets)
    articles = tuple(Library(scene.library).articles())
    pinned = scene.sets / pins.PINS.name
    if wish.pin:
        changed = pins.pin(items, articles, pinned)
        say((f"pinned {pinned.name}: {len(changed)} new or changed", *(f"  {ref}" for ref in changed)))
        return 0
    pins.check_pins(items, articles, pins.read_pins(pinned))
    chosen = choose(items, wish)
    baseline = _baseline(scene, wish, whole=chosen == items)
    passages = pins.passages_by_id(articles)
    with tempfile.TemporaryDirectory(prefix="depeche-eval-") as folder:
        # Neither the user's library nor a Chroma server that other people use.
        assistant = scene.assistant(replace(settings, home=Path(folder), chroma=""))
        assistant.sync()
        digests = _digests(scene, assistant.facts())
        if baseline and not wish.update:
            gate.check_digests(baseline, digests)
        outcomes = run(chosen, assistant)
    if wish.explain:
        return _explain(outcomes[0], passages)
    # Who asks for a part of the set wants to see that part whole.
    dev = dev_items(items) if chosen == items else None
    record = _compare(_record(outcomes, passages, digests, dev), baseline, scene, wish)
    show(record)
    if wish.out:
        say(f"wrote {path}" for path in write_reports(record, wish.out, passages))
    return record.exit_code


def choose(items: tuple[Item, ...], wish: Wish) -> tuple[Item, ...]:
    """The items wished for, in the order of the sets; all of them without a wish.

    :raises BadItem: an id or category that no item has.
    """
    ids = {wish.explain} if wish.explain else set(wish.only)
    if unknown := sorted(ids - {item.id for item in items}):
        raise BadItem(f"no item {', '.join(unknown)} in the question sets")
    if unknown := sorted(set(wish.category) - {item.category for item in items}):
        raise BadItem(f"no item of category {', '.join(unknown)} in the question sets")
    chosen = tuple(
        item
        for item in items
        if (not ids or item.id in ids) and (not wish.category or item.category in wish.category)
    )
    if not chosen:
        raise BadItem("no item is both of these ids and of these categories")
    return chosen


def _baseline(scene: Scene, wish: Wish, *, whole: bool) -> gate.Baseline | None:
    """The stored baseline; None where none is needed: for a part of the set, or to write the first one."""
    if wish.update and not whole:
        raise BadBaseline("--update needs all items; leave out --only, --category and --explain")
    if not whole or (wish.update and not scene.baseline.exists()):
        return None
    return gate.read_baseline(scene.baseline)


def _digests(scene: Scene, facts: Facts) -> dict[str, str]:
    """What the measures depend on besides our code."""
    sets = sha256()
    for path in sorted(scene.sets.iterdir()):
        if path.suffix in (".json", ".jsonl"):
            sets.update(f"{path.name}\0{sha256(path.read_bytes()).hexdigest()}\0".encode())
    return {
        "sets": sets.hexdigest(),
        "corpus": Library(scene.library).digest(),
        "model": facts.embedder,
        "engine": facts.engine,
    }


def _record(
    outcomes: tuple[Outcome, ...],
    passages: Mapping[str, Passage],
    digests: Mapping[str, str],
    dev: frozenset[str] | None,
) -> Record:
    """``dev`` is None for what is not gated."""
    verdicts = {o.item.id: judge(o, passages) for o in outcomes if not o.error}
    tuning = dev or frozenset()
    measures = summarise(tuple(verdicts.values()), tuning)
    return Record(outcomes, verdicts, measures, digests, gated=dev is not None, dev=tuning)


def _compare(record: Record, baseline: gate.Baseline | None, scene: Scene, wish: Wish) -> Record:
    """The record held to its baseline, which is written first when that is wished for.

    A record with errors pins nothing and, like one of a part of the set, is compared with nothing.
    """
    if record.errors:
        return record
    truths = {name: verdict.truth for name, verdict in record.verdicts.items()}
    if wish.update:
        held = gate.tightened(
            baseline,
            record.measures,
            digests=record.digests,
            items=truths,
            allow_regression=wish.allow_regression,
        )
        gate.write_baseline(held, scene.baseline)
    elif baseline:
        held = baseline
    else:
        return record
    before = baseline or held
    return replace(
        record,
        failures=(*gate.failures(held, record.measures), *gate.regression(_paired(held, record))),
        flips=gate.flips(before, truths),
        known=before.items,
        paired=_paired(before, record),
    )


def _paired(baseline: gate.Baseline, record: Record) -> Paired:
    """The items of test then and now."""
    truths = {name: v.truth for name, v in record.verdicts.items() if name not in record.dev}
    return gate.paired(gate.flips(baseline, truths), len(truths.keys() & baseline.items.keys()))


def _explain(outcome: Outcome, passages: Mapping[str, Passage]) -> int:
    verdict = None if outcome.error else judge(outcome, passages)
    say((explanation(outcome, verdict, passages),))
    return 2 if outcome.error else 0
