"""Where short answers are certain: `python -m eval.fit_short [NEWS]`, as `python -m eval.fit`.

Prints what each choice of CERTAIN, LEAD and READ (`rag.answering.short`) gives on the dev items and on the
held-out written news: how many short answers, and which share of them is right. On the news what has no
answer counts less, so that it has the weight that it has on dev.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from eval.evidence import Case
from eval.fit_sets import NEWS, of_dev, of_news
from eval.report import say
from rag.answering.engines.extractive import WITH_READER
from rag.answering.engines.sureness import sure
from rag.answering.short import lead, offers

GRID = ((0.2, 0.25, 0.3, 0.35, 0.4, 0.5), (0.75, 1.0, 1.25, 1.5, 2.0), (0.5, 0.6, 0.7, 0.8))
RIGHT = 0.85  # the least share, on either side, of the choices that are printed


@dataclass(frozen=True, slots=True)
class Told:
    """The short answer that could be given to a question, and whether it is ``right``."""

    answerable: bool
    chance: float
    lead: float
    read: float
    right: bool


def main(arguments: Sequence[str]) -> int:
    """Print the table, most right answers first, and return 0."""
    dev, news = of_dev(), of_news(Path(arguments[0]) if arguments else NEWS)
    rare = _odds(dev) / _odds(news)
    rows = table(list(told_of(dev)), list(told_of(news)), rare)
    say(("certain  lead  read   dev: right of given   news: right of given", *rows))
    return 0


def told_of(some: Iterable[Case]) -> Iterable[Told]:
    """What could be said in short of each case that is sure to be answered, by its likeliest sentence."""
    for case in some:
        weighed = sorted(((one.chance(WITH_READER), one) for one in case.candidates), key=lambda p: -p[0])
        made = offers(case.asked, weighed[:1]) if weighed and sure(weighed[0]) else ()
        if made and (reading := made[0].candidate.reading):
            ahead = lead(made[0], offers(case.asked, weighed))
            right = case.judge.short(made[0].text, case.asked.language, made[0].evidence)
            yield Told(case.answerable, made[0].chance, ahead, reading.answerable, right)


def table(dev: Sequence[Told], news: Sequence[Told], rare: float) -> Iterable[str]:
    """One line for each choice of the grid with so many right on both sides.

    ``rare``: how much an answer of the news counts that is given where there is none.
    """
    rows = []
    for choice in product(*GRID):
        (right, given), (well, said) = _right(dev, choice, 1.0), _right(news, choice, rare)
        if min(given, said) and right / given >= RIGHT and well / said >= RIGHT:
            rows.append((right * len(news) + well * len(dev), choice, (right, given, well, said)))
    for _, choice, counts in sorted(rows, reverse=True):
        yield "{:7.2f}{:6.2f}{:6.2f}".format(*choice) + "{:10.0f} of {:.0f}{:14.0f} of {:.1f}".format(*counts)


def _right(told: Sequence[Told], choice: tuple[float, ...], rare: float) -> tuple[float, float]:
    """How many are right, and given; one to a question without an answer counts ``rare``."""
    given = [one for one in told if all(map(float.__ge__, (one.chance, one.lead, one.read), choice))]
    right = sum(one.right for one in given)
    return right, sum(1.0 if one.answerable else rare for one in given)


def _odds(some: Sequence[Case]) -> float:
    """How many questions without an answer there are for each with one."""
    lacking = sum(not case.answerable for case in some)
    return max(lacking, 1) / max(len(some) - lacking, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
