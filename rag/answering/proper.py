"""The proper names of a claim: which of them its sources do not hold, and whose first name was swapped."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise, takewhile

from corpus.text.words import word_set
from rag.answering.exonyms import rows
from rag.answering.tokens import Token

# Words that begin a sentence with a capital and are no names; function words have no stem and need no list.
_OPENERS = word_set(
    "selon contre plusieurs certains certaines quelques chaque toutefois neanmoins enfin ensuite puis parmi"
    " malgre grace face suite durant pendant outre plus moins environ pres aucun aucune personne rien jamais"
    " autre autres hier demain seul seule seuls non oui vers quant afin deux trois quatre cinq six sept huit"
    " neuf dix cent mille according several yesterday today tomorrow however meanwhile finally later earlier"
    " despite among since because while although though under over nearly about around less no nobody nothing"
    " none never not another other others yes overall instead once every nor two three four five six seven"
    " eight nine ten one here there now nowadays until whether ici voila hundreds thousands dozens half part"
    # An English plural needs no article: the subjects of news.
    " officials authorities police rescuers troops forces protesters demonstrators rioters workers strikers"
    " people residents inhabitants citizens voters talks negotiations unions prosecutors investigators"
    " researchers scientists experts analysts lawmakers deputies ministers leaders governments countries"
    " states soldiers fighters crews pilots victims survivors supporters opponents critics customers clients"
    " depositors investors shareholders banks companies prices deposits parents children women men students"
    " teachers doctors hospitals schools tanks missiles weapons systems drones aircraft ships shares"
)
# Adverbs, participles and abstract nouns, long enough to spare Clément, Italy and Durant.
_COMMON_END = re.compile(r"\w{4,}(?:am|em)ent|\w{5,}ly|\w{4,}tions?|\w{3,}ing|\w{4,}ant")
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
# Words of several names: “UN” is not there because “United Kingdom” is.
_SHARED = word_set("united states new great south african union european")
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
            or not known.isdisjoint(_spellings(key) - _SHARED)
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
    alike = across and (_joined(other) in _spellings(key) or _skeleton(key) == _skeleton(other) != "")
    return alike or _joined(key) == _joined(other)


def swapped_first_names(claim: Sequence[Token], sources: Iterable[Sequence[Token]]) -> tuple[str, ...]:
    """Names that ``claim`` puts together and its sources with others: « Alexandre Poutine ».

    A name between may be left out (« Recep Erdogan »), titles and countries do not count.
    """
    joined = {pair for source in sources for run in _runs(source) for pair in combinations(_sounds(run), 2)}
    firsts, lasts = {first for first, _ in joined}, {last for _, last in joined}
    return tuple(
        f"{one.text} {two.text}"
        for run in _runs(claim)
        for (one, two), (first, last) in zip(pairwise(run), pairwise(_sounds(run)), strict=True)
        if (first in firsts or last in lasts) and (first, last) not in joined
    )


def _runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The names that follow each other, without titles and countries."""
    run: list[Token] = []
    for word in words:
        if run and (word.gap.strip() or not word.capital):
            yield run
            run = []
        if word.capital and word.stem and word.key not in _TITLES and not _spellings(word.key):
            run.append(word)
    yield run


def _sounds(run: Iterable[Token]) -> list[str]:
    """One spelling a name for both languages."""
    return [_skeleton(word.key) or word.key for word in run]


def is_name(claim: Sequence[Token], place: int) -> bool:
    """Whether the word at ``place`` is to be found in a source as a name; see `unknown_names`."""
    token = claim[place]
    if not token.stem or token.key in _HONORIFICS or token.key.isdecimal():
        return False
    opens = place == 0 or (token.apart and token.capital)
    if opens and not _spellings(token.key) and (token.key in _OPENERS or _COMMON_END.fullmatch(token.key)):
        return False
    return place == 0 or token.capital or token.key in _CALENDAR


def _joined(key: str) -> str:
    return key.replace("-", "")


def _parts(token: Token) -> set[str]:
    """Its spellings as one word, word by word and in the singular."""
    whole = {_joined(token.key), *token.key.split("-")}
    return whole | {part.removesuffix("s") for part in whole if len(part) > _ROOT}


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
        names = frozenset(_joined(name) for name in row)
        for name in names:
            table[name] = table.get(name, frozenset()) | names
    return table


def _spellings(key: str) -> frozenset[str]:
    """What ``key`` is called in either language; a plural as its singular."""
    key = _joined(key)
    return _table().get(key) or _table().get(key.removesuffix("s"), frozenset())
