"""For a question for several things: the sentence that lists them may be less like it than its neighbour."""

from rag.answering.engines.candidates import Candidate

Ranked = list[tuple[float, Candidate]]


def listing_first(ranked: Ranked) -> Ranked:
    """``ranked``, best first; before a best that lists nothing, as likely, one beside it that does."""
    if not ranked or ranked[0][1].lists:
        return ranked
    chance, best = ranked[0]
    article = best.hit.passage.article_id
    for place, (_, one) in enumerate(ranked):
        if one.lists and one.hit.passage.article_id == article:
            return [(chance, one), *ranked[:place], *ranked[place + 1 :]]
    return ranked
