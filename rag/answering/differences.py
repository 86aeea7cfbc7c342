"""How the figures or days that two sentences give for one thing differ: a later count or a contradiction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from rag.answering.attribution import apart, clauses, of_two_powers, on_two_words
from rag.answering.comparing import looks_back
from rag.answering.counting import counted
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, figures_of
from rag.answering.kinship import (
    answers_back,
    attributed,
    contrasts,
    day_of,
    place_of,
    said,
    speaks_alike,
)
from rag.answering.leaning import standing
from rag.answering.mentions import Mention
from rag.answering.sizes import differ, near

_CORRECTS = re.compile(
    r"\bet non\b|rectifi|révis|corrig|définitif|revis|correct|\binstead of\b|\bup from\b", re.IGNORECASE
)
# Accounts of one event are published within these days: those of the sample dispatches within five.
APART = 7
# Where no word says what two figures count, the reader must hold either for an answer: likelier than not.
READ = 0.5


@dataclass(frozen=True, slots=True)
class Difference:
    """What two sentences give for the same thing: ``one`` and ``other`` a figure each, none for days."""

    one: Candidate
    other: Candidate
    figures: tuple[Figure, ...]
    contradicts: bool


def between(one: Candidate, other: Candidate) -> Difference | None:
    """How what the two sentences give for the same thing differs; None if it does not."""
    if pair := _replaced(one, other) or _recounted(one, other):
        return Difference(one, other, pair, contradicts=False)
    if pair := _contradicted(one, other) or _countered(one, other):
        return Difference(one, other, pair, contradicts=True)
    if _give_two_days(one, other) and (_put_off(one, other) or answers_back(one, other)):
        return Difference(one, other, (), contradicts=not _put_off(one, other))
    if one.values & other.values and speaks_alike(one, other):
        return within(other)
    return None


def within(candidate: Candidate) -> Difference | None:
    """The figures that one sentence gives on the word of two: « 900 selon l’une, 3 000 selon l’autre »."""
    if candidate.kind != "number":
        return None
    figures = given_by(candidate)
    told = [
        (figure, who)
        for span, who in clauses(*said(candidate))
        for figure in [one for one in figures if span.start <= one.start < span.end][:1]
    ]
    for (first, one), (second, other) in pairwise(told):
        if apart(one, other) and differ(first, second):
            return Difference(candidate, candidate, (first, second), contradicts=True)
    return None


def answers_of(candidate: Candidate) -> tuple[Figure, ...]:
    """The figures of a sentence that answer."""
    return _figures(candidate, candidate.answers)


def given_by(candidate: Candidate) -> tuple[Figure, ...]:
    """All figures of a sentence that the question has not."""
    return _figures(candidate, candidate.given)


def _replaced(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """The figure that the older gives, and the one that the newer has since: “It was 63 two days earlier”."""
    if one.kind != "number" or day_of(one) == day_of(other) or not speaks_alike(one, other):
        return ()
    older, newer = sorted((one, other), key=day_of)
    if not looks_back(newer.text):
        return ()
    figures = _with_those_leaned_on(newer)
    for was, then in product(answers_of(older), [figure for figure in figures if figure.start >= 0]):
        if (was.value, was.unit) == (then.value, then.unit):
            since = [figure for figure in figures if figure.unit == was.unit and figure.value != was.value]
            pair = (was, since[0]) if since else ()
            return pair if older is one else pair[::-1]
    return ()


def _recounted(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """A figure of each that count the same; the later has grown, or is said to correct the earlier."""
    if day_of(one) == day_of(other) or not _of_one_thing(one, other):
        return ()
    if of_two_powers(said(one), said(other)):
        return ()
    pairs = [
        *product(answers_of(one), given_by(other)),
        *product(given_by(one), answers_of(other)),
    ]
    for first, second in pairs:
        if near(first, second) and _count_alike(one, first, other, second):
            grown = (second.value > first.value) == (day_of(other) > day_of(one))
            corrected = _CORRECTS.search(max(one, other, key=day_of).text)
            return (first, second) if first.value != second.value and (grown or corrected) else ()
    return ()


def _contradicted(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """The figures that two articles of the same days give on somebody's word, neither a later count."""
    if not _of_one_thing(one, other) or not (one.pointed and other.pointed):
        return ()
    first, second = _figures(one, one.pointed)[0], _figures(other, other.pointed)[0]
    of_the_days = abs((day_of(one) - day_of(other)).days) <= APART
    told = attributed(one) and attributed(other)
    if one.hit.passage.article_id == other.hit.passage.article_id:
        told = on_two_words(said(one), said(other))
    alike = near(first, second) and _count_alike(one, first, other, second)
    return (first, second) if alike and of_the_days and told else ()


def _countered(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """The figures that two sentences of a passage, one after the other, give for one thing on two words."""
    if one.kind != "number" or not answers_back(one, other):
        return ()
    first, later = sorted((one, other), key=place_of)
    for figure, against in product(answers_of(first), given_by(later)):
        counted_alike = "" != _counted(first, figure) == _counted(later, against)
        if differ(figure, against) and (contrasts(later) or counted_alike):
            return (figure, against) if first is one else (against, figure)
    return ()


def _give_two_days(one: Candidate, other: Candidate) -> bool:
    return one.kind == "date" and bool(one.values and other.values) and not one.values & other.values


def _put_off(one: Candidate, other: Candidate) -> bool:
    """Whether the older of two articles announces a day and the newer gives another one for it."""
    older, newer = sorted((one, other), key=day_of)
    told = older.pointed and newer.pointed and min(older.answerable, newer.answerable) >= READ
    announced = min(older.values, default="") > day_of(older).isoformat()
    return bool(told) and announced and day_of(older) < day_of(newer) and speaks_alike(one, other)


def _of_one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two passages give different figures and speak of somebody or some place in common."""
    return (
        one.kind == "number"
        and one.hit.passage.id != other.hit.passage.id
        and bool(one.values and other.values)
        and not one.values & other.values
        and speaks_alike(one, other)
    )


def _count_alike(one: Candidate, first: Figure, other: Candidate, second: Figure) -> bool:
    """Whether two figures count one thing: by their words, or else the reader points at both as answers."""
    things = _counted(one, first), _counted(other, second)
    if any(things):
        return things[0] == things[1]
    pointed = first in _figures(one, one.pointed) and second in _figures(other, other.pointed)
    read = pointed and min(one.answerable, other.answerable) >= READ
    return read and one.timely and other.timely and not (_repeats(one, second) or _repeats(other, first))


def _repeats(candidate: Candidate, figure: Figure) -> bool:
    """Whether a sentence gives the ``figure`` of the other one too, of something else then."""
    figures = given_by(candidate)
    return not _CORRECTS.search(candidate.text) and any(one.value == figure.value for one in figures)


def _figures(candidate: Candidate, among: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of a sentence that stand ``among`` its mentions."""
    starts = {mention.start for mention in candidate.given if mention in among}
    figures = figures_of(*said(candidate))
    return tuple(figure for figure in figures if figure.start in starts)


def _with_those_leaned_on(candidate: Candidate) -> tuple[Figure, ...]:
    """The figures of a sentence and of those that it leans on, which start before 0."""
    passage = candidate.hit.passage
    whole = standing(passage, candidate.span)
    shift = whole.start - candidate.span.start
    figures = figures_of(passage.text[whole.start : whole.end], passage.language)
    return tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in figures)


def _counted(candidate: Candidate, figure: Figure) -> str:
    return counted(figure, candidate.text, candidate.language)
