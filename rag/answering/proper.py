"""The proper names of a claim: which of them its sources do not hold, and whose first name was swapped."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile

from corpus.text.words import word_set
from rag.answering.exonyms import rows
from rag.answering.tokens import Token

# Words that begin a sentence with a capital and are no names; function words have no stem and need no list.
_OPENERS = word_set(
    "selon contre plusieurs certains certaines quelques chaque toutefois neanmoins enfin ensuite puis parmi"
    " malgre grace face suite durant pendant outre plus moins environ pres aucun aucune personne rien jamais"
    " autre autres hier demain seul seule seuls non oui avec d'autres pres vers quant afin deux trois quatre"
    " cinq six sept huit neuf dix cent mille according several yesterday today tomorrow however meanwhile"
    " finally later earlier despite among since because while although though under over nearly about around"
    " less no nobody nothing none never not another other others officials authorities police rescuers troops"
    " forces protesters workers people residents talks unions prosecutors investigators lawmakers leaders"
    " soldiers fighters victims survivors two three four five six seven eight nine ten hundreds thousands"
    " dozens half part yes overall instead once both every nor"
)
# Adverbs and abstract nouns, long enough to spare Clément, Italy and Beijing.
_COMMON_END = re.compile(r"\w{4,}(?:am|em)ent|\w{5,}ly|\w{4,}tions?")
_HONORIFICS = word_set("m mm mme mmes mlle mr mrs ms dr pr")
# Written with small letters in French, and as telling as a name.
_CALENDAR = word_set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril mai juin juillet aout"
    " septembre octobre novembre decembre"
)
# Words before a last name that are no first names.
_TITLES = _HONORIFICS | word_set(
    "president presidente minister ministre premier prime chancellor king queen pope general secretary"
    " senator governor foreign defence defense interior finance saint sir lord lady prince princess mayor"
)
# How the names of a country and of its people end after what they share: Russia/Russian, Chine/Chinois.
_COUNTRY = re.compile(r"(?:e|a|ie|i|s)?")
_PEOPLE = re.compile(r"ns?|i?ans?|aise?s?|oise?s?|iens?|iennes?|ains?|aines?|ese|ish")
_ROOT = 4  # letters that they share
_SOUNDS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("tch|sch|sh|ch", "x"), ("kh|ck|qu|q", "k"), ("ph", "f"), ("c(?=[eiy])", "s"), ("c", "k"), ("w", "v"),
        ("[yj]", "i"), ("z", "s"), ("h|-", ""), ("(?<=.)[aeiou]", ""), (r"(.)\1+", r"\1"), ("(?<=..)s$", ""),
    )
)  # fmt: skip
_SKELETON = 3  # consonants by which a name can be told from others


def unknown_names(
    claim: Sequence[Token], same: Collection[Token], foreign: Collection[Token], masked: Collection[int] = ()
) -> tuple[str, ...]:
    """The names of ``claim`` that its sources do not hold, as written.

    ``same`` are the words of its sources in its own language, ``foreign`` those in the other, where
    « Poutine » and “Putin” are one name; ``masked`` are the characters of the claim that dates and numbers
    cover. The first word is a name unless it is a common opening or stands in a source, whatever its case;
    « S-400 » is a name, and in French so are weekdays and months.
    """
    known = frozenset(key for token in same for key in _parts(token))
    common = frozenset(token.stem for token in same if not token.capital)
    abroad = frozenset(key for token in foreign for key in _parts(token))
    skeletons = frozenset(_skeleton(key) for key in abroad) - {""}

    def held(key: str) -> bool:
        return (
            key in known
            or key in abroad
            or any(_same_people(key, other) for other in known)
            or not abroad.isdisjoint(_spellings(key))
            or _skeleton(key) in skeletons
        )

    return tuple(
        token.text
        for place, token in enumerate(claim)
        if token.start not in masked
        and is_name(claim, place)
        and token.stem not in common
        and not held(_joined(token.key))
        and not (_joined(token.key).isalpha() and all(map(held, token.key.split("-"))))
    )


def same_name(key: str, other: str, *, across: bool) -> bool:
    """Whether two folded names are one, ``across`` languages by their sounds or the table of exonyms."""
    alike = across and (other in _spellings(key) or _skeleton(key) == _skeleton(other) != "")
    return alike or _joined(key) == _joined(other)


def swapped_first_names(claim: Sequence[Token], sources: Iterable[Sequence[Token]]) -> tuple[str, ...]:
    """Names that ``claim`` puts together and its sources with others: « Alexandre Poutine »."""
    joined = {pair for source in sources for pair in _pairs(source)}
    firsts, lasts = {first for first, _ in joined}, {last for _, last in joined}
    return tuple(
        f"{first} {last}"
        for first, last in _pairs(claim)
        if first in firsts and last in lasts and (first, last) not in joined
    )


def _pairs(words: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for first, last in pairwise(words):
        named = first.capital and last.capital and not last.gap.strip()
        if named and first.key not in _TITLES and not _spellings(first.key):
            yield first.key, last.key


def is_name(claim: Sequence[Token], place: int) -> bool:
    """Whether the word at ``place`` is to be found in a source as a name; see `unknown_names`."""
    token = claim[place]
    if not token.stem or token.key in _HONORIFICS or token.key.isdecimal():
        return False
    opens = place == 0 or (token.apart and token.capital)
    if opens and (token.key in _OPENERS or _COMMON_END.fullmatch(token.key)):
        return False
    return place == 0 or token.capital or token.key in _CALENDAR


def _joined(key: str) -> str:
    return key.replace("-", "")


def _parts(token: Token) -> set[str]:
    return {_joined(token.key), *token.key.split("-")}


def _same_people(key: str, other: str) -> bool:
    """Whether they are a country and its people, two forms of a people, or singular and plural."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(key, other, strict=False)))
    ends = key[shared:], other[shared:]
    peoples = sum(_PEOPLE.fullmatch(end) is not None for end in ends)
    countries = sum(_COUNTRY.fullmatch(end) is not None for end in ends)
    return shared >= _ROOT and ((peoples >= 1 and peoples + countries >= 2) or {*ends} == {"", "s"})


@cache
def _skeleton(key: str) -> str:
    """The consonants that both languages hear; empty for a name too short to be told by them."""
    for spelling, sound in _SOUNDS:
        key = spelling.sub(sound, key)
    return key if len(key) >= _SKELETON else ""


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in rows():
        for name in row:
            table[name] = table.get(name, frozenset()) | row
    return table


def _spellings(key: str) -> frozenset[str]:
    """What ``key`` is called in either language; a plural as its singular."""
    return _table().get(key) or _table().get(key.removesuffix("s"), frozenset())
