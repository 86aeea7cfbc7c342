"""Facts that give different figures for the same thing: the newest first, and whether they contradict."""

from collections.abc import Sequence
from itertools import product

from corpus.article import Language
from rag.answering.claims import Fact
from rag.answering.differences import Difference, answers_of, between, given_by, within
from rag.answering.draft import Evidence, Gist
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, write_figure
from rag.answering.kinship import day_of
from rag.answering.sizes import differ


def in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` with the figures of one changing thing first, the newest before the older."""
    lead = [fact for fact in facts if fact is facts[0] or updates(facts[0].best, fact.best)]
    lead.sort(key=lambda fact: -day_of(fact.best).toordinal())
    return (*lead, *(fact for fact in facts if fact not in lead))


def current(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` in order without those that the first has replaced."""
    return (facts[0], *(fact for fact in facts[1:] if not updates(facts[0].best, fact.best)))


def sides_of(facts: Sequence[Fact], language: Language) -> tuple[Gist, ...]:
    """The figures that the articles of ``facts`` give for the same thing; none when no two differ."""
    found = _difference(facts)
    if found is None or not found.figures:
        return ()
    told = zip((found.one, found.other), found.figures, strict=True)
    return tuple(_side(candidate, figure, language) for candidate, figure in told)


def accounts_of(facts: Sequence[Fact], language: Language) -> tuple[Gist, ...]:
    """The figures that two tellers give for one thing; none where either gives none that compares."""
    if len(facts) != 2:
        return ()
    one, other = (fact.best for fact in facts)
    pairs = (*product(answers_of(one), given_by(other)), *product(given_by(one), answers_of(other)))
    figures = next((pair for pair in pairs if differ(*pair)), ())
    return tuple(
        _side(candidate, figure, language) for candidate, figure in zip((one, other), figures, strict=False)
    )


def disagree(facts: Sequence[Fact]) -> bool:
    """Whether the sides of ``facts`` contradict each other, so that none is merely the newer."""
    found = _difference(facts)
    return found is not None and found.contradicts


def updates(one: Candidate, other: Candidate) -> bool:
    """Whether one of two articles gives a later count of the same thing than the other."""
    found = between(one, other)
    return found is not None and not found.contradicts


def _difference(facts: Sequence[Fact]) -> Difference | None:
    """The first contradiction of the leading fact and another, or else the first other difference."""
    lead = facts[0].best
    found = [within(lead), *(between(lead, fact.best) for fact in facts[1:])]
    told = [difference for difference in found if difference]
    return next((difference for difference in told if difference.contradicts), next(iter(told), None))


def _side(candidate: Candidate, figure: Figure, language: Language) -> Gist:
    """The ``figure`` of a sentence as written in ``language``."""
    start = candidate.span.start
    evidence = Evidence(candidate.hit.passage, start + figure.start, start + figure.end)
    return Gist(write_figure(figure, language), (evidence,))
