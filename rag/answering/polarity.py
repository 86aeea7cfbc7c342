"""Negations, denials and reserves: what a text says not to be so, and whether two texts agree on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.article import Language
from corpus.text.words import word_set
from rag.answering.tokens import Token, stems

Kind = Literal["not", "deny", "maybe"]

_CUES: dict[Language, dict[Kind, frozenset[str]]] = {
    "fr": {
        "not": word_set("pas jamais aucun aucune rien ni sans guere non nul nulle personne plus"),
        "deny": word_set(
            "nie nient niait niaient nier nia nierent niant dementi dementie dementis dementies dement"
            " dementent dementait dementir dementant conteste contestent contestait contester refuse"
            " refusent refusait refuser refusant refus rejette rejettent rejete rejetee rejeter rejetant"
            " exclu exclut exclure excluant echoue echouent echouer echec empeche empechent empecher renonce"
            " renoncent renoncer annule annulee annules annulees annuler ecarte ecarter"
        ),
        "maybe": word_set(
            "aurait auraient serait seraient pourrait pourraient peut-etre pretend pretendent presume"
            " presumee presumes presumees eventuel eventuelle"
        ),
    },
    "en": {
        "not": word_set("not no never none nobody nothing neither nor without cannot"),
        "deny": word_set(
            "deny denies denied denying denial dispute disputes disputed disputing refuse refuses refused"
            " refusing refusal reject rejects rejected rejecting fail fails failed failing failure prevent"
            " prevents prevented preventing cancel cancels cancelled canceled ruled"
        ),
        "maybe": word_set("might may could allegedly reportedly possibly perhaps alleged purported"),
    },
}
# Words that are a negation only beside « ne »: « une personne », « plus de 300 ».
_WITH_NE = word_set("personne plus nul nulle point")
_NE = word_set("ne n")
# Cues that stand before the thing that is not there: the verb before them is negated too.
_DETERMINERS = word_set("aucun aucune rien no none nobody nothing neither ni nor sans without")
# « pas moins de », “not only”: these negate nothing.
_IDLE = word_set("moins seulement only less fewer least")
_BUT = word_set("mais but however tandis alors while whereas although though cependant toutefois")
_RELATIVE = word_set("qui who which dont whose that que")
# A reserve may be said by naming who says so.
_ATTRIBUTIONS = word_set(
    "selon apres according dit dits disent disait declare declarent affirme affirment affirmait assure"
    " assurent estime estiment annonce accuse accusent suggere say says said claim claims claimed tell told"
    " report reports reported accuses accused suggest suggests believe believed would"
)
# How far the ends of a French negation stand apart: « n'en a plus jamais été ».
_NE_REACH = 4
# How many words of content after a cue it reaches: the verb and its object.
_SCOPE = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that negates, denies or doubts, and the stems of the words that it bears on."""

    kind: Kind
    word: str
    scope: frozenset[str]


def cues(words: Sequence[Token], language: Language) -> tuple[Cue, ...]:
    """The cues of one sentence, in order; names are in no scope."""
    found: list[Cue] = []
    for place, word in enumerate(words):
        kind = _kind(words, place, language)
        if kind:
            found.append(Cue(kind, word.text, frozenset(_scope(words, place, kind))))
    return tuple(found)


def conflicts(
    claim: Sequence[Token], best: Sequence[Token], others: Iterable[Sequence[Token]], language: Language
) -> tuple[str, ...]:
    """Where ``claim`` negates what its sources do not, or asserts what ``best`` negates, denies or doubts.

    All are of ``language``; ``best`` is the sentence nearest to the claim, ``others`` are further ones.
    """
    said, known = cues(claim, language), cues(best, language)
    anywhere = (*known, *(cue for sentence in others for cue in cues(sentence, language)))
    return (
        *(f"“{cue.word}” is not in the source" for cue in said if not _backed(cue, anywhere, known, best)),
        *(f"“{cue.word}” of the source is left out" for cue in known if _left_out(cue, said, claim)),
    )


def conflicts_across(
    claim: Sequence[Token], language: Language, best: Sequence[Token], source: Language
) -> tuple[str, ...]:
    """As `conflicts` between two languages, where only the presence of a negation or denial compares."""
    said = {cue.kind for cue in cues(claim, language)} - {"maybe"}
    known = {cue.kind for cue in cues(best, source)} - {"maybe"}
    return () if said == known else ("claim and source differ in negation",)


def _kind(words: Sequence[Token], place: int, language: Language) -> Kind | None:
    word = words[place]
    if language == "en" and word.key == "t" and word.elided:
        return "not"
    after = words[place + 1].key if place + 1 < len(words) else ""
    kind = next((kind for kind, keys in _CUES[language].items() if word.key in keys), None)
    idle = (
        (kind == "not" and after in _IDLE)
        or (word.key in _WITH_NE and not _beside_ne(words, place))
        or (word.key == "may" and word.capital)
        or (word.key == "ruled" and after != "out")
    )
    return None if idle else kind


def _beside_ne(words: Sequence[Token], place: int) -> bool:
    """« Il n'y a plus », « n'a vu personne », « personne n'a vu »; not « plus de 300 »."""
    after = words[place + 1 : place + 1 + _NE_REACH] if words[place].key != "plus" else ()
    return _ne_before(words, place) is not None or any(word.key in _NE for word in after)


def _ne_before(words: Sequence[Token], place: int) -> int | None:
    reach = range(place - 1, max(-1, place - 1 - _NE_REACH), -1)
    return next((other for other in reach if words[other].key in _NE), None)


def _scope(words: Sequence[Token], place: int, kind: Kind) -> Iterator[str]:
    if kind == "deny":
        yield from _denied(words, place)
        return
    ne = _ne_before(words, place)
    if ne is not None:
        yield from _contents(words[ne + 1 : place])
    elif words[place].key in _DETERMINERS:
        yield from list(_contents(_clause_before(words, place)))[-1:]
    yield from list(_contents(_clause_after(words, place)))[:_SCOPE]


def _denied(words: Sequence[Token], place: int) -> Iterator[str]:
    """What a denial bears on: its own clause, and all that follows unless it is a relative clause."""
    before = _clause_before(words, place)
    relative = bool({word.key for word in before[-3:]} & _RELATIVE)
    if not relative:
        yield from _contents(before)
    for word in words[place + 1 :]:
        if word.apart or word.key in _BUT or (relative and "," in word.gap):
            return
        yield from _contents([word])


def _clause_before(words: Sequence[Token], place: int) -> list[Token]:
    clause: list[Token] = []
    for other in range(place, 0, -1):
        if words[other].apart or "," in words[other].gap or words[other].key in _BUT:
            break
        clause.append(words[other - 1])
    return clause[::-1]


def _clause_after(words: Sequence[Token], place: int) -> Iterator[Token]:
    for word in words[place + 1 :]:
        if word.apart or "," in word.gap or word.key in _BUT:
            return
        yield word


def _contents(words: Iterable[Token]) -> Iterator[str]:
    return (word.stem for word in words if word.stem and not word.capital)


def _backed(cue: Cue, anywhere: Iterable[Cue], known: Iterable[Cue], best: Sequence[Token]) -> bool:
    """Whether the sources hold the same kind of cue on the same words, or on words of their own."""
    if cue.kind == "maybe" or any(other.kind == cue.kind and other.scope & cue.scope for other in anywhere):
        return True
    return not cue.scope & stems(tuple(best)) and any(other.kind == cue.kind for other in known)


def _left_out(cue: Cue, said: Iterable[Cue], claim: Sequence[Token]) -> bool:
    if not cue.scope & stems(tuple(claim)):
        return False
    if cue.kind == "maybe":
        reserved = any(other.kind == "maybe" for other in said)
        return not reserved and not any(word.key in _ATTRIBUTIONS for word in claim)
    return not any(other.kind == cue.kind and other.scope & cue.scope for other in said)
