"""Truth, the headline: right is worth 1, silence nothing, a wrong statement costs 1.

1 when every vital nugget is stated, ½ when only some are, 0 when none is or the answer abstains; 1 for an
abstention on an unanswerable question; −1 for a forbidden value, a fault of quoting or citing, or an answer
to an unanswerable question. Range −1 to 1 per item, so for the mean.
A false premise may be refused or put right: abstaining counts 1, and so does an answer that states
the vital nuggets or, without nuggets, cites a gold passage (the one that says otherwise).
Source: CRAG (Yang et al. 2024, arXiv 2406.04744) with nuggets instead of a judge.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """What Truth depends on; ``vital`` is None without nuggets, ``wrong``: fault or forbidden value."""

    answerable: bool
    false_premise: bool
    abstained: bool
    vital: float | None
    cites_gold: bool
    wrong: bool


def truth(case: Case) -> float:
    """−1, 0, ½ or 1."""
    if case.wrong:
        return -1.0
    if case.abstained:
        return 1.0 if case.false_premise or not case.answerable else 0.0
    if case.vital is not None:
        return 1.0 if case.vital == 1 else 0.5 if case.vital > 0 else 0.0
    return 1.0 if case.false_premise and case.cites_gold else -1.0
