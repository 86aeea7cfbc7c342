"""What a person reads in the terminal, and the files beside it; the only printing of this room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.article import Passage
from eval.explain import reasons
from eval.export.junit import junit
from eval.export.machine import results_jsonl, summary_json
from eval.export.markdown import headline, markdown, omitted
from eval.export.page import page
from eval.export.sure import BIN_HEAD, RISK_HEAD, bin_rows, risk_rows
from eval.files import write_atomically
from eval.plain import one_line
from eval.record import Record
from eval.summary import ALL, Measure

REPORTS = ("results.jsonl", "summary.json", "summary.md", "junit.xml", "report.html")
COLUMNS = ("hit@5", "nDCG@10", "MRR@10", "vital nuggets", "citation precision", "citation recall", "Truth")


def say(lines: Iterable[str]) -> None:
    """Prints each line."""
    for line in lines:
        print(line)


def show(record: Record) -> None:
    """Prints the whole report."""
    say(terminal(record))


def clear_reports(folder: Path) -> None:
    """Removes the reports of an earlier run: one that breaks must not leave a green page behind.

    :raises OSError: a report cannot be removed.
    """
    for name in REPORTS:
        (folder / name).unlink(missing_ok=True)


def write_reports(record: Record, folder: Path, passages: Mapping[str, Passage]) -> tuple[Path, ...]:
    """Writes results.jsonl, summary.json, summary.md, junit.xml and report.html; returns their paths.

    ``folder`` is made if need be; ``passages`` is the library by id, for the page.

    :raises OSError: the folder cannot be written.
    """
    texts = (
        results_jsonl(record), summary_json(record), markdown(record), junit(record), page(record, passages),
    )  # fmt: skip
    paths = tuple(folder / name for name in REPORTS)
    for path, text in zip(paths, texts, strict=True):
        write_atomically(path, text)
    return paths


def terminal(record: Record) -> Iterator[str]:
    """The report line by line: measures with counts and intervals, tables, flips, misses, the gate."""
    yield f"Dépêche evaluation: {headline(record)}"
    yield " · ".join(f"{name} {digest[:32]}" for name, digest in sorted(record.digests.items()))
    yield omitted(record)
    yield ""
    overall = [measure for measure in record.measures if measure.group == ALL]
    yield from table(("measure", "value", "95 % interval", "n"), [_overall(measure) for measure in overall])
    yield ""
    yield from table(("", "n", *COLUMNS, "95 % of Truth"), list(_by_group(record.measures)))
    for head, rows in ((RISK_HEAD, risk_rows(record.sure)), (BIN_HEAD, bin_rows(record.sure))):
        yield from ("", *table(head, rows)) if rows else ()
    yield from _section("Not perfect", _misses(record))
    yield from _section("Flipped since the baseline", _flips(record))
    if record.paired:
        yield from ("", record.paired.said)
    yield from _section("Not measured", (f"{o.item.id}: {one_line(o.error)}" for o in record.errors))
    yield from _section("Limits missed", record.failures)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as their widest cell, the first to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest)).rstrip()


def _overall(measure: Measure) -> tuple[str, str, str, str]:
    name = measure.name if measure.better == "higher" else f"{measure.name} ↓"
    return name, f"{measure.value:.3f}", f"{measure.low:.3f} to {measure.high:.3f}", measure.size


def _by_group(measures: Sequence[Measure]) -> Iterator[tuple[str, ...]]:
    cells = {(measure.group, measure.name): measure for measure in measures}
    for group in dict.fromkeys(measure.group for measure in measures if measure.group != ALL):
        row = [cells.get((group, name)) for name in COLUMNS]
        n = max(measure.n for measure in row if measure)
        truth = cells[group, "Truth"]
        values = ("" if measure is None else f"{measure.value:.3f}" for measure in row)
        yield group, str(n), *values, f"{truth.low:.2f} to {truth.high:.2f}"


def _misses(record: Record) -> Iterator[str]:
    for name, verdict in record.verdicts.items():
        if verdict.truth < 1:
            yield f"{name}{_side(name, record)} Truth {verdict.truth:g}: {'; '.join(reasons(verdict))}"


def _flips(record: Record) -> Iterator[str]:
    for flip in record.flips:
        way = "worse" if flip.now < flip.before else "better"
        yield f"{flip.item}{_side(flip.item, record)} Truth {flip.before:g} → {flip.now:g} ({way})"


def _side(item: str, record: Record) -> str:
    return " (dev)" if item in record.dev else ""


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield from ("", f"{title} ({len(lines)})", *(f"  {line}" for line in lines))
