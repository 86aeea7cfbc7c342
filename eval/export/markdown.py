"""Markdown for a CI step summary: at most 1 MiB, and no question or answer can break out of its place."""

import re
from collections.abc import Iterator, Sequence

from corpus.article import Language
from eval.explain import expected, got, reasons
from eval.export.sure import BIN_HEAD, RISK_HEAD, Row, bin_rows, risk_rows
from eval.export.wording import change, omitted, title, value, within
from eval.phrases import figure, named, phrase, told
from eval.plain import one_line
from eval.record import Record
from eval.run import Outcome
from eval.summary import ALL, Measure
from eval.verdict import Verdict

# The limit of a GitHub step summary; more is refused whole.
MOST_BYTES = 1024 * 1024
GROUP_COLUMNS = ("hit@5", "vital nuggets", "Truth")


def markdown(record: Record, language: Language = "en") -> str:
    """The verdict, the measures, then every item that is not perfect, cut at 1 MiB of UTF-8."""
    kept: list[str] = []
    closing = f"\n{told('…the rest is in results.jsonl', language)}\n"
    room = MOST_BYTES - len(closing.encode())
    for block in _blocks(record, language):
        room -= len(block.encode()) + 1
        if room < 0:
            return "\n".join(kept) + closing
        kept.append(block)
    return "\n".join(kept) + "\n"


def code(text: str) -> str:
    """``text`` as a code span: nothing in it is markup, a link, a mention or the end of the span.

    Not for table cells, whose bars bind tighter than code spans.
    """
    return _span(one_line(text))


def _span(line: str) -> str:
    """What is on one line already keeps its no-break spaces."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    return f"{fence} {line} {fence}"


def _blocks(record: Record, language: Language) -> Iterator[str]:
    yield f"## {title(record).said(language)}\n"
    yield from (f"- ❌ {_span(failure.said(language))}" for failure in record.failures)
    for outcome in record.errors:
        item, why = code(outcome.item.id), code(outcome.error)
        yield f"- {told('not measured: {item} {why}', language, item=item, why=why)}"
    yield f"\n{omitted(record).said(language)}"
    yield from _tables(record, language)
    if record.paired:
        said = record.paired.in_words
        yield f"\n{told('Against the baseline: {said}.', language, said=said)}"
    if record.flips:
        yield f"\n### {told('Flipped since the baseline', language)}\n"
        yield from (f"- {change(flip, code(flip.item)).said(language)}" for flip in record.flips)
    yield f"\n### {told('Not perfect', language)}\n"
    for outcome in record.outcomes:
        verdict = record.verdicts.get(outcome.item.id)
        if verdict is not None and verdict.truth < 1:
            yield "\n".join(_miss(outcome, verdict, language))


def _miss(outcome: Outcome, verdict: Verdict, language: Language) -> Iterator[str]:
    item, truth, asked = code(outcome.item.id), figure(f"{verdict.truth:g}"), code(outcome.item.question)
    yield f"- {told('{item} Truth {truth}: {why}', language, item=item, truth=truth, why=asked)}"
    yield f"  - {told('expected', language)} {_span(expected(outcome.item, language))}"
    yield f"  - {told('got', language)} {_span(got(outcome, language))}"
    yield from (f"  - {_span(reason)}" for reason in reasons(verdict, language))


def _tables(record: Record, language: Language) -> Iterator[str]:
    yield from _table(
        (phrase("measure"), phrase("value"), phrase("95 % interval"), named("n")),
        [_measured(measure) for measure in record.measures if measure.group == ALL],
        language,
    )
    head = (named(""), *map(named, GROUP_COLUMNS), phrase("95 % of Truth"), named("n"))
    yield from _table(head, list(_groups(record)), language)
    for head, rows in ((RISK_HEAD, risk_rows(record.sure)), (BIN_HEAD, bin_rows(record.sure))):
        if rows:
            yield from _table(head, rows, language)


def _table(head: Row, rows: Sequence[Row], language: Language) -> Iterator[str]:
    yield f"\n{_line(head, language)}\n|---|{'---:|' * (len(head) - 1)}"
    yield from (_line(row, language) for row in rows)


def _line(cells: Row, language: Language) -> str:
    return f"| {' | '.join(cell.said(language) for cell in cells).lstrip()} |"


def _measured(measure: Measure) -> Row:
    return named(measure.name), value(measure), within(measure), named(measure.size)


def _groups(record: Record) -> Iterator[Row]:
    table = {(measure.group, measure.name): measure for measure in record.measures}
    for group in dict.fromkeys(measure.group for measure in record.measures if measure.group != ALL):
        cells = [table.get((group, name)) for name in GROUP_COLUMNS]
        n = max(cell.n for cell in cells if cell)
        yield named(group), *map(value, cells), within(table[group, "Truth"], 2), named(str(n))
