"""A question that compares two things becomes one question about each."""

import re
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.dates import dates_in

_MORE: dict[Language, str] = {
    "fr": r"\b(?:plus|moins|autant|davantage|meilleure?s?|pires?|supérieure?s?|inférieure?s?)\b",
    "en": r"\b(?:more|fewer|less|better|worse|(?!(?:over|under|after|other)\b)[a-z]{3,}er)\b",
}
_THAN: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(rf"({_MORE['fr']})[^,?]*?\s((?:que |qu['’])(?:(?!jamais|prévu|possible)[^,?]+))", re.I),
    "en": re.compile(rf"({_MORE['en']})[^,?]*?\s(than (?!ever|expected)[^,?]+)", re.I),
}
_END = r"[\s\u00a0\u202f]*\?*\s*\Z"
_EITHER = re.compile(rf"[,:]\s(?P<one>[^,:?]+?),? (?:ou|or) (?P<other>[^,:?]+?){_END}", re.I)
_BETWEEN = re.compile(
    r"\s(?:(?:entre|d['’]entre) (?P<un>[^,?]+?) et (?P<autre>[^,?]+?)"
    rf"|between (?P<one>[^,?]+?) and (?P<other>[^,?]+?)){_END}",
    re.I,
)
# A verb that sets what was on one day against what was on another.
_AGAINST = re.compile(
    r"\s(?:a-t-(?:il|elle) |ont-(?:ils|elles) |a |ont )?"
    r"(?:dépass\w+|excéd\w+|surpass\w+|exceed\w*|outnumber\w*|top(?:ped)?|beat(?:en)?)\s",
    re.I,
)
# “… in January, and which in March?”: what is asked again is not said twice.
_AGAIN = re.compile(
    r",? (?:et|and) (?:which|who|what|where|how many|how much|qui|où|combien|quel(?:le)?s?"
    r"|lequel|laquelle|lesquel(?:le)?s)(?: ones?)? (?P<where>(?P<preposition>in|on|at|of|for|from"
    rf"|en|à|au|aux|le|du|de|pour|chez|dans) [^,?]{{1,40}}?){_END}",
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
_EACH = re.compile(r"\b(?:chacune?s?|respectivement|tous deux|toutes deux|each|respectively|both)\b", re.I)
_PAIR = re.compile(r"(?P<one>[\w’'-]+) (?:et|and) (?:(?:l[ae]s?|the) |l['’])?(?P<other>[\w’'-]+)")
_COMPARES = re.compile(
    r"\b(?:plus|moins|lequel|laquelle|différen\w+|écart|augment\w+|diminu\w+|baiss\w+|progress\w+|évolu\w+"
    r"|chang\w+|grandi\w*|gross\w+|recul\w+|doubl\w+|which|more|fewer|less|\w{3,}er|differ\w*"
    r"|gap|grow|grown|grew|increas\w+|decreas\w+|rise|rose|fall|fell|drop\w*|shr[aiu]nk\w*)\b",
    re.I,
)
# « entre les votes de mars et de mai »: what is compared is not said twice.
_PREPOSITION = re.compile(r"(?:de|du|des|en|à|of|in|on|at)\b", re.I)
_DAY_ALONE = re.compile(r"(?:le |the )?(?:\d{1,2}|1er)(?:st|nd|rd|th)?\Z", re.I)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The questions about either ``side`` of a comparison, and whether a figure answers each of them.

    ``earlier``: the second side is an earlier time that is told from the first, not named.
    """

    sides: tuple[str, ...]
    by_figures: bool
    earlier: bool = False


def compared(question: str, language: Language) -> Comparison | None:
    """What ``question`` compares; None when it compares nothing."""
    if sides := _than(question, language) or _between(question) or _against(question, language):
        return Comparison(tuple(" ".join(side.split()) for side in sides), True, looks_back(sides[1]))
    if sides := _either(question) or _each(question) or _again(question):
        return Comparison(tuple(" ".join(side.split()) for side in sides), False)
    return None


def looks_back(text: str) -> bool:
    """Whether ``text`` tells an earlier time from another: “a week earlier”, « la veille »."""
    return _EARLIER.search(text) is not None


def _than(question: str, language: Language) -> tuple[str, ...]:
    """« plus … que … », “more … than …”: two days are swapped, else the second side is told by itself."""
    found = _THAN[language].search(question)
    if not found:
        return ()
    first = question[: found.start(2)].rstrip()
    return _dated(first, found[2], language) or (first, question[found.start(1) :])


def _against(question: str, language: Language) -> tuple[str, ...]:
    """« La foule du 11 mars a-t-elle dépassé celle du 21 janvier ? »; only what is of two days."""
    found = _AGAINST.search(question)
    return _dated(question[: found.start()], question[found.end() :], language) if found else ()


def _dated(first: str, second: str, language: Language) -> tuple[str, ...]:
    """The ``first`` side, and the same of the day that the ``second`` names; none where either has no day."""
    days, others = dates_in(first, language), dates_in(second, language)
    if not days or not others:
        return ()
    day, other = days[-1], others[0]
    return first, f"{first[: day.start]}{second[other.start : other.end]}{first[day.end :]}"


def _either(question: str) -> tuple[str, ...]:
    """« Lequel est …, A ou B ? », “Which is …, A or B?”."""
    found = _EITHER.search(question)
    if not found or not _COMPARES.search(question[: found.start()]):
        return ()
    stem = question[: found.start()]
    return f"{stem}: {found['one']}", f"{stem}: {found['other']}"


def _between(question: str) -> tuple[str, ...]:
    """« … entre A et B ? », “… between A and B?”; a day without its month takes that of the other."""
    found = _BETWEEN.search(question)
    if not found or not _COMPARES.search(question[: found.start()]):
        return ()
    one, other = found["un"] or found["one"], found["autre"] or found["other"]
    if _DAY_ALONE.match(one) and (month := re.match(r"(?:le |the )?\d+\w*(?P<rest> .+)", other)):
        one += month["rest"]
    if _PREPOSITION.match(other):
        return ()
    stem = question[: found.start()]
    return f"{stem} {one}", f"{stem} {other}"


def _again(question: str) -> tuple[str, ...]:
    """« … en janvier, et lequel en mars ? », “… in Paris, and how many in Lyon?”."""
    found = _AGAIN.search(question)
    if not found:
        return ()
    first = question[: found.start()]
    held = re.search(rf" {found['preposition']} [^,?]{{1,40}}\Z", first, re.I)
    return (first, f"{first[: held.start()]} {found['where']}") if held else ()


def _each(question: str) -> tuple[str, ...]:
    """« les autorités turques et suédoises … chacune … »: each of the pair by itself."""
    found = _PAIR.search(question) if _EACH.search(question) else None
    if not found:
        return ()
    before, after = question[: found.start()], _EACH.sub("", question[found.end() :])
    return tuple(f"{before}{side}{after}" for side in (found["one"], found["other"]))
