"""For a question for several things: the sentence that lists them may be less like it than its neighbour."""

from corpus.article import Passage
from rag.answering.engines.candidates import Candidate

Ranked = list[tuple[float, Candidate]]


def listing_first(ranked: Ranked) -> Ranked:
    """``ranked``, best first; before a best that lists nothing, as likely, one beside it that does.

    Beside it is in its paragraph or the next: a list further off is of something else.
    """
    if not ranked or ranked[0][1].lists:
        return ranked
    chance, best = ranked[0]
    for place, (_, one) in enumerate(ranked):
        if one.lists and _beside(one.hit.passage, best.hit.passage):
            return [(chance, one), *ranked[:place], *ranked[place + 1 :]]
    return ranked


def _beside(one: Passage, other: Passage) -> bool:
    return one.article_id == other.article_id and abs(one.index - other.index) <= 1
