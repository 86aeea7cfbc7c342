"""Reads citation markers in a model's prose: which sentence cites which passage."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from corpus.article import Language
from corpus.text.sentences import sentence_spans

_SPACES = " \t\u00a0\u202f"
_DASHES = "-‐‑–—"
_NUMBER = "[0-9０-９]{1,6}"
# Fifteen more items are more than any answer has passages; the bound keeps each attempt short.
_LIST = rf"[{_SPACES}]?{_NUMBER}(?:[{_SPACES}]?[{_DASHES},;，；][{_SPACES}]?{_NUMBER}){{0,15}}+[{_SPACES}]?"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARKER = re.compile(
    rf"\[\[(?P<double>{_LIST})\]\]|\[(?P<single>{_LIST})\]|【(?P<lens>{_LIST})】|［(?P<wide>{_LIST})］"
    rf"|(?P<raised>[{_SUPERSCRIPTS}]++(?:[,;]?[{_SPACES}]?[{_SUPERSCRIPTS}]++)*+)"
)
_RANGE = re.compile(rf"({_NUMBER})[{_SPACES}]?[{_DASHES}][{_SPACES}]?({_NUMBER})")
_RAISED = str.maketrans(_SUPERSCRIPTS, "0123456789")
# A marker that is still open: taking the inner one out of « [1, [2] 3] » would close it into a new one.
_OPEN = re.compile(rf"[\[【［][{_DASHES}0-9０-９,;，；{_SPACES}]*\Z")
# A raised figure after a digit, a sign or one or two letters is an exponent or a unit: 10², km², x².
_EXPONENT = re.compile(r"(?:[\d⁻⁺]|(?<![^\W\d_])[^\W\d_]{1,2})\Z")
# How far back the two patterns above look: longer than the longest list of markers.
_REACH = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or bullet without its markers, and the passages it cites: 1-based, in order of use."""

    text: str
    numbers: tuple[int, ...]


def parse(text: str, count: int, language: Language) -> tuple[Sentence, ...]:
    """The sentences of ``text``, each with the markers of the passages 1…``count`` that it carries.

    Read are ``[1]``, ``[[1]]``, ``[1, 2]``, ``[1; 2]``, ``[1-3]`` (cut at ``count``), ``【1】``, ``［1］``
    and superscripts. A number that is no passage's stays where it is, as text: « l'accord de [2024] ».
    A marker belongs to the sentence it stands in or follows; one that opens a line, to that line's first.
    A line is at least one sentence. Nothing but markers and the spaces beside them is lost, parsing a
    sentence again changes nothing, and the time is linear in the length of ``text``.
    """
    bare, marks = _take_out(text, count)
    starts, texts = _split(bare, language)
    cited: list[list[int]] = [[] for _ in starts]
    for place, numbers in marks:
        if starts:
            cited[_owner(place, bare, starts, texts)] += numbers
    return tuple(Sentence(text, tuple(dict.fromkeys(n))) for text, n in zip(texts, cited, strict=True))


def _take_out(text: str, count: int) -> tuple[str, list[tuple[int, list[int]]]]:
    """``text`` without its markers, and for each the place where it stood and what it cites."""
    kept: list[str] = []
    marks: list[tuple[int, list[int]]] = []
    done = 0
    for match in _MARKER.finditer(text):
        kept += text[done : match.start()]
        done = match.end()
        numbers, rest = _read(match, count, "".join(kept[-_REACH:]))
        if numbers:
            while kept and kept[-1] in _SPACES:
                kept.pop()
            marks.append((len(kept), numbers))
            if not rest and text[done : done + 1].isalnum() and kept and not kept[-1].isspace():
                kept.append(" ")
        kept += rest
    return "".join([*kept, text[done:]]), marks


def _read(match: re.Match[str], count: int, before: str) -> tuple[list[int], str]:
    """What a marker cites, and what of it stays text (all of it when it cites nothing)."""
    if match["raised"]:
        numbers = [] if _EXPONENT.search(before) else _read_raised(match["raised"], count)
        return numbers, "" if numbers else match[0]
    if _OPEN.search(before):
        return [], match[0]
    inside = match["double"] or match["single"] or match["lens"] or match["wide"]
    numbers, rest = [], []
    for item in re.split("[,;，；]", inside):
        known = _read_item(item.strip(_SPACES), count)
        numbers += known
        rest += [] if known else [item.strip(_SPACES)]
    if not numbers or not rest:
        return numbers, match[0] if rest else ""
    return numbers, f" [{', '.join(rest)}]"


def _read_item(item: str, count: int) -> list[int]:
    """A number or a rising range that begins with a passage: a score, [0-2] or [3-1], does not."""
    if (both := _RANGE.fullmatch(item)) and 1 <= int(both[1]) <= count and int(both[1]) < int(both[2]):
        return list(range(int(both[1]), min(int(both[2]), count) + 1))
    return [int(item)] if item.isdecimal() and 1 <= int(item) <= count else []


def _read_raised(run: str, count: int) -> list[int]:
    """¹² is passage 12 where there are that many, else passages 1 and 2; one unknown figure voids all."""
    numbers: list[int] = []
    for figures in re.findall(r"\d+", run.translate(_RAISED)):
        whole = len(figures) <= 3 and 1 <= int(figures) <= count
        numbers += [int(figures)] if whole else map(int, figures)
    return numbers if all(1 <= number <= count for number in numbers) else []


def _split(bare: str, language: Language) -> tuple[list[int], list[str]]:
    """Where the sentences of ``bare`` begin, and their texts; lines are split apart first."""
    starts: list[int] = []
    texts: list[str] = []
    for line in re.finditer(r"[^\n]+", bare):
        spans = sentence_spans(line[0], language) if line[0].strip() else ()
        cuts = [0, *(span.start for span in spans[1:]), len(line[0])]
        for start, end in pairwise(cuts):
            if sentence := line[0][start:end].strip():
                starts.append(line.start() + start)
                texts.append(sentence)
    return starts, texts


def _owner(place: int, bare: str, starts: list[int], texts: list[str]) -> int:
    """The index of the sentence to which a marker at ``place`` belongs."""
    following = bisect_left(starts, place)
    leads_a_line = (place == 0 or bare[place - 1] == "\n") and place in starts[following : following + 1]
    if leads_a_line and any(char.isalnum() for char in texts[following]):
        return following
    return max(following - 1, 0)
