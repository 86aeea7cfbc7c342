"""Bars with intervals as inline SVG: no script, no font, no file; every text is escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from corpus.article import Language
from eval.phrases import figure

# Pixels; the SVG scales with the page.
WIDTH, LABELS, ROW = 640, 170, 22


@dataclass(frozen=True, slots=True)
class Bar:
    """A value and its 95 % interval on the scale of its chart."""

    label: str
    value: float
    low: float
    high: float
    note: str


def bars(
    title: str, rows: Sequence[Bar], language: Language, *, least: float = 0.0, most: float = 1.0
) -> str:
    """A horizontal bar chart on the scale ``least`` to ``most``, with each interval as a whisker.

    Bars start at 0, which must be within the scale.
    """
    height = ROW * (len(rows) + 1)
    body = "".join(_row(place, bar, least, most) for place, bar in enumerate(rows))
    marks = "".join(_marks(least, most, height, language))
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{marks}{body}</svg>"
    )


def _row(place: int, bar: Bar, least: float, most: float) -> str:
    zero, value, low, high = (_x(number, least, most) for number in (0.0, bar.value, bar.low, bar.high))
    top = place * ROW
    middle = top + ROW / 2
    return (
        f'<text x="{LABELS - 8}" y="{middle + 4:g}" text-anchor="end">{escape(bar.label)}</text>'
        f'<rect x="{min(zero, value):.1f}" y="{top + 4}" width="{abs(value - zero):.1f}" height="{ROW - 8}"/>'
        f'<line class="whisker" x1="{low:.1f}" x2="{high:.1f}" y1="{middle:g}" y2="{middle:g}"/>'
        f'<text x="{WIDTH - 4}" y="{middle + 4:g}" text-anchor="end">{escape(bar.note)}</text>'
    )


def _marks(least: float, most: float, height: int, language: Language) -> Iterator[str]:
    """A line and a label at each half of the scale and at 0."""
    for number in sorted({least, 0.0, (least + most) / 2, most}):
        x = _x(number, least, most)
        yield f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{height - ROW}"/>'
        yield f'<text x="{x:.1f}" y="{height - 6}" text-anchor="middle">{_signed(number, language)}</text>'


def _signed(number: float, language: Language) -> str:
    return figure(f"{number:g}".replace("-", "−")).said(language)


def _x(number: float, least: float, most: float) -> float:
    """Where ``number`` lies; what is off the scale lies at its end."""
    room = WIDTH - LABELS - 110
    return LABELS + room * (min(most, max(least, number)) - least) / (most - least)
