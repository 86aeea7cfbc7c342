"""Times of day as French and English newspapers write them, read to minutes and written back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Language

_DAY = 24 * 60  # minutes
_NOON = 12 * 60
_S = r"[ \u00a0\u202f]?"
_FREE = r"(?<![\w.,:/-])"
_HALF = r"(?P<half> du matin| de l['’]après-midi| du soir)?"
_FRENCH = re.compile(
    rf"{_FREE}(?P<hour>[01]?\d|2[0-4])(?:{_S}h(?:{_S}(?P<minute>[0-5]\d))?(?!\w)|:(?P<other>[0-5]\d)(?![\d:]))"
    rf"{_HALF}"
)
# « à 16 heures », but not « à 16 heures de vol »: that is how long, not when.
_FRENCH_HOURS = re.compile(
    r"(?<!\w)(?:à|vers|dès|avant|jusqu['’]à) (?P<time>(?P<hour>[01]?\d|2[0-4]) heures?(?!\w)"
    rf"(?: (?P<minute>[0-5]\d)(?!\d))?)(?! d(?:e |['’])){_HALF}"
)
_FRENCH_WORD = re.compile(r"(?<!\w)(?:à|vers|dès|avant|jusqu['’]à) (?P<word>midi|minuit)(?!\w)")
_ENGLISH = re.compile(
    rf"{_FREE}(?:(?P<twelve>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{_S}(?P<half>[ap])\.?m(?:\.|(?!\w))"
    r"|(?P<hour>[01]?\d|2[0-3]):(?P<other>[0-5]\d)(?![\d:]))",
    re.IGNORECASE,
)
_ENGLISH_WORD = re.compile(r"(?<!\w)(?:at|by|before|after|until|around|since) (?P<word>noon|midnight)(?!\w)")


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that ``text[start:end]`` names, ``minutes`` after midnight, 0 to 1,439.

    ``either``: it may also be twelve hours later, as “at 4:30” may.
    """

    minutes: int
    start: int
    end: int
    either: bool = False

    @property
    def face(self) -> int:
        """The minutes as the hands of a clock show them, 0 to 719."""
        return self.minutes % _NOON

    def agrees(self, other: "Clock") -> bool:
        """Whether both can be the same time."""
        return self.minutes == other.minutes or (self.face == other.face and (self.either or other.either))


def clocks_in(text: str, language: Language) -> tuple[Clock, ...]:
    """The times of day in ``text``, in order, without overlap; « pendant 15 heures » is none."""
    found = _in_french(text) if language == "fr" else _in_english(text)
    return tuple(sorted(found, key=lambda clock: clock.start))


def write_clock(minutes: int, language: Language) -> str:
    """« 16 h 30 », “4:30 p.m.”, « midi », “midnight”."""
    hour, minute = divmod(minutes, 60)
    if minutes in (0, _NOON):
        return {"fr": ("minuit", "midi"), "en": ("midnight", "noon")}[language][minutes == _NOON]
    if language == "fr":
        return f"{hour}\u00a0h\u00a0{minute:02}" if minute else f"{hour}\u00a0h"
    said = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return f"{said}\u00a0{'p' if minutes >= _NOON else 'a'}.m."


def _in_french(text: str) -> Iterator[Clock]:
    for match in _FRENCH.finditer(text):
        yield _french(match, int(match["minute"] or match["other"] or 0), *match.span())
    for match in _FRENCH_HOURS.finditer(text):
        yield _french(match, int(match["minute"] or 0), *match.span("time"))
    for match in _FRENCH_WORD.finditer(text):
        yield Clock(_NOON if match["word"] == "midi" else 0, *match.span("word"))


def _french(match: re.Match[str], minute: int, start: int, end: int) -> Clock:
    hour = int(match["hour"])
    later = hour < 12 and bool(match["half"]) and "matin" not in match["half"]
    return Clock((60 * (hour + 12 * later) + minute) % _DAY, start, end)


def _in_english(text: str) -> Iterator[Clock]:
    for match in _ENGLISH.finditer(text):
        minute = int(match["minute"] or match["other"] or 0)
        if match["half"]:
            hour = int(match["twelve"]) % 12 + 12 * (match["half"] in "pP")
            yield Clock(60 * hour + minute, *match.span())
        else:
            either = match["hour"][0] != "0" and int(match["hour"]) <= 12
            hour = int(match["hour"]) % 12 if either else int(match["hour"])
            yield Clock(60 * hour + minute, *match.span(), either=either)
    for match in _ENGLISH_WORD.finditer(text):
        yield Clock(_NOON if match["word"] == "noon" else 0, *match.span("word"))
