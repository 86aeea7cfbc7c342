"""Risk, coverage and calibration as rows of text, for the terminal, Markdown and the page alike."""

from collections.abc import Sequence

from eval.summary import ALL
from eval.sureness import RISKS, Sureness

Row = tuple[str, ...]
# The columns in the middle: the share of the questions that the surest answers cover, at each stated risk.
RISK_HEAD: Row = (
    "surest answers", "questions", "answered", "AURC ↓",
    *(f"answered at risk {risk:g}" for risk in RISKS), "calibration error ↓",
)  # fmt: skip
BIN_HEAD: Row = ("confidence", "answers", "claimed", "right")


def risk_rows(found: Sequence[Sureness]) -> list[Row]:
    """One row a group: how much it answers, its risk on average, and what could be answered at less."""
    return [
        (
            one.group, str(one.n), f"{one.curve[-1].coverage:.3f}", f"{one.aurc:.3f}",
            *(f"{coverage:.3f}" for coverage in one.coverages), f"{one.calibration_error:.3f}",
        )
        for one in found
    ]  # fmt: skip


def bin_rows(found: Sequence[Sureness]) -> list[Row]:
    """One row a bin of all answers of test: how sure they claim to be, and how many are right."""
    return [
        (f"{held.low:g} to {held.high:g}", str(held.n), f"{held.said:.3f}", f"{held.worth:.3f}")
        for one in found
        if one.group == ALL
        for held in one.bins
    ]
