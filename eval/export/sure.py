"""Risk, coverage and calibration as rows of text, for the terminal, Markdown and the page alike."""

from collections.abc import Sequence

from eval.phrases import Phrase, figure, interval, named, phrase
from eval.summary import ALL
from eval.sureness import RISKS, Sureness

Row = tuple[Phrase, ...]
# The columns in the middle: the share of the questions that the surest answers cover, at each stated risk.
RISK_HEAD: Row = (
    phrase("surest answers"), phrase("questions"), phrase("answered"), phrase("AURC ↓"),
    *(phrase("answered at risk {risk}", risk=figure(f"{risk:g}")) for risk in RISKS),
    phrase("calibration error ↓"),
)  # fmt: skip
BIN_HEAD: Row = (phrase("confidence"), phrase("answers"), phrase("claimed"), phrase("right"))


def risk_rows(found: Sequence[Sureness]) -> list[Row]:
    """One row a group: how much it answers, its risk on average, and what could be answered at less."""
    return [
        (
            named(one.group), named(str(one.n)), _share(one.curve[-1].coverage), _share(one.aurc),
            *map(_share, one.coverages), _share(one.calibration_error),
        )
        for one in found
    ]  # fmt: skip


def bin_rows(found: Sequence[Sureness]) -> list[Row]:
    """One row a bin of all answers of test: how sure they claim to be, and how many are right."""
    return [
        (
            interval(f"{held.low:g}", f"{held.high:g}"), named(str(held.n)),
            _share(held.said), _share(held.worth),
        )
        for one in found
        if one.group == ALL
        for held in one.bins
    ]  # fmt: skip


def _share(value: float) -> Phrase:
    return figure(f"{value:.3f}")
