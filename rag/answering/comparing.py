"""A question that compares two things becomes one question about each."""

import re
from dataclasses import dataclass

from corpus.article import Language
from rag.answering.amounts import amount_asked, amount_of_each, amount_of_either
from rag.answering.coordination import alternatives, apart, tellers, told_by_each
from rag.answering.swapping import DAY_ALONE, LEADS, PREPOSITIONS, PRONOUN, dated, swapped

_MORE: dict[Language, str] = {
    "fr": r"\b(?:plus|moins|autant|davantage|meilleure?s?|pires?|supérieure?s?|inférieure?s?)\b",
    "en": r"\b(?:more|fewer|less|better|worse|(?!(?:over|under|after|other)\b)[a-z]{3,}er)\b",
}
_MORE_IN = {language: re.compile(more, re.I) for language, more in _MORE.items()}
_THAN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(rf"({_MORE['fr']})[^,?]*?\s((?:que |qu['’])(?:(?!jamais|prévu|possible)[^,?]+))", re.I),
    "en": re.compile(rf"({_MORE['en']})[^,?]*?\s(than (?!ever|expected)[^,?]+)", re.I),
}
_END = r"[\s\u00a0\u202f]*\?*\s*\Z"
_BETWEEN = re.compile(
    r"\s(?:(?:entre|d['’]entre) (?P<un>[^,?]+?) et (?P<autre>[^,?]+?)"
    rf"|between (?P<one>[^,?]+?) and (?P<other>[^,?]+?)){_END}",
    re.I,
)
# A verb that sets what was on one day against what was on another.
_AGAINST = re.compile(
    r"\s(?:a-t-(?:il|elle) |ont-(?:ils|elles) |a |ont )?"
    r"(?:dépass\w+|excéd\w+|surpass\w+|exceed\w*|outnumber\w*|top(?:ped)?|beat(?:en)?)\s"
    r"|,? (?:par rapport à|comparée?s? (?:à|avec)|compared (?:with|to)|as against|versus|vs\.?) ",
    re.I,
)
# “… in January, and which in March?”: what is asked again is not said twice; « et combien d'étrangers
# transportait-il ? » has a verb of its own and asks for something else.
_VERB = (
    r"-(?:t-)?(?:ils?|elles?|on)\b|\b(?:is|are|was|were|do|does|did|has|have|had|est|sont|étai(?:en)?t|ont)\b"
)
_AGAIN = re.compile(
    r",? (?:et|and) (?:which|who|what|where|how many|how much|qui|où|combien|quel(?:le)?s?"
    r"|lequel|laquelle|lesquel(?:le)?s)(?: ones?)? "
    rf"(?![^?]*(?:{_VERB}))(?P<where>(?:{'|'.join(PREPOSITIONS)}|le) ?[^,?]{{1,40}}?){_END}",
    re.I,
)
# What is looked back on from the day asked about: “the week before”, « huit jours plus tôt », « la veille ».
_EARLIER = re.compile(
    r"\bla veille\b|\bl['’]avant-veille\b"
    r"|\b(?:jours?|semaines?|mois|ans?|années?|heures?|fois|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)"
    r" (?:plus tôt|auparavant|avant|d['’]avant|précédente?s?|passée?s?|dernière?s?)\b"
    r"|\b(?:day|night|week|weekend|month|year|time|hour|\w+day)s? (?:before|earlier|ago|previously)\b"
    r"|\b(?:previous|preceding|last) (?:day|night|week|weekend|month|year|time|\w+day)\b",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:plus|moins|lequel|laquelle|différen\w+|écart|augment\w+|diminu\w+|baiss\w+|progress\w+|évolu\w+"
    r"|chang\w+|grandi\w*|gross\w+|recul\w+|doubl\w+|which|more|fewer|less|\w{3,}er|differ\w*"
    r"|premi(?:er|ère)|first|last|dernier|dernière"
    r"|gap|grow|grown|grew|increas\w+|decreas\w+|rise|rose|fall|fell|drop\w*|shr[aiu]nk\w*)\b",
    re.I,
)
# « entre les votes de mars et de mai »: what is compared is not said twice.
_PREPOSITION = re.compile(r"(?:de|du|des|en|à|of|in|on|at)\b", re.I)
_ORDINAL = re.compile(r"(?:the )?(?:first|second|old|new|other|premi|précédent|autre)\w*(?: one)?\Z", re.I)
_DIFFERENCE = re.compile(r"\b(?:différence|écart|difference|gap)\b", re.I)
_OF_WHAT = r"(?:(?:de|du|des|of|in|en|à|au)(?!\w)|d['’])"
# « à celui de B » beside « au pays de A »; “the aid” of “the aid unveiled in May” and of “the one Rome sent”.
_AFTER_PREPOSITION = re.compile(rf"\A(?:à|de|en|dans|pour|contre|of|in|for|to) (?={PRONOUN.pattern})", re.I)
_HEAD = re.compile(
    r"(?:[\w’'-]+ ){0,3}?[\w’'-]+(?= (?:of|for|in|on|at|to|from|by|that|which|who|de|du|des|que|qui|pour|à|au"
    r"|lors|\w+ed|\w+ée?s?)\b| (?:d|qu)['’]|\Z)",
    re.I,
)
_WHICH_NOUN = re.compile(r"\A(?:[^,?]+, )?(?P<which>quel|quelle|which) (?P<noun>[\w’'-]+)", re.I)
_THE = {"quel": "le", "quelle": "la", "which": "the"}
_OF = r"(?:de |du |des |d['’]|à |avec )"
_LIKENED = tuple(
    re.compile(way + _END, re.I)
    for way in (
        r"^how (?:far apart|different) (?:are|were) (?P<one>.+?) (?:and|from) (?P<other>.+?)",
        r"^(?:please )?compar(?:e[zr]?|ons) (?P<one>.+?),? (?:with|to|and|à|avec|et) (?P<other>.+?)\.?",
        r"^how (?:do|does|did) (?P<one>.+?) (?:compare|differ) (?:with|to|from) (?P<other>.+?)",
        r"^(?:en quoi|comment) (?P<one>.+?) (?:diff[èé]r|se distingu|se compar)\w+-(?:t-)?(?:ils?|elles?) "
        rf"{_OF}(?P<other>.+?)",
        rf"^qu['’]est-ce qui (?:distingue|sépare) (?P<one>.+?) {_OF}(?P<other>{PRONOUN.pattern}.+?)",
        rf"^qu['’]est-ce qui (?:distingue|sépare) (?P<one>.+?) {_OF}(?P<other>.+?)",
    )
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The questions about either ``side`` of a comparison, and whether a figure answers each of them.

    ``earlier``: the second side is an earlier time that is told from the first, not named; ``told``: the
    sides are those of two who speak or act, each for himself, and ``on_one`` thing where that is asked.
    """

    sides: tuple[str, ...]
    by_figures: bool
    earlier: bool = False
    told: bool = False
    on_one: bool = False


def compared(question: str, language: Language) -> Comparison | None:
    """What ``question`` compares; None when it compares nothing."""
    if sides := (
        _than(question, language)
        or _between(question, language)
        or _against(question, language)
        or _likened(question, language)
    ):
        asked = tuple(amount_asked(_spaced(side), language) for side in sides)
        return Comparison(asked, True, looks_back(sides[1]))
    if sides := _either(question, language) or _or(question, language):
        return Comparison(tuple(map(_spaced, sides)), _MORE_IN[language].search(question) is not None)
    compares = _COMPARES.search(question) is not None
    if sides := tellers(question) or told_by_each(question):
        return Comparison(tuple(map(_spaced, sides)), False, told=True, on_one=True)
    if sides := apart(question, compares=compares):
        return Comparison(tuple(map(_spaced, sides)), False, told=True)
    if sides := _again(question):
        return Comparison(tuple(map(_spaced, sides)), False)
    return None


def looks_back(text: str) -> bool:
    """Whether ``text`` tells an earlier time from another: “a week earlier”, « la veille »."""
    return _EARLIER.search(text) is not None


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _than(question: str, language: Language) -> tuple[str, ...]:
    """« plus … que … », “more … than …”: days or places are swapped, else the second is told by itself."""
    found = _THAN[language].search(question)
    if not found:
        return ()
    first, second = question[: found.start(2)].rstrip(), found[2]
    return (
        dated(first, second, language)
        or _of_each(question, language)
        or swapped(first, LEADS.sub("", second))
        or (first, question[found.start(1) :])
    )


def _of_each(question: str, language: Language) -> tuple[str, ...]:
    """“Has Lima built more bridges than Quito?”: how many Lima has built, and how many Quito has."""
    found = amount_of_each(question, language)
    return found.of(*_noun_phrases(found.one, found.other, language)) if found else ()


def _against(question: str, language: Language) -> tuple[str, ...]:
    """« La foule du 11 mars a-t-elle dépassé celle du 21 janvier ? »; only what is of two days."""
    found = _AGAINST.search(question)
    return dated(question[: found.start()], question[found.end() :], language) if found else ()


def _either(question: str, language: Language) -> tuple[str, ...]:
    """« Lequel est …, A ou B ? », “Which is …, A or B?”, “Of A and B, which is …?”."""
    found = alternatives(question)
    if not found or not _COMPARES.search(found[0]):
        return ()
    stem, one, other = found
    if PRONOUN.match(one):
        one, other = (_of_noun(stem, side) for side in (one, other))
    else:
        one, other = _noun_phrases(one, other, language) or (one, other)
    if not _ORDINAL.match(other) and (amount := amount_of_either(stem, one, other, language)):
        return amount.of(one, other)
    return f"{stem}: {one}", f"{stem}: {other}"


def _or(question: str, language: Language) -> tuple[str, ...]:
    """“more … on 14 May or on 19 May?”: two days or places, of which one has more."""
    first, conjunction, second = question.rpartition(" ou " if language == "fr" else " or ")
    if not conjunction or not _COMPARES.search(first):
        return ()
    return dated(first, second, language) or swapped(first, re.sub(_END, "", second))


def _between(question: str, language: Language) -> tuple[str, ...]:
    """« … entre A et B ? », “… between A and B?”; of a difference, A and B are what is asked for."""
    found = _BETWEEN.search(question)
    if not found or not _COMPARES.search(question[: found.start()]):
        return ()
    one, other = found["un"] or found["one"], found["autre"] or found["other"]
    stem = question[: found.start()]
    if _DIFFERENCE.search(stem):
        return _noun_phrases(one, other, language)
    if DAY_ALONE.fullmatch(one) and (month := re.match(r"(?:le |the )?\d+\w*(?P<rest> .+)", other)):
        one += month["rest"]
    if _PREPOSITION.match(other):
        return ()
    return f"{stem} {one}", f"{stem} {other}"


def _likened(question: str, language: Language) -> tuple[str, ...]:
    """“How does A compare with B?”, « En quoi A diffère-t-il de B ? »: A and B."""
    found = next((found for way in _LIKENED if (found := way.search(question))), None)
    return _noun_phrases(found["one"], found["other"], language) if found else ()


def _noun_phrases(one: str, other: str, language: Language) -> tuple[str, ...]:
    """``one`` and ``other``; « celui de B » is the first noun of B, « celui que B … » that which B ….

    None where ``other`` names nothing.
    """
    pronoun = PRONOUN.match(other := _AFTER_PREPOSITION.sub("", other))
    if not pronoun:
        return () if _ORDINAL.match(other) else (one, other)
    if sides := dated(one, other, language):
        return sides
    rest = other[pronoun.end() :]
    if not re.match(_OF_WHAT, rest):
        head = _HEAD.match(one)
        return (one, f"{head[0]} {rest}") if head and rest else ()
    noun = re.search(f" {_OF_WHAT}", one)
    return (one, f"{one[: noun.start()]} {rest}") if noun else ()


def _of_noun(stem: str, side: str) -> str:
    """« la motion du groupe » of « Quelle motion … » and « celle du groupe »; ``side`` without a noun."""
    noun, pronoun = _WHICH_NOUN.match(stem), PRONOUN.match(side)
    if not noun or not pronoun:
        return side
    return f"{_THE[noun['which'].lower()]} {noun['noun']} {side[pronoun.end() :]}"


def _again(question: str) -> tuple[str, ...]:
    """« … en janvier, et lequel en mars ? », “… in Paris, and how many in Lyon?”."""
    found = _AGAIN.search(question)
    if not found:
        return ()
    first = question[: found.start()]
    for preposition in (*PREPOSITIONS, "le"):
        held = re.search(rf" {preposition} ?[^,?]{{1,40}}\Z", first, re.I)
        if held and re.match(rf"{preposition}(?!\w)|d['’]", found["where"], re.I):
            return first, f"{first[: held.start()]} {found['where']}"
    return ()
