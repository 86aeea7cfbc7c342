"""From verdicts to a table of measures, each with its n and 95 % interval."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eval.items import CATEGORIES
from eval.metrics.abstention import hallucinations, needless_silences
from eval.metrics.bootstrap import cluster_interval
from eval.metrics.twins import alike, parity
from eval.metrics.wilson import wilson
from eval.verdict import Verdict

Better = Literal["higher", "lower"]
ALL = "all"
DEV = "dev"


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of the report: ``count`` of ``n`` items for a proportion, else the mean over ``n``.

    ``group`` is "all", "dev", a language pair or a category; ``low`` and ``high`` are a 95 % interval:
    Wilson's for a proportion, the cluster bootstrap's by article for a mean.
    """

    name: str
    group: str
    n: int
    value: float
    low: float
    high: float
    better: Better
    count: int | None = None

    @property
    def size(self) -> str:
        """What it was counted over, as written beside it: "12/40", or "40" for a mean."""
        return str(self.n) if self.count is None else f"{self.count}/{self.n}"

    @property
    def key(self) -> str:
        """Name and group, as the baseline knows it."""
        return f"{self.name} {self.group}"


def summarise(verdicts: Sequence[Verdict], dev: Collection[str] = ()) -> tuple[Measure, ...]:
    """All measures over all items, per language pair and per category; what has no item is left out.

    The items whose ids are in ``dev`` count in none of these, but in a group of their own.
    """
    test = [verdict for verdict in verdicts if verdict.item.id not in dev]
    measures = [*_quality(test, ALL), *_safety(test)]
    for pair in sorted({verdict.found.pair for verdict in test if verdict.found}):
        measures += _quality([v for v in test if v.found and v.found.pair == pair], pair)
    for category in CATEGORIES:
        measures += _quality([v for v in test if v.item.category == category], category)
    tuning = [verdict for verdict in verdicts if verdict.item.id in dev]
    measures += [replace(m, group=DEV) for m in (*_quality(tuning, ALL), *_safety(tuning))]
    return tuple(measures)


def _quality(verdicts: Sequence[Verdict], group: str) -> list[Measure]:
    """How well questions were answered: only means and proportions that exist for ``verdicts``."""
    sought = [verdict for verdict in verdicts if verdict.found and verdict.item.answerable]
    found = [verdict.found for verdict in sought if verdict.found]
    measures = [
        _share("hit@5", group, sum(f.hit for f in found), len(found)),
        _mean("recall@5", group, sought, lambda v: v.found.recall if v.found else None),
        _mean("nDCG@10", group, sought, lambda v: v.found.ndcg if v.found else None),
        _mean("MRR@10", group, sought, lambda v: v.found.reciprocal_rank if v.found else None),
        _mean("vital nuggets", group, sought, lambda v: v.vital),
        _mean("all nuggets", group, sought, lambda v: v.nuggets),
        _mean("citation precision", group, sought, lambda v: v.cite_precision),
        _mean("citation recall", group, sought, lambda v: v.cite_recall),
        _mean("supported claims", group, verdicts, lambda v: v.support_recall),
        _mean("supporting citations", group, verdicts, lambda v: v.support_precision),
        _mean("Truth", group, verdicts, lambda v: v.truth),
    ]
    return [measure for measure in measures if measure]


def _safety(verdicts: Sequence[Verdict]) -> list[Measure]:
    """What must not happen, over all items."""
    near = [v for v in verdicts if v.item.category == "unanswerable_near"]
    far = [v for v in verdicts if v.item.category == "unanswerable_far"]
    # A false premise may be refused: that is no error there.
    plain = [v for v in verdicts if v.item.category != "false_premise"]
    twins = {v.item.id: v.item.twin for v in verdicts if v.item.twin}
    measures = [
        _share("answered near (HR)", ALL, *hallucinations(_silences(near)), better="lower"),
        _share("answered far (HR)", ALL, *hallucinations(_silences(far)), better="lower"),
        _share("needlessly silent (ER)", ALL, *needless_silences(_silences(plain)), better="lower"),
        _share("forbidden value", ALL, sum(bool(v.wrong) for v in verdicts), len(verdicts), better="lower"),
        _share("faulty answer", ALL, sum(bool(v.faults) for v in verdicts), len(verdicts), better="lower"),
        _share("answer language", ALL, sum(v.in_language for v in verdicts), len(verdicts)),
        _share("twin parity", ALL, *parity({v.item.id: v.truth for v in verdicts}, twins)),
        _share("twins answered alike", ALL, *alike({v.item.id: _evidence(v) for v in verdicts}, twins)),
    ]
    return [measure for measure in measures if measure]


def _evidence(verdict: Verdict) -> frozenset[str] | None:
    return None if verdict.refused else verdict.cited


def _silences(verdicts: Iterable[Verdict]) -> list[tuple[bool, bool]]:
    return [(verdict.item.answerable, verdict.refused) for verdict in verdicts]


def _share(name: str, group: str, count: int, n: int, *, better: Better = "higher") -> Measure | None:
    return Measure(name, group, n, count / n, *wilson(count, n), better, count) if n else None


def _mean(
    name: str, group: str, verdicts: Iterable[Verdict], value_of: Callable[[Verdict], float | None]
) -> Measure | None:
    """The mean over the verdicts that have the value; None when none has."""
    rows = [(value, v.cluster) for v in verdicts if (value := value_of(v)) is not None]
    if not rows:
        return None
    values, clusters = zip(*rows, strict=True)
    low, high = cluster_interval(values, clusters)
    return Measure(name, group, len(rows), sum(values) / len(rows), low, high, "higher")
