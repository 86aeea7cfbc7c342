"""Who does what to whom, and which figure counts what: swaps that leave every name and number in place."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.article import Language
from corpus.text.analyser import content_words
from corpus.text.dates import dates_in
from corpus.text.words import word_set
from rag.answering.facts import figures_in
from rag.answering.proper import is_name, same_name
from rag.answering.tokens import Token, tokens

# Prepositions of both languages by the part that they give to the name after them.
_ROLES = {
    word: role
    for role, words in {
        "at": "a au aux en dans to in at into chez vers towards",
        "of": "de d du des of from",
        "by": "par by",
        "with": "avec with",
        "against": "contre against",
        "for": "pour for",
        "on": "sur on",
        "says": "selon according",
    }.items()
    for word in words.split()
}
_SAYING = word_set("according apres")  # “according to”, « d’après »
# Words that may stand between a preposition and its name.
_BETWEEN = word_set("le la les l the un une m mme mr mrs ms president presidente ministre minister")
# Names with only these between them are on a par: « la Russie et la Biélorussie ».
_PAIRING = word_set("et and ou or le la les l the de du des d of a au aux in en")
_WORD = re.compile(r"[^\W_]+")
_SCORE = re.compile(r"[-‐‑–]\d")
_CLAUSE = re.compile(r"[.,;:!?…()—–«»“”\"]")
# How many words may stand between a figure and what introduces it: « fixé à au moins 30 ».
_NEAR = 4
# How many words of content after a figure may be what it counts: « 40 autres civils ».
_COUNTED = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A name, number or date in a sentence: what it is, where, and the part its preposition gives it.

    ``rank`` is its place among the doers: the agent of a passive comes first. ``things`` are what a figure
    counts, ``before`` is what introduces it.
    """

    key: str
    text: str
    place: int
    rank: int
    role: str
    things: tuple[str, ...] = ()
    before: str = ""


def swapped_parts(claim: Sequence[Token], source: Sequence[Token], *, across: bool) -> tuple[str, ...]:
    """Pairs of names of ``claim`` that trade places in ``source``, the sentence nearest to it.

    Two names trade places when each has the other's preposition, or when they have the same and stand in
    the other order without being on a par. ``across`` says that the two texts differ in language.
    """
    there = _names(source)
    found = [
        (part, same[0])
        for part in _names(claim)
        if len(same := [other for other in there if same_name(part.key, other.key, across=across)]) == 1
    ]
    return tuple(
        f"{one.text} / {two.text}"
        for (one, one_there), (two, two_there) in combinations(found, 2)
        if one.place != two.place
        and one_there.place != two_there.place
        and (
            _exchange(one, two, one_there, two_there)
            or (
                _turn(one, two, one_there, two_there)
                and not _paired(claim, one, two)
                and not _paired(source, one_there, two_there)
            )
        )
    )


def swapped_figures(claim: str, source: str, language: Language) -> tuple[str, ...]:
    """Pairs of numbers or dates of ``claim`` that trade places in ``source``: « de 64 à 62 ans ».

    A number that counts the same thing in both texts stays where it was, whatever the order.
    """
    there = _figures(source, language)
    found = [
        (part, same[0])
        for part in _figures(claim, language)
        if len(same := [other for other in there if other.key == part.key]) == 1
        and not set(part.things) & set(same[0].things)
    ]
    return tuple(
        f"{one.text} / {two.text}"
        for (one, one_there), (two, two_there) in combinations(found, 2)
        if _exchange(one, two, one_there, two_there) or _turn(one, two, one_there, two_there)
    )


def exchanged_figures(claim: str, source: str, language: Language) -> tuple[str, ...]:
    """Numbers of ``claim`` that ``source``, the sentence nearest to it, lacks and has another one for.

    « Alerte de niveau 7 » for « niveau 4 », 27-6 for 27-3: the same word of content or number stands before
    both, and they do not count different things. A number that ``source`` has, but less often, stands for
    another one that counts the same.
    """
    said, there = _numbers(claim, language), _numbers(source, language)
    lacking = [other for other in there if all(part.key != other.key for part in said)]
    often, known = Counter(part.key for part in said), Counter(part.key for part in there)
    return tuple(
        part.text
        for part in said
        if often[part.key] > known[part.key]
        and any(_stands_for(part, other, again=part.key in known) for other in lacking)
    )


def _stands_for(part: _Part, other: _Part, *, again: bool) -> bool:
    """Whether ``part`` counts what ``other`` does; ``again``: its number is that of a third part too."""
    alike = not set(part.things).isdisjoint(other.things)
    if again and alike:
        return True
    return (alike or not (part.things and other.things)) and part.before == other.before != ""


def moved_figures(claim: str, sources: Iterable[str], language: Language) -> tuple[str, ...]:
    """Figures of ``claim`` put before what another figure counts in ``sources`` (all of ``language``)."""
    counted: dict[str, set[str]] = {}
    first: set[str] = set()
    for source in sources:
        for part in _figures(source, language):
            counted.setdefault(part.key, set()).update(part.things)
            first.update(part.things[:1])
    return tuple(
        part.text
        for part in _figures(claim, language)
        if part.things and part.key in counted
        and part.things[0] in first and part.things[0] not in counted[part.key]
    )  # fmt: skip


def _names(words: Sequence[Token]) -> list[_Part]:
    """The names of a sentence, each by its last word."""
    found: list[_Part] = []
    for place, token in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        joined = following is not None and following.capital and not following.gap.strip()
        if not (token.capital and is_name(words, place)) or joined:
            continue
        role = "of" if following and following.key == "s" and following.elided else _role(words, place)
        agent = role == "by"
        found.append(_Part(token.key, token.text, place, place - len(words) * agent, "" if agent else role))
    return found


def _figures(text: str, language: Language) -> list[_Part]:
    """The numbers and dates of a text, each with the words of content that follow it in its clause."""
    days = (_part(text, language, day.value, (day.start, day.end)) for day in dates_in(text, language))
    return [*_numbers(text, language), *days]


def _numbers(text: str, language: Language) -> list[_Part]:
    """The numbers alone."""
    return [
        _part(text, language, f"{figure.value.normalize()} {figure.unit}", (figure.start, figure.end))
        for figure in figures_in(text, language)
    ]


def _part(text: str, language: Language, key: str, where: tuple[int, int]) -> _Part:
    words = tokens(text, language)
    start, end = where
    place = sum(word.start < start for word in words)
    role = _role(words, place) if place < len(words) else ""
    # The first figure of a score (53-10) counts nothing by itself.
    things = () if _SCORE.match(text, end) else _things(words, end)
    before = _before(text[:start], language)
    return _Part(key, text[start:end], start, start, role, things, before)


def _before(text: str, language: Language) -> str:
    """The last number, or stem of a word of content, of the clause that ``text`` ends in; "" without one."""
    words = _WORD.findall(_CLAUSE.split(text)[-1])[: -_NEAR - 1 : -1]
    found = (word if word.isdigit() else " ".join(content_words(word, language)) for word in words)
    return next(filter(None, found), "")


def _things(words: Sequence[Token], end: int) -> tuple[str, ...]:
    """The first words of content after ``end``: up to a comma or another figure."""
    things: list[str] = []
    for word in words:
        if word.start >= end and (word.apart or "," in word.gap or word.text[0].isdigit()):
            break
        things += [word.stem] if word.start >= end and word.stem else []
    return tuple(things[:_COUNTED])


def _role(words: Sequence[Token], place: int) -> str:
    """The part that the preposition before the name's first word gives it, empty without one."""
    for other in range(place, 0, -1):
        token, before = words[other], words[other - 1]
        if token.gap.strip(" \u00a0\u202f'’"):
            return ""
        if other > 1 and words[other - 2].key in _SAYING:
            return "says"
        if before.key in _ROLES:
            return _ROLES[before.key]
        if before.key not in _BETWEEN and not before.capital:
            return ""
    return ""


def _paired(words: Sequence[Token], one: _Part, two: _Part) -> bool:
    """Whether nothing but a conjunction stands between two names."""
    low, high = sorted((one.place, two.place))
    between = [word for word in words[low + 1 : high] if not word.capital]
    return all(word.key in _PAIRING for word in between)


def _exchange(one: _Part, two: _Part, one_there: _Part, two_there: _Part) -> bool:
    return one.role != two.role and (one.role, two.role) == (two_there.role, one_there.role)


def _turn(one: _Part, two: _Part, one_there: _Part, two_there: _Part) -> bool:
    same = one.role == two.role == one_there.role == two_there.role
    return same and (one.rank < two.rank) != (one_there.rank < two_there.rank)
