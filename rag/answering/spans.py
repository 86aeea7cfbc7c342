"""The names of a sentence, each whole, and the names that it lists."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.article import Language, Span
from corpus.text.analyser import content_words
from corpus.text.words import word_set
from rag.answering.calendar_days import MONTHS
from rag.answering.deixis import WEEKDAYS
from rag.answering.names import telling_keys_of
from rag.answering.proper import is_name
from rag.answering.tokens import Token, tokens

# Small words inside a name: Charles de Gaulle, Power of Siberia.
_INSIDE = {
    "fr": word_set("de du des la le von van der bin ben al el da di dos"),
    "en": word_set("of the de du von van der bin ben al el da di dos"),
}
# Written with capitals, in English or as a title, without being part of anybody's name.
_NO_NAMES = word_set(
    "president presidente vice minister ministre premier premiere prime first chancellor chancelier secretary"
    " secretary-general deputy vice-president senator governor foreign defence defense interior finance"
    " state m mm mme mmes mlle mr mrs ms dr aujourd"
).union(*WEEKDAYS.values(), *MONTHS.values())
# After these “General” belongs to a title, before a company’s or a body’s name it does not.
_OF_GENERALS = word_set("secretary attorney director consul inspector solicitor governor")
_WITHIN_NAME = (" ", "\u00a0", "\u202f", "-")
# Before a name that places or places another: « les maires d’Istanbul et d’Ankara, Imamoglu et Yavas ».
_LED = re.compile(r"(?:\b(?:de|du|des|à|en|au|of|in|at|from)[ \u00a0]|\bd['’])\Z", re.IGNORECASE)
# One of these before the first name of a list governs them all: “in Lima, Cusco and the port of Callao”.
_PLACED = re.compile(r"\b(?:à|en|au|in|at|from)[ \u00a0]\Z", re.IGNORECASE)
# Between a place and the wider one that it lies in: “Murrayfield stadium in Edinburgh”, « Séoul, en Corée ».
_WITHIN = re.compile(
    r"(?: (?:stadium|airport|square|palace|castle|university|hospital|prison|port|station|cathedral))?"
    r",? (?:in|near|à|en|au|aux|dans l[ae]s?|près d[e'’])[ \u00a0]?"
)
_JOINT = re.compile(r" (?:of|du|des) ")
_POSSESSIVE = re.compile(r"['’]s\b")  # “Libya’s Muammar Gaddafi” lists a man, not a country
# Between two entries of a list stand a comma or a conjunction and a few words that class one of them.
_JOINED = re.compile(
    r"[”»\"“]? ?(?:,|;|et\b|ou\b|and\b|or\b|ainsi que\b|as well as\b)[^.;:()?!—–]*", re.IGNORECASE
)
_CLASSING = 7  # words: “, a long-range anti-aircraft system, and the ”
_ASIDE = re.compile(r",? a-t-(?:il|elle|on) \w+")  # « surtout », a-t-il souligné, le système Iskander
_VERB: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:a|est|sont|était|étaient|ont|avait|avaient|sera|seront|qui|que|dont|où|dit|tandis|mais"
        r"|contre|alors|je|nous|vous|ils?|elles?|on)\b|qu['’]"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|who|which|that|said|says|while|but|against|he|she|we"
        r"|they|you|it)\b"
    ),
}


def names_in(text: str, language: Language) -> tuple[Span, ...]:
    """The proper names of ``text``, in order: « Dmitri Peskov », ``S-400``, “Power of Siberia 2”."""
    words = tokens(text, language)
    found: list[Span] = []
    place = 0
    while place < len(words):
        if not _opens(words, place):
            place += 1
            continue
        last = _last_of(words, place, language)
        found.append(Span(words[place].start, words[last].start + len(words[last].text)))
        place = last + 1
    return tuple(found)


def list_around(text: str, language: Language, answer: Span) -> tuple[Span, ...]:
    """The names that one enumeration holds, one of which ``answer`` touches; none for fewer than two."""
    run: list[Span] = []
    for name in names_in(text, language):
        if _POSSESSIVE.match(text, name.end):
            continue
        if run and not _is_joint(text[run[-1].end : name.start], language):
            if any(overlap(one, answer) for one in run):
                break
            run = []
        run.append(name)
    touched = [one for one in run if overlap(one, answer)]
    if run and run[0] in touched and _PLACED.search(text, 0, run[0].start) and not _is_led(text, run[1:2]):
        return tuple(run) if len(run) > 1 else ()
    alike = tuple(one for one in run if touched and _is_led(text, [one]) == _is_led(text, touched))
    return alike if len(alike) > 1 else ()


def clipped(text: str, name: Span, answer: Span) -> Span:
    """``name``, or its part that ``answer`` begins: the airline in “an Airbus of Pakistan Airlines”."""
    ends = [name.start + joint.end() for joint in _JOINT.finditer(text[name.start : name.end])]
    return Span(max((end for end in ends if end <= answer.start), default=name.start), name.end)


def is_nested(text: str, names: Sequence[Span]) -> bool:
    """Whether each of ``names`` is a place that lies in the one after it."""
    gaps = [text[one.end : other.start] for one, other in pairwise(names)]
    return bool(gaps) and all(map(_WITHIN.fullmatch, gaps))


def is_gloss(text: str, name: Span) -> bool:
    """Whether ``name`` stands in brackets by itself: « le Parti national écossais (SNP) »."""
    return text[: name.start].endswith("(") and text[name.end :].startswith(")")


def says_only(text: str, span: Span, name: Span, language: Language) -> bool:
    """Whether what ``span`` says of ``text`` is ``name`` and no other word with content."""
    around = f"{text[span.start : max(span.start, name.start)]} {text[name.end : max(span.end, name.end)]}"
    return not content_words(around, language)


def overlap(one: Span, other: Span) -> int:
    """How many characters the two share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def is_new(text: str, question: str) -> bool:
    """Whether ``text`` holds a word that ``question`` does not say in either language's spelling."""
    return bool(telling_keys_of([text]) - telling_keys_of([question]))


def _opens(words: tuple[Token, ...], place: int) -> bool:
    word = words[place]
    if place and word.key == "general" and words[place - 1].key in _OF_GENERALS:
        return False
    return word.capital and bool(word.stem) and is_name(words, place) and word.key not in _NO_NAMES


def _last_of(words: tuple[Token, ...], first: int, language: Language) -> int:
    """The last word of the name that begins at ``first``."""
    last = first
    for place in range(first + 1, len(words)):
        word = words[place]
        numbers = word.text.isdecimal() and place == last + 1 and len(word.text) <= 2  # Formula 1
        if word.gap in ("'", "’") and place == last + 1 and word.key != "s":  # Al-Ra’i
            last = place
            continue
        if word.gap not in _WITHIN_NAME:
            break
        if numbers or (word.capital and word.key not in _NO_NAMES):
            last = place
        elif word.key not in _INSIDE[language]:
            break
    return last


def _is_led(text: str, names: Sequence[Span]) -> bool:
    """Whether a preposition stands before the first of ``names``."""
    return any(_LED.search(text, 0, name.start) for name in names[:1])


def _is_joint(gap: str, language: Language) -> bool:
    """Whether ``gap`` joins two entries of one list."""
    gap = _ASIDE.sub("", gap)
    return (
        _JOINED.fullmatch(gap) is not None
        and len(re.findall(r"\w+", gap)) <= _CLASSING
        and not _VERB[language].search(gap)
    )
