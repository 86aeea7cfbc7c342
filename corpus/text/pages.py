"""Printed lines as running text: heads and feet of pages go, words and paragraphs are whole again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.text.ordinary import is_ordinary

Page = Sequence["PageLine"]

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_EDGE = 3  # lines at the head and at the foot of a page that may run on the others too
_NUMBER = re.compile(r"\W*(?:page |p\. ?)?\d{1,3}(?: ?(?:/|sur|of|de) ?\d{1,3})?\W*", re.IGNORECASE)
_CUT = re.compile(r"(?:^|(?<=[\s'’(«“\"-]))([^\W_]+)[-‐\u00ad]\Z")  # the word's part before the line's end
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_REST = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[.!?…][\s»”\"’')\]]*\Z")
_SPACES = re.compile(r" {2,}")
_BULLET = re.compile(r"[•▪◦●■]|[-–—*] ")
_OTHER_SIZE = 1.12  # times as large: a heading; superscripts and small capitals lie within a line
_GAP = 1.3  # times the usual leading: half a blank line or more; lines of one paragraph vary by 1.05
_SHORT = 0.7  # of the usual length: the last line of a paragraph; ragged lines are longer
_INDENT = 0.8  # of the letters' size; first lines begin one or two of it further in


class PageLine(NamedTuple):
    """A line as printed: ``left`` edge, ``height`` above the foot, and ``size`` of letters, in points."""

    text: str
    left: float
    height: float
    size: float


class Block(NamedTuple):
    """A paragraph or heading, and the size of its letters in points."""

    text: str
    size: float


def blocks_of(pages: Sequence[Page]) -> tuple[Block, ...]:
    """The paragraphs of ``pages``, whose lines come in the order of reading."""
    kept = [_tidy(page) for page in _without_running(pages)]
    words = Counter(word for page in kept for line in page for word in _WORD.findall(line.text))
    groups = _groups(kept)
    return tuple(Block(joined([line.text for line in group], words), group[0].size) for group in groups)


def joined(lines: Iterable[str], words: Counter[str] | None = None) -> str:
    """``lines`` as one: parted words are whole again, as ``words`` of the same text have them.

    No letter or digit is lost or added.
    """
    parts: list[str] = []
    for line in lines:
        cut, rest = _CUT.search(parts[-1]) if parts else None, _REST.match(line)
        if cut and rest:
            keeps = not parts[-1].endswith("\u00ad") and _keeps_hyphen(cut[1], rest[0], words or Counter())
            parts[-1] = parts[-1][:-1] + "-" * keeps
        elif parts:
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _keeps_hyphen(part: str, rest: str, words: Counter[str]) -> bool:
    """Whether the hyphen between ``part`` and ``rest`` is the word's own (« a-t-il », “Anglo-Saxon”)."""
    if not rest[0].islower() or not part[-1].isalpha() or part == "t":
        return True
    whole, parted = words[part + rest], words[f"{part}-{rest}"]
    if whole != parted:
        return parted > whole
    return not is_ordinary(part + rest) and is_ordinary(part) and is_ordinary(rest)


def _tidy(page: Page) -> list[PageLine]:
    return [
        line._replace(text=_SPACES.sub(" ", line.text.translate(_LIGATURES)).strip()) for line in page
    ]


def _without_running(pages: Sequence[Page]) -> Iterator[list[PageLine]]:
    """Each page without the lines that stand at the edges of most pages, and without its number."""
    edges = [_edge(page, _EDGE) for page in pages]
    often = Counter(key for edge in edges for key in {_key(line) for line in edge})
    least = max(2, (len(pages) + 1) // 2)
    for page, edge in zip(pages, edges, strict=True):
        running = {line for line in edge if often[_key(line)] >= least}
        running |= {line for line in _edge(page, 1) if _NUMBER.fullmatch(line.text.strip())}
        yield [line for line in page if line not in running]


def _edge(page: Page, count: int) -> set[PageLine]:
    """The ``count`` lines nearest to the head of ``page``, and to its foot; of a single line none."""
    by_height = sorted(page, key=lambda line: -line.height)
    return {*by_height[:count], *by_height[-count:]} if len(page) > 1 else set()


def _key(line: PageLine) -> tuple[str, int]:
    """What is alike on the pages that a head or foot runs over; a headline above the same words is larger."""
    return re.sub(r"\d+", "#", " ".join(line.text.split()).casefold()), round(line.size)


def _groups(pages: Sequence[list[PageLine]]) -> Iterator[list[PageLine]]:
    """The lines of each paragraph."""
    usual = _leading(pages)
    group: list[PageLine] = []
    for page in pages:
        for column in _columns(page):
            width = sorted(len(line.text) for line in column)[len(column) * 4 // 5]
            for place, line in enumerate(column):
                ends = _begins(group[-1], line, usual, width) if place else not _goes_on(group, line)
                if ends and group:
                    yield group
                    group = []
                group.append(line)
    if group:
        yield group


def _columns(page: list[PageLine]) -> Iterator[list[PageLine]]:
    """The stretches of lines one below another."""
    column: list[PageLine] = []
    for line in page:
        if column and line.height >= column[-1].height:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _leading(pages: Sequence[list[PageLine]]) -> float:
    """The distance of lines within paragraphs, in sizes of letters: that of the nearest quarter."""
    steps = sorted(
        (before.height - line.height) / line.size
        for page in pages
        for before, line in pairwise(page)
        if before.height > line.height and line.size > 0
    )
    return steps[len(steps) // 4] if steps else 1.2


def _begins(before: PageLine, line: PageLine, usual: float, width: int) -> bool:
    """Whether ``line``, below ``before``, begins a paragraph."""
    if _differ(before, line) or _BULLET.match(line.text):
        return True
    if before.height - line.height > _GAP * usual * line.size:
        return True
    if _SENTENCE.search(before.text) and _INDENT * line.size < line.left - before.left < 6 * line.size:
        return True
    short = len(before.text) < _SHORT * width and before.text[-1:] not in (",", "-", "\u00ad", "‐")
    return short and not line.text[:1].islower()


def _goes_on(group: list[PageLine], line: PageLine) -> bool:
    """Whether ``line``, at the top of a column, goes on with the paragraph of the column before."""
    return bool(group) and not _differ(group[-1], line) and not _SENTENCE.search(group[-1].text)


def _differ(before: PageLine, line: PageLine) -> bool:
    return max(before.size, line.size) > _OTHER_SIZE * min(before.size, line.size)
