"""The short answer: names, a date or a figure of the sentences that are shown, when it is certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from corpus.article import Language, Span
from corpus.text.clock import Clock, clocks_in, write_clock
from rag.answering.days import Day, days_of, write_day
from rag.answering.draft import Evidence, Gist, Question
from rag.answering.engines.candidates import Candidate
from rag.answering.figures import Figure, figures_of, write_figure
from rag.answering.fitting import can_answer
from rag.answering.kinds import Kind, asks_for_hour, asks_for_several, is_contested, kind_of, parts_of
from rag.answering.measures import admits, counts_another, is_count, measured_until
from rag.answering.misplaced import (
    is_elsewhere,
    is_other_holder,
    is_out_of_bounds,
    says_opposite,
    tells_before,
)
from rag.answering.names import keys_of
from rag.answering.odds import log_odds
from rag.answering.spans import (
    clipped,
    is_gloss,
    is_nested,
    is_new,
    list_around,
    names_in,
    overlap,
    says_only,
)

# The least chance of the sentence that gives it, how far in log-odds it leads the likeliest sentence that
# gives another answer, and the reader's least chance that its passage answers. Right on the dev items
# (`eval.split`) 45 of 50, and on the held-out news (`rag/training/news.txt`) 155 of 201, where what has no
# answer is asked six times as often: 0.89 when it weighs as on dev. Of the points with 0.89 on both that
# also answer the questions of the page's first screen, few have more right ones.
CERTAIN, LEAD, READ = 0.3, 1.25, 0.7
# Without a reader 15 of 17 on dev.
CERTAIN_UNREAD, LEAD_UNREAD = 0.45, 1.0
# These are answered by a whole sentence, or by a yes that no passage proves.
_UNSHORT: tuple[Kind, ...] = ("reason", "quotation", "verdict")
Value = TypeVar("Value", Clock, Day, Figure)
Weighed = tuple[float, Candidate]


@dataclass(frozen=True, slots=True)
class Offer:
    """The short answer that one sentence, right with ``chance``, would give; ``spans`` are in its passage.

    Two offers that share most keys say the same: a list of other states may have one of these too.
    """

    chance: float
    candidate: Candidate
    text: str
    spans: tuple[Span, ...]
    keys: frozenset[object]
    resolved: bool = False

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it was read."""
        return tuple(Evidence(self.candidate.hit.passage, span.start, span.end) for span in self.spans)

    def agrees(self, other: "Offer") -> bool:
        """Whether the two say the same: more than half of the shorter list."""
        return 2 * len(self.keys & other.keys) > min(len(self.keys), len(other.keys))


def short_answer(question: Question, shown: Sequence[Weighed], weighed: Sequence[Weighed]) -> Gist | None:
    """What the sentences ``shown``, each with its chance to answer, say to ``question`` in a few words.

    None unless it is certain: of the type that is asked, where the reader saw the answer, and far likelier
    than any other answer that a sentence of those ``weighed`` gives.
    """
    made = offers(question, shown)
    if not made or not _is_certain(made[0], offers(question, weighed)):
        return None
    same = [offer for offer in made if offer.agrees(made[0])]
    if len(made[0].spans) > 1:
        return _merged(same)
    evidence = tuple(evidence for offer in same for evidence in offer.evidence)
    return Gist(made[0].text, evidence, made[0].resolved)


def offers(question: Question, told: Sequence[Weighed]) -> tuple[Offer, ...]:
    """The short answers that the sentences ``told`` give, likeliest first; of those that give none, none."""
    asked = question.subject
    kind = kind_of(asked)
    if kind in _UNSHORT or is_contested(asked) or len(parts_of(asked)) > 1:
        return ()
    seen = (_Seen(chance, candidate, _answer_in(candidate)) for chance, candidate in told)
    made = (_offer(question, kind, one) for one in seen)
    return tuple(sorted((offer for offer in made if offer), key=lambda offer: -offer.chance))


def _is_certain(best: Offer, made: Sequence[Offer]) -> bool:
    reading = best.candidate.reading
    if reading is None:
        return best.chance >= CERTAIN_UNREAD and lead(best, made) >= LEAD_UNREAD
    return best.chance >= CERTAIN and reading.answerable >= READ and lead(best, made) >= LEAD


def lead(best: Offer, made: Sequence[Offer]) -> float:
    """How much likelier ``best`` is than the likeliest of ``made`` that says something else, in log-odds."""
    others = (offer.chance for offer in made if not offer.agrees(best))
    return log_odds(best.chance) - log_odds(max(others, default=0.0))


def _offer(question: Question, kind: Kind, seen: "_Seen") -> Offer | None:
    if seen.candidate.reading is not None and seen.answer is None:
        return None
    if kind == "date":
        return _hour(question, seen) if asks_for_hour(question.subject) else _day(question, seen)
    if says_opposite(question.subject, seen.text) or tells_before(question, seen.text, seen.language):
        return None
    if kind == "number":
        return _figure(question, seen)
    if seen.answer is None:
        return None
    if asks_for_several(question.subject):
        return _list(question, kind, seen, seen.answer)
    return _name(question, kind, seen, seen.answer)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence and where in it the reader saw the answer; None where it did not, or there is no reader."""

    chance: float
    candidate: Candidate
    answer: Span | None

    @property
    def text(self) -> str:
        return self.candidate.text

    @property
    def language(self) -> Language:
        return self.candidate.hit.passage.language

    def offer(self, text: str, places: Sequence[Span], *keys: object, resolved: bool = False) -> Offer:
        """An offer whose ``places`` are in the sentence."""
        first = self.candidate.span.start
        spans = tuple(Span(first + place.start, first + place.end) for place in places)
        return Offer(self.chance, self.candidate, text, spans, frozenset(keys), resolved)

    def only(self, values: Sequence[Value]) -> Value | None:
        """The one value where the reader saw the answer; without a reader the only one there is."""
        if self.answer is not None:
            values = [one for one in values if overlap(Span(one.start, one.end), self.answer)]
        return values[0] if len(values) == 1 else None


def _answer_in(candidate: Candidate) -> Span | None:
    """The reader's answer in the characters of the sentence, None unless all of it lies there."""
    reading, span = candidate.reading, candidate.span
    if reading is None or not span.start <= reading.start < reading.end <= span.end:
        return None
    return Span(reading.start - span.start, reading.end - span.start)


def _day(question: Question, seen: _Seen) -> Offer | None:
    said = {day.value for day in days_of(question.subject, question.spoken, None)}
    days = days_of(seen.text, seen.language, seen.candidate.hit.passage.byline.published)
    fresh = [day for day in days if day.value not in said and not is_out_of_bounds(day.value, question)]
    day = seen.only(fresh)
    if day is None or is_elsewhere(day, days, question.subject, seen.text, seen.language):
        return None
    text = write_day(day.value, question.language)
    return seen.offer(text, [Span(day.start, day.end)], day.value, resolved=day.resolved)


def _hour(question: Question, seen: _Seen) -> Offer | None:
    if (clock := seen.only(clocks_in(seen.text, seen.language))) is None:
        return None
    own = clock.either or seen.language == question.language
    text = seen.text[clock.start : clock.end] if own else write_clock(clock.minutes, question.language)
    return seen.offer(text, [Span(clock.start, clock.end)], clock.face)


def _figure(question: Question, seen: _Seen) -> Offer | None:
    asked = question.subject
    said = {figure.value for figure in figures_of(asked, question.spoken)}
    own = seen.language == question.language
    new = [figure for figure in figures_of(seen.text, seen.language) if figure.value not in said]
    figure = seen.only([figure for figure in new if admits(asked, figure, seen.text)])
    if figure is None or (own and counts_another(asked, figure, new, seen.text)):
        return None
    end = figure.end if figure.unit or is_count(asked) or not own else measured_until(seen.text, figure)
    if end == figure.end and not figure.unit and not is_count(asked):
        return None  # « 3,15 » of what?
    written = seen.text[figure.start : end]
    if own and not any(map(str.isdigit, written)):
        written = written[:1].lower() + written[1:]  # « Dix avions… »
    elif end == figure.end:
        written = write_figure(figure, question.language)
    return seen.offer(written, [Span(figure.start, end)], (figure.value, figure.unit))


def _list(question: Question, kind: Kind, seen: _Seen, answer: Span) -> Offer | None:
    names = list_around(seen.text, seen.language, answer)
    fresh = [name for name in names if _fits(question, kind, seen.text[name.start : name.end])]
    if len(fresh) < 2:
        return None
    said = [seen.text[name.start : name.end] for name in fresh]
    return seen.offer(", ".join(said), fresh, *map(_key, said))


def _name(question: Question, kind: Kind, seen: _Seen, answer: Span) -> Offer | None:
    text = seen.text
    whole = [name for name in names_in(text, seen.language) if overlap(name, answer)]
    touched = [clipped(text, name, answer) for name in whole if not is_gloss(text, name)]
    names = [name for name in touched if _fits(question, kind, text[name.start : name.end])]
    if kind == "person" and len(names) > 1:  # « Dmitri Peskov, porte-parole du Kremlin »
        names = [name for name in names if " " in text[name.start : name.end]]
    if kind == "place" and is_nested(text, names):
        places = [text[name.start : name.end] for name in names]
        return seen.offer(", ".join(places), names, _key(places[0]))
    if len(names) != 1 or (kind == "other" and not says_only(text, answer, names[0], seen.language)):
        return None
    if is_other_holder(question.subject, text, names[0], seen.language):
        return None
    said = text[names[0].start : names[0].end]
    return seen.offer(said, names, _key(said))


def _fits(question: Question, kind: Kind, name: str) -> bool:
    """Whether ``name`` is new and can be what is asked for."""
    return is_new(name, question.subject) and can_answer(question.subject, kind, name)


def _key(name: str) -> object:
    """One key for the spellings of a name in both languages, first names aside."""
    return frozenset(keys_of(name.split()[-1:]))


def _merged(same: Sequence[Offer]) -> Gist:
    """The entries of lists that share one, each once, in the order of the likeliest."""
    entries: dict[object, str] = {}
    evidence: list[Evidence] = []
    for offer in same:
        for name, place in zip(offer.text.split(", "), offer.evidence, strict=True):
            entries.setdefault(_key(name), name)
            evidence.append(place)
    return Gist(", ".join(entries.values()), tuple(evidence))
