"""Figures that articles give for the same thing: the newest first, and whether they contradict each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from corpus.article import Language
from rag.answering.attribution import apart, clauses
from rag.answering.claims import Fact
from rag.answering.draft import Evidence, Gist
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, figures_of, write_figure
from rag.answering.mentions import Mention, mentions

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
_REACH = 60
# Accounts of one event are published within these days: those of the sample dispatches within five.
APART = 7
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
    found = _difference(facts)
    if found is None:
        return ()
    told = zip((facts[0].best, found.other), found.figures, strict=True)
    return tuple(_side(candidate, figure, language) for candidate, figure in told)


def accounts_of(facts: Sequence[Fact], language: Language) -> tuple[Gist, ...]:
    """The figures that two tellers give for one thing; none where either gives none that compares."""
    told = [fact.best for fact in facts]
    given = [_figures(candidate, candidate.answers)[:1] for candidate in told]
    figures = [figure for found in given for figure in found]
    if len(figures) != 2 or not _near(*figures) or figures[0].value == figures[1].value:
        return ()
    return tuple(_side(candidate, figure, language) for candidate, figure in zip(told, figures, strict=True))


def disagree(facts: Sequence[Fact]) -> bool:
    """Whether the sides of ``facts`` contradict each other, so that none is merely the newer."""
    found = _difference(facts)
    return found is not None and found.contradicts


@dataclass(frozen=True, slots=True)
class _Difference:
    """What the leading sentence and another one give for the same thing."""

    other: Candidate
    figures: tuple[Figure, Figure]
    contradicts: bool


def _difference(facts: Sequence[Fact]) -> _Difference | None:
    """The first difference between the leading fact and another."""
    lead = facts[0].best
    if pair := _told_apart(lead):
        return _Difference(lead, pair, contradicts=True)
    for other in (fact.best for fact in facts[1:]):
        if pair := _recounted(lead, other):
            return _Difference(other, pair, contradicts=False)
        if pair := _contradicted(lead, other):
            return _Difference(other, pair, contradicts=True)
    return None


def _told_apart(candidate: Candidate) -> tuple[Figure, Figure] | None:
    """The figures that one sentence gives on the word of two: « 900 selon l’une, 3 000 selon l’autre »."""
    if candidate.kind != "number":
        return None
    figures = _figures(candidate, candidate.given)
    told = [
        (figure, who)
        for span, who in clauses(candidate.text, candidate.hit.passage.language)
        for figure in [one for one in figures if span.start <= one.start < span.end][:1]
    ]
    for (first, one), (second, other) in pairwise(told):
        if apart(one, other) and _near(first, second) and first.value != second.value:
            return first, second
    return None


def updates(one: Candidate, other: Candidate) -> bool:
    """Whether one of two articles gives a later count of the same thing than the other."""
    return _recounted(one, other) is not None


def _recounted(one: Candidate, other: Candidate) -> tuple[Figure, Figure] | None:
    """A figure of each that count the same; the later has grown, or is said to correct the earlier."""
    if not _of_one_thing(one, other) or _day(one) == _day(other):
        return None
    pairs = [
        *product(_figures(one, one.answers), _figures(other, other.given)),
        *product(_figures(one, one.given), _figures(other, other.answers)),
    ]
    for first, second in pairs:
        counted = _counted(one, first)
        if counted and counted == _counted(other, second) and _near(first, second):
            grown = (second.value > first.value) == (_day(other) > _day(one))
            corrected = _CORRECTS.search(max(one, other, key=_day).text)
            return (first, second) if first.value != second.value and (grown or corrected) else None
    return None


def _contradicted(one: Candidate, other: Candidate) -> tuple[Figure, Figure] | None:
    """The figures that two articles of the same days give on somebody's word, neither a later count."""
    if not _of_one_thing(one, other) or not (one.pointed and other.pointed) or updates(one, other):
        return None
    first, second = _figures(one, one.pointed)[0], _figures(other, other.pointed)[0]
    compared = _near(first, second) and _counted(one, first) == _counted(other, second)
    of_the_days = abs((_day(one) - _day(other)).days) <= APART
    told = all(_ATTRIBUTES.search(candidate.text) for candidate in (one, other))
    return (first, second) if compared and of_the_days and told else None


def _of_one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two passages give different figures and speak of somebody or some place in common."""
    return (
        one.kind == "number"
        and one.hit.passage.id != other.hit.passage.id
        and bool(one.values and other.values)
        and not one.values & other.values
        and bool(_names(one) & _names(other))
    )


def _names(candidate: Candidate) -> frozenset[str]:
    """The keys of the names in a sentence and its headline, countries aside: half the news names them."""
    passage = candidate.hit.passage
    told = (candidate.text, passage.byline.title)
    return frozenset(m.key for text in told for m in mentions("person", text, passage.language))


def _near(one: Figure, other: Figure) -> bool:
    """Whether two figures may measure one thing, as far as unit and size can tell."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return one.unit == other.unit and high <= TIMES * low


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
    after = candidate.text[figure.end : min(end, figure.end + _REACH)]
    before = candidate.text[max(start, figure.start - _REACH) : figure.start]
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
