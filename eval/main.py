"""The evaluation from question sets to exit code: `depeche eval`."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.article import Language
from corpus.library import Library
from eval import gate, pins, readme
from eval.errors import BadBaseline
from eval.judged import digests_of, explain_one, judged
from eval.loader import SETS, load_sets
from eval.own import measure_own
from eval.phrases import phrase, told
from eval.record import Paired, Record
from eval.report import clear_reports, give, say
from eval.run import Shipped, open_shipped, run
from eval.split import dev_items
from eval.wish import Wish, choose
from rag.settings import SAMPLE_ARTICLES, Settings


@dataclass(frozen=True, slots=True)
class Scene:
    """What is measured against what: question sets, articles, baseline and the way to an assistant."""

    sets: Path = SETS
    library: Path = SAMPLE_ARTICLES
    baseline: Path = gate.BASELINE
    assistant: Callable[[Settings], Shipped] = open_shipped


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
    sets: Path | None = None,
    language: Language = "en",
) -> int:
    """Measures the shipped assistant on the sample corpus, in a home that is thrown away.

    A chat model that ``settings`` name is measured alike and held to a baseline of its own.
    ``out``: folder for the reports. ``only`` and ``category`` choose items; floors are then not
    applied. ``explain``: one item, in full. ``update`` writes the baseline and, without a chat model, the
    table of the README; ``allow_regression`` lets it loosen a limit. ``pin`` stores the hashes of the gold
    passages and measures nothing.
    ``sets``: a file or folder of one's own items, about the articles in the home of ``settings``.
    ``language``: that of what a person reads, in the terminal, on the page and in Markdown.
    Returns 0, or 1 when a limit of the baseline is missed, or 2 when an item could not be measured.

    :raises EvalError: nothing can be measured or compared; the message names what is wrong (exit 2).
    :raises Unavailable: the model is missing or altered (exit 3).
    """
    wish = Wish(out, only, category, explain, update, allow_regression, pin, language)
    if sets is not None:
        return measure_own(sets, settings, wish)
    code = conduct(Scene(baseline=gate.baseline_of(settings.llm)), settings, wish)
    if update and not settings.llm and readme.README.exists():
        readme.write()
    return code


def conduct(scene: Scene, settings: Settings, wish: Wish) -> int:
    """`evaluate` on any scene."""
    if wish.out:
        clear_reports(wish.out)
    items = load_sets(scene.sets)
    articles = tuple(Library(scene.library).articles())
    pinned = scene.sets / pins.PINS.name
    if wish.pin:
        changed = pins.pin(items, articles, pinned)
        counted = {"file": pinned.name, "count": len(changed)}
        done = told("pinned {file}: {count} new or changed", wish.language, **counted)
        say((done, *(f"  {ref}" for ref in changed)))
        return 0
    pins.check_pins(items, articles, pins.read_pins(pinned))
    chosen = choose(items, wish)
    baseline = _baseline(scene, wish, whole=chosen == items)
    passages = pins.passages_by_id(articles)
    with tempfile.TemporaryDirectory(prefix="depeche-eval-") as folder:
        # Neither the user's library nor a Chroma server that other people use.
        assistant = scene.assistant(replace(settings, home=Path(folder), chroma=""))
        assistant.sync()
        files = [path for path in sorted(scene.sets.iterdir()) if path.suffix in (".json", ".jsonl")]
        digests = digests_of(files, Library(scene.library), assistant.facts())
        if baseline and not wish.update:
            gate.check_digests(baseline, digests)
        outcomes = run(chosen, assistant)
    if wish.explain:
        return explain_one(outcomes[0], passages, wish.language)
    # Who asks for a part of the set wants to see that part whole.
    dev = dev_items(items) if chosen == items else None
    record = _compare(judged(outcomes, passages, digests, dev), baseline, scene, wish)
    give(record, passages, wish)
    return record.exit_code


def _baseline(scene: Scene, wish: Wish, *, whole: bool) -> gate.Baseline | None:
    """The stored baseline; None where none is needed: for a part of the set, or to write the first one."""
    if wish.update and not whole:
        raise BadBaseline(phrase("--update needs all items; leave out --only, --category and --explain"))
    if not whole or (wish.update and not scene.baseline.exists()):
        return None
    return gate.read_baseline(scene.baseline)


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
