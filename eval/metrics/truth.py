"""Truth, the headline: right is worth 1, silence nothing, a wrong statement costs 1.

1 when every vital nugget is stated, ½ when only some are or most cited passages are beside the question, 0
when none is or the answer abstains; 1 for an abstention on an unanswerable question; −1 for a forbidden
value, a fault of quoting or citing, or an answer to an unanswerable question. Range −1 to 1 per item, so for
the mean. A false premise may be refused, denied or put right: abstaining counts 1, and so does a denial (“the
articles deny what the question assumes”) that cites a gold passage, the one that says otherwise, and an
answer that states the vital nuggets or, without nuggets, cites a gold passage. Any other denial is a refusal
for a wrong reason: 0, whether or not the articles hold the answer. That articles disagree is an answer like
any other.
Without the ½ for what is beside the question, quoting the whole top 5 scores 0.65 on the sample, more than
any assistant that chooses; with it 0.27.
Source: CRAG (Yang et al. 2024, arXiv 2406.04744) with nuggets instead of a judge.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """What Truth depends on; ``vital`` is None without nuggets, ``wrong``: fault or forbidden value.

    ``denied``: the answer says that the articles deny what the question assumes. ``focused``: at least half
    of the cited passages are gold or acceptable.
    """

    answerable: bool
    false_premise: bool
    abstained: bool
    vital: float | None
    cites_gold: bool
    wrong: bool
    focused: bool = True
    denied: bool = False


def truth(case: Case) -> float:
    """−1, 0, ½ or 1."""
    if case.wrong:
        return -1.0
    if case.abstained:
        return 1.0 if case.false_premise or not case.answerable else 0.0
    right = 1.0 if case.focused else 0.5
    if case.denied:
        return right if case.false_premise and case.cites_gold else 0.0
    if case.vital is not None:
        return right if case.vital == 1 else 0.5 if case.vital > 0 else 0.0
    return right if case.false_premise and case.cites_gold else -1.0
