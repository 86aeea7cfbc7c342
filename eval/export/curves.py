"""Risk–coverage curves as inline SVG: no script, no font, no file; every text is escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from corpus.article import Language
from eval.phrases import figure

# Pixels; the SVG scales with the page. The plot stands between its margins.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 300, 48, 130, 12, 36
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
# Lines are told apart by their dashes, for who sees no colours.
DASHES = ("", "7 4", "2 3")

Line = tuple[str, Sequence[tuple[float, float]]]


def curves(title: str, axes: tuple[str, str], lines: Sequence[Line], language: Language) -> str:
    """At most three ``lines``, each a label and points from 0 to 1; ``axes`` name what goes across and up."""
    across, up = axes
    drawn = "".join(_line(place, line) for place, line in enumerate(lines))
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(_grid(language))}"
        f'<text x="{_x(0.5):.1f}" y="{HEIGHT - 4}" text-anchor="middle">{escape(across)}</text>'
        f'<text x="{LEFT + 6}" y="{TOP + 12}">{escape(up)}</text>{drawn}</svg>'
    )


def _grid(language: Language) -> Iterator[str]:
    for tick in TICKS:
        x, y, number = _x(tick), _y(tick), figure(f"{tick:g}").said(language)
        yield f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
        yield f'<line class="mark" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 15}" text-anchor="middle">{number}</text>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{number}</text>'


def _line(place: int, line: Line) -> str:
    """The curve, and its sample and label beside the plot."""
    label, points = line
    path = " ".join(f"{_x(across):.1f},{_y(up):.1f}" for across, up in points)
    dashes = f'class="curve" stroke-dasharray="{DASHES[place]}"'
    y = TOP + 20 * place + 12
    x = WIDTH - RIGHT + 10
    return (
        f'<polyline {dashes} points="{path}"/><line {dashes} x1="{x}" x2="{x + 30}" y1="{y}" y2="{y}"/>'
        f'<text x="{x + 36}" y="{y + 4}">{escape(label)}</text>'
    )


def _x(share: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * share


def _y(share: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share
