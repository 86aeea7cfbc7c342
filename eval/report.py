"""What a person reads in the terminal, and the files beside it; the only printing of this room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.article import Language, Passage
from eval.explain import reasons
from eval.export.junit import junit
from eval.export.machine import results_jsonl, summary_json
from eval.export.markdown import markdown
from eval.export.page import page
from eval.export.sure import BIN_HEAD, RISK_HEAD, Row, bin_rows, risk_rows
from eval.export.wording import called, change, omitted, title, value, within
from eval.files import write_atomically
from eval.phrases import figure, joined, named, phrase, told
from eval.record import Record
from eval.summary import ALL, Measure
from eval.wish import Wish

REPORTS = ("results.jsonl", "summary.json", "summary.md", "junit.xml", "report.html")
COLUMNS = ("hit@5", "nDCG@10", "MRR@10", "vital nuggets", "citation precision", "citation recall", "Truth")


def say(lines: Iterable[str]) -> None:
    """Prints each line."""
    for line in lines:
        print(line)


def give(record: Record, passages: Mapping[str, Passage], wish: Wish) -> None:
    """Prints the report, and writes its files where they are wished for."""
    say(terminal(record, wish.language))
    if wish.out:
        written = write_reports(record, wish.out, passages, wish.language)
        say(f"{told('wrote', wish.language)} {path}" for path in written)


def clear_reports(folder: Path) -> None:
    """Removes the reports of an earlier run: one that breaks must not leave a green page behind.

    :raises OSError: a report cannot be removed.
    """
    for name in REPORTS:
        (folder / name).unlink(missing_ok=True)


def write_reports(
    record: Record, folder: Path, passages: Mapping[str, Passage], language: Language = "en"
) -> tuple[Path, ...]:
    """Writes results.jsonl, summary.json, summary.md, junit.xml and report.html; returns their paths.

    ``folder`` is made if need be; ``passages`` is the library by id, for the page. Only the page and
    Markdown, which people read, are in ``language``.

    :raises OSError: the folder cannot be written.
    """
    texts = (
        results_jsonl(record), summary_json(record), markdown(record, language), junit(record),
        page(record, passages, language),
    )  # fmt: skip
    paths = tuple(folder / name for name in REPORTS)
    for path, text in zip(paths, texts, strict=True):
        write_atomically(path, text)
    return paths


def terminal(record: Record, language: Language = "en") -> Iterator[str]:
    """The report line by line: measures with counts and intervals, tables, flips, misses, the gate."""
    yield title(record).said(language)
    digests = [(named(name), named(digest[:32])) for name, digest in sorted(record.digests.items())]
    yield " · ".join(f"{name.said(language)} {digest.said(language)}" for name, digest in digests)
    yield omitted(record).said(language)
    for head, rows in _tables(record):
        yield from ("", *_told(head, rows, language))
    yield from _section("Not perfect", _misses(record, language), language)
    yield from _section("Flipped since the baseline", _flips(record, language), language)
    if record.paired:
        yield from ("", record.paired.in_words.said(language))
    errors = (told("{name}: {text}", language, name=o.item.id, text=o.error) for o in record.errors)
    yield from _section("Not measured", errors, language)
    yield from _section("Limits missed", (failure.said(language) for failure in record.failures), language)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as their widest cell, the first to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    for row in (head, *rows):
        first, *rest = (
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join((first, *rest)).rstrip()


def _tables(record: Record) -> Iterator[tuple[Row, list[Row]]]:
    yield (
        (phrase("measure"), phrase("value"), phrase("95 % interval"), named("n")),
        [_overall(measure) for measure in record.measures if measure.group == ALL],
    )
    head = (named(""), named("n"), *map(named, COLUMNS), phrase("95 % of Truth"))
    yield head, list(_by_group(record.measures))
    for sure, rows in ((RISK_HEAD, risk_rows(record.sure)), (BIN_HEAD, bin_rows(record.sure))):
        if rows:
            yield sure, rows


def _told(head: Row, rows: Sequence[Row], language: Language) -> Iterator[str]:
    first, *rest = ([cell.said(language) for cell in row] for row in (head, *rows))
    return table(first, rest)


def _overall(measure: Measure) -> Row:
    return called(measure), value(measure), within(measure), named(measure.size)


def _by_group(measures: Sequence[Measure]) -> Iterator[Row]:
    cells = {(measure.group, measure.name): measure for measure in measures}
    for group in dict.fromkeys(measure.group for measure in measures if measure.group != ALL):
        row = [cells.get((group, name)) for name in COLUMNS]
        n = max(measure.n for measure in row if measure)
        yield named(group), named(str(n)), *map(value, row), within(cells[group, "Truth"], 2)


def _misses(record: Record, language: Language) -> Iterator[str]:
    for name, verdict in record.verdicts.items():
        if verdict.truth < 1:
            yield told(
                "{item} Truth {truth}: {why}",
                language,
                item=_called(name, record),
                truth=figure(f"{verdict.truth:g}"),
                why=joined("; ", reasons(verdict, language)),
            )


def _flips(record: Record, language: Language) -> Iterator[str]:
    for flip in record.flips:
        way = phrase("worse" if flip.now < flip.before else "better")
        yield told("{change} ({way})", language, change=change(flip, _called(flip.item, record)), way=way)


def _called(item: str, record: Record) -> str:
    return f"{item} (dev)" if item in record.dev else item


def _section(name: str, lines: Iterable[str], language: Language) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield from ("", f"{told(name, language)} ({len(lines)})", *(f"  {line}" for line in lines))
