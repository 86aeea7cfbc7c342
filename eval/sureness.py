"""What the confidence of answers is worth: if only the surest are shown, how many, and how many wrong."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.article import LANGUAGES
from eval.metrics.calibration import Bin, expected_error, reliability
from eval.metrics.selective import Point, aurc, coverage_at, risk_coverage
from eval.summary import ALL, DEV
from eval.verdict import Verdict

# Shares of wrong answers that a reader might put up with.
RISKS = (0.05, 0.1, 0.2, 0.3)
# Confidences that differ less are the same: the last digits differ between processors.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Sureness:
    """The answers of one group of ``n`` questions: "all" of test, "fr" or "en" of them, or "dev"."""

    group: str
    n: int
    curve: tuple[Point, ...]
    bins: tuple[Bin, ...]

    @property
    def aurc(self) -> float:
        """The mean risk along the curve."""
        return aurc(self.curve)

    @property
    def coverages(self) -> tuple[float, ...]:
        """The coverage at each of RISKS."""
        return tuple(coverage_at(risk, self.curve) for risk in RISKS)

    @property
    def calibration_error(self) -> float:
        """How far confidence and worth are apart on average."""
        return expected_error(self.bins)


def surenesses(verdicts: Sequence[Verdict], dev: Collection[str] = ()) -> tuple[Sureness, ...]:
    """By group; one without an answer that was weighed is left out. The ids in ``dev`` count apart."""
    test = [verdict for verdict in verdicts if verdict.item.id not in dev]
    groups = (
        (ALL, test),
        *((lang, [verdict for verdict in test if verdict.item.lang == lang]) for lang in LANGUAGES),
        (DEV, [verdict for verdict in verdicts if verdict.item.id in dev]),
    )
    found = (_sureness(*group) for group in groups)
    return tuple(sureness for sureness in found if sureness.curve)


def _sureness(group: str, verdicts: Sequence[Verdict]) -> Sureness:
    """A refusal says nothing that could be wrong; without a confidence nothing was weighed."""
    answers = [
        (round(verdict.confidence, DIGITS), max(0.0, verdict.truth))
        for verdict in verdicts
        if verdict.confidence and not verdict.refused
    ]
    lost = [(confidence, 1 - worth) for confidence, worth in answers]
    return Sureness(group, len(verdicts), risk_coverage(lost, len(verdicts)), reliability(answers))
