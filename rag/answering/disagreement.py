"""Figures that articles give for the same thing: the newest first, and whether they contradict each other."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import combinations, product

from corpus.article import Language
from rag.answering.claims import Fact, rivals
from rag.answering.draft import Evidence, Gist
from rag.answering.engines.weighing import Candidate
from rag.answering.figures import Figure, figures_of, write_figure
from rag.answering.mentions import Mention

# What news counts and counts again: the later figure of one thing replaces the earlier.
_COUNTED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for name, words in (
        ("dead", r"morte?s?\b|décès|décéd|tué|péri|dead\b|deaths?\b|died?\b|kill|fatalit|lives\b"),
        ("hurt", r"bless|injur|wound|hurt"),
        ("missing", r"disparu|missing"),
        ("bodies", r"corps|dépouilles|bod(?:y|ies)"),
        ("held", r"arrêt|arrest|interpell|détenu|detain|gard[ée]e?s? à vue"),
        ("homeless", r"sans[- ]abri|déplacé|évacu|homeless|displaced|evacuat"),
        ("seized", r"saisi|seiz"),
        ("given", r"livr|remis|promis|deliver|hand(?:ed|s)? over|pledg|promis"),
    )
)
_CORRECTS = re.compile(
    r"\bet non\b|rectifi|révis|corrig|définitif|revis|correct|\binstead of\b|\bup from\b", re.IGNORECASE
)
# Who gives a figure: without it a difference may be one of two things, not of two accounts.
_ATTRIBUTES = re.compile(
    r"\b(?:selon|d['’]après|according to|affirm|estim|évalu|crédit|credit|compt|count|dénombr|recens"
    r"|revendiqu|fait état|chiffr|déclar|annonc|put[s]?\b|said|says|spoke of|claim|report|record)",
    re.IGNORECASE,
)
# Characters around a figure that say what it counts.
_NEAR = 60
# Articles further apart than these days tell of two events, or of two stages of one.
APART = 14
# Two accounts of one thing differ less than this (depths of one earthquake: eight times); beyond, one of
# the figures is of something else.
TIMES = 10


def in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """``facts`` with the figures of one changing thing first, the newest before the older."""
    lead = [fact for fact in facts if fact is facts[0] or updates(facts[0].best, fact.best)]
    lead.sort(key=lambda fact: -_day(fact.best).toordinal())
    return (*lead, *(fact for fact in facts if fact not in lead))


def sides_of(facts: Sequence[Fact], language: Language) -> tuple[Gist, ...]:
    """The figures that the articles of ``facts`` give for the same thing; none when no two differ."""
    lead = facts[0].best
    for fact in facts[1:]:
        pair = _recounted(lead, fact.best) or _contradicted(lead, fact.best)
        if pair:
            told = zip((lead, fact.best), pair, strict=True)
            return tuple(_side(candidate, figure, language) for candidate, figure in told)
    return ()


def disagree(facts: Sequence[Fact]) -> bool:
    """Whether two of ``facts`` contradict each other."""
    return any(_contradicted(one.best, other.best) for one, other in combinations(facts, 2))


def updates(one: Candidate, other: Candidate) -> bool:
    """Whether one of two articles gives a later count of the same thing than the other."""
    return _recounted(one, other) is not None


def _recounted(one: Candidate, other: Candidate) -> tuple[Figure, Figure] | None:
    """A figure of each that count the same; the later has grown, or is said to correct the earlier."""
    if one.kind != "number" or not rivals(one, other) or _day(one) == _day(other):
        return None
    pairs = [
        *product(_figures(one, one.answers), _figures(other, other.given)),
        *product(_figures(one, one.given), _figures(other, other.answers)),
    ]
    for first, second in pairs:
        counted = _counted(one, first)
        if counted and counted == _counted(other, second) and first.unit == second.unit:
            grown = (second.value > first.value) == (_day(other) > _day(one))
            corrected = _CORRECTS.search(max(one, other, key=_day).text)
            return (first, second) if first.value != second.value and (grown or corrected) else None
    return None


def _contradicted(one: Candidate, other: Candidate) -> tuple[Figure, Figure] | None:
    """The figures that two articles of the same days give on somebody's word, neither a later count."""
    pointed = one.kind == "number" and one.pointed and other.pointed
    if not pointed or not rivals(one, other) or updates(one, other):
        return None
    first, second = _figures(one, one.pointed)[0], _figures(other, other.pointed)[0]
    low, high = sorted((abs(first.value), abs(second.value)))
    of_one_thing = (
        first.unit == second.unit
        and high <= TIMES * low
        and _counted(one, first) == _counted(other, second)
        and other.anchored >= one.anchored
        and abs((_day(one) - _day(other)).days) <= APART
    )
    told = all(_ATTRIBUTES.search(candidate.text) for candidate in (one, other))
    return (first, second) if of_one_thing and told else None


def _figures(candidate: Candidate, among: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of a sentence that stand ``among`` its mentions."""
    starts = {mention.start for mention in candidate.given if mention in among}
    figures = figures_of(candidate.text, candidate.hit.passage.language)
    return tuple(figure for figure in figures if figure.start in starts)


def _counted(candidate: Candidate, figure: Figure) -> str:
    """What ``figure`` counts, "" for what is not counted again: by the words after it, or else before."""
    figures = figures_of(candidate.text, candidate.hit.passage.language)
    end = min((other.start for other in figures if other.start > figure.start), default=len(candidate.text))
    start = max((other.end for other in figures if other.end < figure.end), default=0)
    after = candidate.text[figure.end : min(end, figure.end + _NEAR)]
    before = candidate.text[max(start, figure.start - _NEAR) : figure.start]
    return _first_of(after) or _first_of(before)


def _first_of(text: str) -> str:
    found = [(match.start(), name) for name, words in _COUNTED if (match := words.search(text))]
    return min(found)[1] if found else ""


def _side(candidate: Candidate, figure: Figure, language: Language) -> Gist:
    """The ``figure`` of a sentence as written in ``language``."""
    start = candidate.span.start
    evidence = Evidence(candidate.hit.passage, start + figure.start, start + figure.end)
    return Gist(write_figure(figure, language), (evidence,))


def _day(candidate: Candidate) -> date:
    """The day its article was published; one without a date counts as the oldest."""
    return candidate.hit.passage.byline.published or date.min
