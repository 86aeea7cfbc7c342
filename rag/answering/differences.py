"""How the figures or days that two sentences give for one thing differ: a later count or a contradiction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, product

from rag.answering.attribution import apart, clauses, teller
from rag.answering.comparing import looks_back
from rag.answering.counting import counted
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, figures_of
from rag.answering.leaning import standing
from rag.answering.mentions import Mention, mentions
from rag.answering.sizes import differ, near

_CORRECTS = re.compile(
    r"\bet non\b|rectifi|révis|corrig|définitif|revis|correct|\binstead of\b|\bup from\b", re.IGNORECASE
)
# Who gives a figure: without it a difference may be one of two things, not of two accounts.
_ATTRIBUTES = re.compile(
    r"\b(?:selon|d['’]après|according to|affirm|estim|évalu|crédit|credit|compt|count(?:s|ed)?\b|dénombr"
    r"|recens|revendiqu|fait état|chiffr|déclar|annonc|put[s]?\b|said|says|spoke of|claim|report|record)",
    re.IGNORECASE,
)
# What sets a figure against the one before, whatever it is called: « parle, lui, de 640 postes ».
_CONTRASTS = re.compile(
    r", (?:lui|elle|eux|elles),|\b(?:de (?:son|leur) côté|pour (?:sa|leur) part|au contraire|however"
    r"|by contrast|for (?:its|their|his|her) part|spoke of|speaks? of)\b",
    re.IGNORECASE,
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
    if _moved(one, other):
        return Difference(one, other, (), contradicts=True)
    if one.values & other.values and _speaks_alike(one, other):
        return within(other)
    return None


def within(candidate: Candidate) -> Difference | None:
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
        if apart(one, other) and differ(first, second):
            return Difference(candidate, candidate, (first, second), contradicts=True)
    return None


def answers_of(candidate: Candidate) -> tuple[Figure, ...]:
    """The figures of a sentence that answer."""
    return _figures(candidate, candidate.answers)


def day_of(candidate: Candidate) -> date:
    """The day its article was published; one without a date counts as the oldest."""
    return candidate.hit.passage.byline.published or date.min


def _replaced(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """The figure that the older gives, and the one that the newer has since: “It was 63 two days earlier”."""
    if one.kind != "number" or day_of(one) == day_of(other) or not _speaks_alike(one, other):
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
    if not _of_one_thing(one, other) or day_of(one) == day_of(other):
        return ()
    pairs = [
        *product(answers_of(one), _figures(other, other.given)),
        *product(_figures(one, one.given), answers_of(other)),
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
    of_one_article = one.hit.passage.article_id == other.hit.passage.article_id
    told = _on_two_words(one, other) if of_one_article else _attributed(one) and _attributed(other)
    alike = near(first, second) and _count_alike(one, first, other, second)
    return (first, second) if alike and of_the_days and told else ()


def _countered(one: Candidate, other: Candidate) -> tuple[Figure, ...]:
    """The figures that two sentences of a passage, one after the other, give for one thing on two words."""
    if one.kind != "number" or not _answers_back(one, other):
        return ()
    first, later = sorted((one, other), key=_place)
    for figure, against in product(answers_of(first), _figures(later, later.given)):
        contrasts = _CONTRASTS.search(later.text) is not None
        if differ(figure, against) and (
            contrasts or (_counted(first, figure) and _counted(first, figure) == _counted(later, against))
        ):
            return (figure, against) if first is one else (against, figure)
    return ()


def _moved(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences of a passage, one after the other, give two days on two words."""
    dated = one.kind == "date" and bool(one.values and other.values) and not one.values & other.values
    return dated and _answers_back(one, other)


def _answers_back(one: Candidate, other: Candidate) -> bool:
    """Whether one sentence comes right after the other, each on the word of another teller.

    A paragraph that opens with a contrast answers any sentence of the one before.
    """
    first, later = sorted((one, other), key=_place)
    before, passage = first.hit.passage, later.hit.passage
    place = passage.sentences.index(later.span)
    if before.article_id != passage.article_id:
        return False
    if before.id == passage.id:
        follows = place - before.sentences.index(first.span) == 1
    else:
        follows = passage.index - before.index == 1 and place == 0 and bool(_CONTRASTS.search(later.text))
    return follows and _on_two_words(one, other)


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.hit.passage.index, candidate.span.start


def _attributed(candidate: Candidate) -> bool:
    return _ATTRIBUTES.search(candidate.text) is not None


def _on_two_words(one: Candidate, other: Candidate) -> bool:
    tellers = [teller(candidate.text, candidate.hit.passage.language) for candidate in (one, other)]
    return all(tellers) and apart(*tellers)


def _of_one_thing(one: Candidate, other: Candidate) -> bool:
    """Whether two passages give different figures and speak of somebody or some place in common."""
    return (
        one.kind == "number"
        and one.hit.passage.id != other.hit.passage.id
        and bool(one.values and other.values)
        and not one.values & other.values
        and _speaks_alike(one, other)
    )


def _speaks_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences, with their headlines, name somebody or some place in common.

    A country is enough only when it is all that the question names: half the news names one.
    """
    if one.hit.passage.article_id == other.hit.passage.article_id:
        return one.hit.passage.id != other.hit.passage.id
    return bool(_names(one) & _names(other)) or (one.named and other.named)


def _names(candidate: Candidate) -> frozenset[str]:
    """The keys of the names in a sentence and its headline, countries aside."""
    passage = candidate.hit.passage
    told = (candidate.text, passage.byline.title)
    return frozenset(m.key for text in told for m in mentions("person", text, passage.language))


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
    figures = _figures(candidate, candidate.given)
    return not _CORRECTS.search(candidate.text) and any(one.value == figure.value for one in figures)


def _figures(candidate: Candidate, among: Sequence[Mention]) -> tuple[Figure, ...]:
    """The figures of a sentence that stand ``among`` its mentions."""
    starts = {mention.start for mention in candidate.given if mention in among}
    figures = figures_of(candidate.text, candidate.hit.passage.language)
    return tuple(figure for figure in figures if figure.start in starts)


def _with_those_leaned_on(candidate: Candidate) -> tuple[Figure, ...]:
    """The figures of a sentence and of those that it leans on, which start before 0."""
    passage = candidate.hit.passage
    whole = standing(passage, candidate.span)
    shift = whole.start - candidate.span.start
    figures = figures_of(passage.text[whole.start : whole.end], passage.language)
    return tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in figures)


def _counted(candidate: Candidate, figure: Figure) -> str:
    return counted(figure, candidate.text, candidate.hit.passage.language)
