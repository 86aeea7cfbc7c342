"""Who does what to whom, and which figure counts what: swaps that leave every name and number in place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.article import Language
from corpus.text.numbers import quantities
from corpus.text.words import word_set
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
# How many words of content after a figure may be what it counts: « 40 autres civils ».
_COUNTED = 2


@dataclass(frozen=True, slots=True)
class _Part:
    """A name in a sentence: its last word, its rank among the doers and the part it plays."""

    token: Token
    rank: int
    role: str
    place: int


def swapped_parts(claim: Sequence[Token], source: Sequence[Token], *, across: bool) -> tuple[str, ...]:
    """Pairs of names of ``claim`` that trade places in ``source``, the sentence nearest to it.

    Two names trade places when each has the other's preposition, or when both have none and stand in
    the other order; the agent of a passive counts as coming first. ``across`` says that the two texts
    differ in language.
    """
    pairs = []
    there = _parts(source)
    for part in _parts(claim):
        same = [other for other in there if same_name(part.token.key, other.token.key, across=across)]
        if len(same) == 1:
            pairs.append((part, same[0]))
    return tuple(
        f"{one.token.text} / {two.token.text}"
        for (one, one_there), (two, two_there) in combinations(pairs, 2)
        if one_there.place != two_there.place
        and not _paired(claim, one, two)
        and not _paired(source, one_there, two_there)
        and _trade(one, two, one_there, two_there)
    )


def moved_figures(claim: str, sources: Iterable[str], language: Language) -> tuple[str, ...]:
    """Figures of ``claim`` put before what another figure counts in ``sources`` (all of ``language``)."""
    counted: dict[tuple[object, str], set[str]] = {}
    first: dict[str, set[tuple[object, str]]] = {}
    for source in sources:
        for figure, things, _ in _figures(source, language):
            counted.setdefault(figure, set()).update(things[:_COUNTED])
            for thing in things[:1]:
                first.setdefault(thing, set()).add(figure)
    return tuple(
        text
        for figure, things, text in _figures(claim, language)
        if things and figure in counted and things[0] in first
        and things[0] not in counted[figure]
    )  # fmt: skip


def _figures(text: str, language: Language) -> Iterator[tuple[tuple[object, str], list[str], str]]:
    """Each quantity, the words of content after it in its clause, and how it is written."""
    words = tokens(text, language)
    for quantity in quantities(text, language):
        things: list[str] = []
        for word in words:
            if word.start < quantity.end:
                continue
            if word.apart or "," in word.gap:
                break
            things += [word.stem] if word.stem else []
        yield (quantity.value, quantity.unit), things, text[quantity.start : quantity.end]


def _parts(words: Sequence[Token]) -> list[_Part]:
    found: list[_Part] = []
    for place, token in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else None
        joined = following is not None and following.capital and not following.gap.strip()
        if not (token.capital and is_name(words, place)) or joined:
            continue
        role = "of" if following and following.key == "s" and following.elided else _role(words, place)
        agent = role == "by"
        found.append(_Part(token, place - len(words) * agent, "" if agent else role, place))
    return found


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


def _trade(one: _Part, two: _Part, one_there: _Part, two_there: _Part) -> bool:
    roles, roles_there = (one.role, two.role), (one_there.role, two_there.role)
    if one.role != two.role:
        return roles == roles_there[::-1]
    order, order_there = one.rank < two.rank, one_there.rank < two_there.rank
    return roles == roles_there == ("", "") and order != order_there
