"""Markdown for a CI step summary: at most 1 MiB, and no question or answer can break out of its place."""

import re
from collections.abc import Iterator

from eval.explain import expected, got, reasons
from eval.export.sure import BIN_HEAD, RISK_HEAD, bin_rows, risk_rows
from eval.plain import one_line
from eval.record import Record
from eval.summary import ALL, Measure

# The limit of a GitHub step summary; more is refused whole.
MOST_BYTES = 1024 * 1024
_CLOSING = "\n…the rest is in results.jsonl\n"


def markdown(record: Record) -> str:
    """The verdict, the measures, then every item that is not perfect, cut at 1 MiB of UTF-8."""
    kept: list[str] = []
    room = MOST_BYTES - len(_CLOSING.encode())
    for block in _blocks(record):
        room -= len(block.encode()) + 1
        if room < 0:
            return "\n".join(kept) + _CLOSING
        kept.append(block)
    return "\n".join(kept) + "\n"


def code(text: str) -> str:
    """``text`` as a code span: nothing in it is markup, a link, a mention or the end of the span.

    Not for table cells, whose bars bind tighter than code spans.
    """
    line = one_line(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    return f"{fence} {line} {fence}"


def _blocks(record: Record) -> Iterator[str]:
    yield f"## Dépêche evaluation: {headline(record)}\n"
    yield from (f"- ❌ {code(failure)}" for failure in record.failures)
    yield from (f"- not measured: {code(o.item.id)} {code(o.error)}" for o in record.errors)
    yield f"\n{omitted(record)}"
    yield "\n| measure | value | 95 % interval | n |\n|---|---:|---:|---:|"
    yield from (_row(measure) for measure in record.measures if measure.group == ALL)
    yield "\n| | hit@5 | vital nuggets | Truth | 95 % of Truth | n |\n|---|---:|---:|---:|---:|---:|"
    yield from _groups(record)
    for head, rows in ((RISK_HEAD, risk_rows(record.sure)), (BIN_HEAD, bin_rows(record.sure))):
        if rows:
            yield f"\n| {' | '.join(head)} |\n|---|{'---:|' * (len(head) - 1)}"
            yield from (f"| {' | '.join(row)} |" for row in rows)
    if record.paired:
        yield f"\nAgainst the baseline: {record.paired.said}."
    if record.flips:
        yield "\n### Flipped since the baseline\n"
        yield from (f"- {code(flip.item)} Truth {flip.before:g} → {flip.now:g}" for flip in record.flips)
    yield "\n### Not perfect\n"
    for outcome in record.outcomes:
        verdict = record.verdicts.get(outcome.item.id)
        if verdict is not None and verdict.truth < 1:
            yield "\n".join((
                f"- {code(outcome.item.id)} Truth {verdict.truth:g}: {code(outcome.item.question)}",
                f"  - expected {code(expected(outcome.item))}",
                f"  - got {code(got(outcome))}",
                *(f"  - {code(reason)}" for reason in reasons(verdict)),
            ))


def headline(record: Record) -> str:
    """Green, red or not measured, in a few words."""
    if record.errors:
        return f"NOT MEASURED, {len(record.errors)} of {len(record.outcomes)} items failed to run"
    if not record.gated:
        return f"{len(record.outcomes)} items, no gate (not the whole shipped set)"
    if record.failures:
        return f"RED, {len(record.failures)} limits missed by {len(record.outcomes)} items"
    return f"green, {len(record.outcomes)} items"


def omitted(record: Record) -> str:
    """What this run says nothing about, or ""."""
    if record.digests.get("engine") != "extractive":
        return ""
    return "No chat model was measured: none is configured (DEPECHE_LLM)."


def _row(measure: Measure) -> str:
    n = f"{measure.count}/{measure.n}" if measure.count is not None else str(measure.n)
    return f"| {measure.name} | {measure.value:.3f} | {measure.low:.3f} to {measure.high:.3f} | {n} |"


def _groups(record: Record) -> Iterator[str]:
    table = {(measure.group, measure.name): measure for measure in record.measures}
    for group in dict.fromkeys(measure.group for measure in record.measures if measure.group != ALL):
        cells = [table.get((group, name)) for name in ("hit@5", "vital nuggets", "Truth")]
        values = " | ".join(f"{cell.value:.3f}" if cell else "" for cell in cells)
        truth = table[group, "Truth"]
        interval = f"{truth.low:.2f} to {truth.high:.2f}"
        yield f"| {group} | {values} | {interval} | {max(cell.n for cell in cells if cell)} |"
