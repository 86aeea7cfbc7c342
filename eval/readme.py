"""The table of the README, made of what the gate's file holds: `python -m eval.readme`."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from eval.files import write_atomically
from eval.gate import Measured, read_baseline

README = Path(__file__).parent.parent / "README.md"
START, END = "<!-- what python -m eval.readme writes -->", "<!-- until here -->"
# What a reader would ask, and the measures that say it; of several the intervals are left out.
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("right passage among the first five (hit@5)", ("hit@5 all",)),
    ("– French → French, English → English", ("hit@5 fr→fr", "hit@5 en→en")),
    ("– English → French, French → English", ("hit@5 en→fr", "hit@5 fr→en")),
    ("vital facts stated", ("vital nuggets all",)),
    ("cited passages that are the right ones", ("citation precision all",)),
    ("needlessly refused", ("needlessly silent (ER) all",)),
    ("near misses answered that should be refused", ("answered near (HR) all",)),
    ("*Truth*: right 1, in part ½, silent 0, wrong −1", ("Truth all",)),
    ("faulty quotes or citations", ("faulty answer all",)),
    ("answers in the language of the question", ("answer language all",)),
)
# Every item has it, so its n is the number of questions.
EVERY = "answer language all"


def rewritten(text: str, measured: Mapping[str, Measured]) -> str:
    """``text`` with the table of ``measured`` between the two marks.

    :raises ValueError: it has no such marks.
    """
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"no place between {START!r} and {END!r}")
    return "\n".join((before + start, *_lines(measured), end + after))


def write() -> None:
    """Puts the README in step with the stored baseline.

    :raises BadBaseline: there is none that can be read.
    """
    write_atomically(README, rewritten(README.read_text(encoding="utf-8"), read_baseline().measured))


def _lines(measured: Mapping[str, Measured]) -> Iterator[str]:
    if not measured:
        yield "\nNothing is measured yet: `depeche eval --update` does it and writes the table here.\n"
        return
    yield f"\nWhat it measured on the {measured[EVERY]['n']:g} test questions (95 % intervals):\n"
    yield "| measure | value | interval | n |\n|---|---:|---:|---:|"
    for label, keys in ROWS:
        found = [measured[key] for key in keys]
        values = ", ".join(_number(one["value"]) for one in found)
        interval = f"{_number(found[0]['low'])}–{_number(found[0]['high'])}" if len(found) == 1 else ""
        counts = ", ".join(f"{one['n']:g}" for one in found)
        yield f"| {label} | {values} | {interval} | {counts} |"
    yield ""


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


if __name__ == "__main__":
    write()
    sys.exit(0)
