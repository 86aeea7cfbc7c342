"""Everything that one evaluation found, as the reports need it."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.phrases import Phrase, figure, phrase
from eval.run import Outcome
from eval.summary import Measure
from eval.sureness import Sureness
from eval.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Flip:
    """An item whose Truth is not what the baseline holds."""

    item: str
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Paired:
    """The test items of both runs: how many got worse and better, and the exact one-sided p of that."""

    n: int
    worse: int
    better: int
    p: float

    @property
    def in_words(self) -> Phrase:
        """The whole."""
        return phrase(
            "of {n} items of test {worse} worse than in the baseline, {better} better: exact one-sided p {p}",
            n=self.n,
            worse=self.worse,
            better=self.better,
            p=figure(f"= {self.p:.3f}" if self.p >= 0.001 else "< 0.001"),
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One run: ``verdicts`` by item id, without the outcomes that are errors.

    ``gated`` is False when only a part of the set was asked: floors speak of all of it. ``known``
    is the baseline's Truth by item id, empty without a baseline. ``dev`` are the ids of the items
    that may choose settings; ``measures`` counts them apart. ``paired`` compares the others with
    the baseline. ``sure`` is what the confidence of answers is worth; nothing of it is gated.
    """

    outcomes: tuple[Outcome, ...]
    verdicts: Mapping[str, Verdict]
    measures: tuple[Measure, ...]
    digests: Mapping[str, str]
    gated: bool
    failures: tuple[Phrase, ...] = ()
    flips: tuple[Flip, ...] = ()
    known: Mapping[str, float] | None = None
    dev: frozenset[str] = frozenset()
    paired: Paired | None = None
    sure: tuple[Sureness, ...] = ()

    @property
    def errors(self) -> tuple[Outcome, ...]:
        """The items that could not be measured."""
        return tuple(outcome for outcome in self.outcomes if outcome.error)

    @property
    def exit_code(self) -> int:
        """2 when an item was not measured, else 1 when a floor was missed, else 0."""
        return 2 if self.errors else 1 if self.failures else 0
