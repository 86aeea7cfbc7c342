"""What two tellers say of one thing: the two accounts that a question of who says what is answered with."""

from collections.abc import Sequence
from itertools import pairwise, product

from rag.answering.attribution import apart, clauses, denies, teller
from rag.answering.claims import Fact
from rag.answering.differences import answers_of, given_by
from rag.answering.draft import Question
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import figures_of
from rag.answering.kinds import is_contested, kind_of
from rag.answering.sizes import differ

# Passages from the best sentence to a denial: in the sample dispatches it follows at once or after one more.
NEAR = 2

Ranked = Sequence[tuple[float, Candidate]]


def versions(question: Question, ranked: Ranked) -> tuple[Fact, ...]:
    """Two facts of the article that answers best, in the words of two tellers; none where there is one.

    They answer a question about several accounts, and a yes-or-no question that one denies to the other.
    """
    best = ranked[0][1]
    article = [pair for pair in ranked if pair[1].hit.passage.article_id == best.hit.passage.article_id]
    pair: Ranked = ()
    if is_contested(question.subject):
        pair = _told_twice(article)
    elif kind_of(question.subject) == "verdict":
        pair = _exchanged(best, article) or _denied(best, article)
    return tuple(Fact(chance, (candidate,)) for chance, candidate in pair)


def contradict(facts: Sequence[Fact]) -> bool:
    """Whether the two `versions` cannot both be true: one denies the other, or gives another value."""
    if len(facts) < 2:
        return False
    first, other = (fact.best for fact in facts)
    return bool(first.values) or denies(other.text, other.language)


def _told_twice(article: Ranked) -> Ranked:
    """The best sentence with a teller, and the nearest one of another teller that gives as much.

    In news the other account follows the first.
    """
    told = [pair for pair in article if _teller(pair[1])]
    if not told or _tells_both(told[0][1]):
        return ()
    first = told[0][1]
    others = [
        pair for pair in told[1:] if apart(_teller(first), _teller(pair[1])) and _gives(pair[1], first)
    ]
    near = sorted(others, key=lambda pair: abs(pair[1].hit.passage.index - first.hit.passage.index))
    return (told[0], near[0]) if near else ()


def _tells_both(candidate: Candidate) -> bool:
    """Whether one sentence gives the word of two, as in “A counted five; B spoke of seven”."""
    told = clauses(candidate.text, candidate.language)
    return any(apart(one, other) for (_, one), (_, other) in pairwise(told))


def _gives(candidate: Candidate, first: Candidate) -> bool:
    """Whether ``candidate`` gives what the ``first`` one does, another value or a figure of the same sort."""
    if first.kind == "number" and first.values:
        return any(differ(one, other) for one, other in product(answers_of(first), given_by(candidate)))
    if first.values:
        return bool(candidate.values - first.values)
    return not _has_figures(first) or _has_figures(candidate)


def _has_figures(candidate: Candidate) -> bool:
    return bool(figures_of(candidate.text, candidate.language))


def _denied(best: Candidate, article: Ranked) -> Ranked:
    """A denial near ``best``, after the sentence of another that it denies, of its own passage if any."""
    near = sorted(
        (pair for pair in article if abs(pair[1].hit.passage.index - best.hit.passage.index) <= NEAR),
        key=lambda pair: (pair[1].hit.passage.index, pair[1].span.start),
    )
    for place, (chance, denial) in enumerate(near):
        before = near[:place] if denies(denial.text, denial.language) else ()
        others = [pair for pair in reversed(before) if apart(_teller(denial), _teller(pair[1]))]
        others.sort(key=lambda pair: pair[1].hit.passage.id != best.hit.passage.id)
        if others:
            return others[0], (chance, denial)
    return ()


def _exchanged(best: Candidate, article: Ranked) -> Ranked:
    """The sentence of ``best`` and the one before or after it in its passage, each on the word of another."""
    passage = sorted(
        (pair for pair in article if pair[1].hit.passage.id == best.hit.passage.id),
        key=lambda pair: pair[1].span.start,
    )
    for first, second in pairwise(passage):
        one, other = _teller(first[1]), _teller(second[1])
        if best in (first[1], second[1]) and one and other and apart(one, other):
            return first, second
    return ()


def _teller(candidate: Candidate) -> frozenset[str]:
    return teller(candidate.text, candidate.language)
