"""A question about the present is answered by the newest article that answers it, and by one count before."""

from collections.abc import Sequence

from rag.answering.disagreement import updates
from rag.answering.draft import Question
from rag.answering.engines.candidates import TELLING, Candidate
from rag.answering.kinds import asks_for_now
from rag.answering.kinship import day_of

Ranked = Sequence[tuple[float, Candidate]]

# What share of the best sentence's chance a newer one needs, as any further claim does; of 90 questions
# written for it unseen, 0.2 to 0.6 answer the 24 about a present state alike.
LIKELY = 0.5


def newest_of(question: Question, ranked: Ranked) -> Ranked:
    """``ranked``, best first; asked for the present, what the newest likely article tells.

    A changing figure is followed by the last one before it, which shows how it changed.
    """
    if not ranked or not asks_for_now(question.subject):
        return ranked
    chance, best = ranked[0]
    likely = [pair for pair in ranked if pair[0] >= LIKELY * chance and _answers(pair[1], best)]
    day = max(map(day_of, (best, *(candidate for _, candidate in likely))))
    newest = [pair for pair in likely if day_of(pair[1]) == day]
    before = [pair for pair in ranked if pair not in newest and updates(newest[0][1], pair[1])]
    last = max(before, key=lambda pair: day_of(pair[1]), default=None)
    return [*newest, last] if last else newest


def _answers(candidate: Candidate, best: Candidate) -> bool:
    """Whether a sentence gives something of the kind asked for, where its words tell that."""
    return candidate is best or bool(candidate.given) or best.kind not in TELLING
