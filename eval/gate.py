"""The ratchet: floors and ceilings that only ever get stricter, tied to what they were measured on."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import ceil, floor
from pathlib import Path

from eval.errors import BadBaseline
from eval.files import write_atomically
from eval.metrics.paired import mcnemar
from eval.phrases import Phrase, figure, joined, named, phrase
from eval.record import Flip, Paired
from eval.summary import ALL, DEV, Measure

BASELINE = Path(__file__).parent / "baseline.json"

# Never negotiable, whatever was measured; the only limits on the items of dev.
ABSOLUTE: Mapping[str, float] = {
    f"faulty answer {ALL}": 0.0, f"faulty answer {DEV}": 0.0,
    f"answer language {ALL}": 1.0, f"answer language {DEV}": 1.0,
}  # fmt: skip
# More items that got worse than chance explains, at this level, are a regression even within the limits.
SIGNIFICANT = 0.05
# A category has too few items to be gated by percentage; language pairs are gated where it matters most.
PAIR_GATED = ("hit@5", "vital nuggets")
# Limits are written with four digits, rounded to the lenient side.
DIGITS = 10_000
# Sums of floats differ in the last bits between machines.
EPSILON = 1e-9


# value, low, high and n of a measure.
Measured = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Limits by measure key, the digests they belong to, and the Truth of each item then.

    ``measured`` is what was found then, of what is gated: for the README, no limit.
    """

    digests: Mapping[str, str]
    floors: Mapping[str, float]
    ceilings: Mapping[str, float]
    items: Mapping[str, float]
    measured: Mapping[str, Measured] = field(default_factory=dict)


def baseline_of(llm: str) -> Path:
    """Where the baseline of the chat model ``llm`` is kept; "" means the extractive engine."""
    slug = re.sub(r"[^a-z0-9]+", "-", llm.casefold()).strip("-")
    return BASELINE.with_name(f"baseline-{slug}.json") if slug else BASELINE


def read_baseline(path: Path = BASELINE) -> Baseline:
    """The stored baseline.

    :raises BadBaseline: it is missing or not what `write_baseline` writes.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        baseline = Baseline(**raw)
        numbers = [*baseline.floors.values(), *baseline.ceilings.values(), *baseline.items.values()]
        numbers += [number for found in baseline.measured.values() for number in found.values()]
        if not all(type(number) in (int, float) for number in numbers):
            raise TypeError("a limit is not a number")
        if not all(isinstance(digest, str) for digest in baseline.digests.values()):
            raise TypeError("a digest is not a string")
    except (OSError, ValueError, TypeError, AttributeError) as error:
        why = "{path}: {why}; measure anew with depeche eval --update"
        raise BadBaseline(phrase(why, path=path, why=error)) from error
    return baseline


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Replaces the stored baseline in one step."""
    write_atomically(path, json.dumps(asdict(baseline), indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def check_digests(baseline: Baseline, digests: Mapping[str, str]) -> None:
    """Refuses to compare what was measured on something else.

    :raises BadBaseline: naming each digest that differs.
    """
    differing = sorted(
        name for name in {*digests, *baseline.digests} if digests.get(name) != baseline.digests.get(name)
    )
    if differing:
        why = (
            "the baseline is about another {what}: nothing can be compared; "
            "measure anew with depeche eval --update"
        )
        raise BadBaseline(phrase(why, what=joined(", ", map(named, differing))))


def failures(baseline: Baseline, measures: Sequence[Measure]) -> tuple[Phrase, ...]:
    """Each missed limit in words; a limit on something that no item measures is missed too."""
    by_key = {measure.key: measure for measure in measures}
    limits = {**baseline.floors, **baseline.ceilings}
    return tuple(why for key, limit in limits.items() if (why := _missed(key, limit, by_key.get(key))))


def _missed(key: str, limit: float, measure: Measure | None) -> Phrase | None:
    bound = figure(f"{limit:.4f}")
    if measure is None:
        return phrase("{key}: nothing to measure, but a limit of {limit}", key=_called(key), limit=bound)
    shortfall = limit - measure.value if measure.better == "higher" else measure.value - limit
    if shortfall <= EPSILON:
        return None
    side = "below its floor" if measure.better == "higher" else "above its ceiling"
    return phrase(
        f"{{key}}: {{value}} (n={{n}}) is {side} {{limit}}",
        key=_called(key),
        value=figure(f"{measure.value:.4f}"),
        n=measure.n,
        limit=bound,
    )


def _called(key: str) -> Phrase:
    """A measure and its group."""
    name, _, group = key.rpartition(" ")
    return phrase("{measure} {group}", measure=named(name), group=named(group))


def flips(baseline: Baseline, truths: Mapping[str, float]) -> tuple[Flip, ...]:
    """The items of both runs whose Truth differs, by id."""
    return tuple(
        Flip(name, baseline.items[name], truths[name])
        for name in sorted(baseline.items.keys() & truths.keys())
        if baseline.items[name] != truths[name]
    )


def paired(flipped: Sequence[Flip], n: int) -> Paired:
    """The paired test over ``n`` items, of which those ``flipped`` fare otherwise than in the baseline."""
    worse = sum(flip.now < flip.before for flip in flipped)
    better = len(flipped) - worse
    return Paired(n, worse, better, mcnemar(worse, better))


def regression(test: Paired) -> tuple[Phrase, ...]:
    """Why ``test`` says that the items got worse, if it does."""
    return (test.in_words,) if test.p < SIGNIFICANT else ()


def tightened(
    old: Baseline | None,
    measures: Sequence[Measure],
    *,
    digests: Mapping[str, str],
    items: Mapping[str, float],
    allow_regression: bool = False,
) -> Baseline:
    """A baseline about what was measured now; no limit of ``old`` is loosened unless that is allowed.

    A limit on something that is no longer measured is kept too, so that it fails loudly.
    """
    gated = [m for m in measures if _is_gated(m)]
    floors = {m.key: _limit(m) for m in gated if m.better == "higher"}
    ceilings = {m.key: _limit(m) for m in gated if m.better == "lower"}
    if old and not allow_regression:
        floors |= {key: max(limit, floors.get(key, limit)) for key, limit in old.floors.items()}
        ceilings |= {key: min(limit, ceilings.get(key, limit)) for key, limit in old.ceilings.items()}
    return Baseline(dict(digests), floors, ceilings, dict(items), {m.key: _measured(m) for m in gated})


def _is_gated(measure: Measure) -> bool:
    of_a_pair = "→" in measure.group and measure.name in PAIR_GATED
    return measure.group == ALL or of_a_pair or measure.key in ABSOLUTE


def _measured(measure: Measure) -> Measured:
    places = len(str(DIGITS)) - 1
    value, low, high = (round(number, places) for number in (measure.value, measure.low, measure.high))
    return {"value": value, "low": low, "high": high, "n": measure.n}


def _limit(measure: Measure) -> float:
    """What was measured, less one item: int8 sums differ between processors and may flip a near tie."""
    if measure.key in ABSOLUTE:
        return ABSOLUTE[measure.key]
    if measure.better == "higher":
        return max(0.0, floor((measure.value - 1 / measure.n) * DIGITS) / DIGITS)
    return min(1.0, ceil((measure.value + 1 / measure.n) * DIGITS) / DIGITS)
