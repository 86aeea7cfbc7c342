"""One HTML page that opens offline: no script, nothing fetched, and no question or answer is markup.

Every text that is not ours passes `shown`, which escapes it and makes what cannot be seen visible; the
page forbids itself scripts and requests besides (Content-Security-Policy).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from corpus.article import Passage
from eval.explain import expected, reasons
from eval.export.curves import curves
from eval.export.markdown import headline, omitted
from eval.export.sure import BIN_HEAD, RISK_HEAD, bin_rows, risk_rows
from eval.export.svg import Bar, bars
from eval.items import CATEGORIES
from eval.plain import one_line
from eval.record import Record
from eval.run import Outcome
from eval.summary import ALL, DEV, Measure
from eval.sureness import Sureness
from eval.verdict import Verdict

STYLE = """
:root { color-scheme: light dark; --line: #8886; --bar: #2a6f97; --bad: #b3261e; --good: #2e7d32 }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.5rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .15rem .8rem .15rem 0; text-align: right; border-bottom: 1px solid var(--line) }
th:first-child, td:first-child { text-align: left }
svg { width: 100%; max-width: 44rem; font-size: 12px; fill: currentColor }
.curve { fill: none; stroke: currentColor; stroke-width: 1.5 } .wide { overflow-x: auto; margin-top: 1rem }
rect { fill: var(--bar) } .whisker { stroke: currentColor; stroke-width: 1.5 } .mark { stroke: var(--line) }
details { border-bottom: 1px solid var(--line); padding: .4rem 0 } summary { cursor: pointer }
dl { display: grid; grid-template-columns: 7rem 1fr; gap: .3rem 1rem; margin: .8rem 0 0 } dd { margin: 0 }
.red { color: var(--bad) } .green { color: var(--good) } code { font-size: .85em }
dd code { overflow-wrap: anywhere } summary code { white-space: nowrap }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# How many passages of the ranking an opened item shows, and how much of each, in characters.
RANKED, EXCERPT = 5, 280


def page(record: Record, passages: Mapping[str, Passage]) -> str:
    """The whole report; ``passages`` is the library by id, for the gold text of failures."""
    return "".join(f"{line}\n" for line in _lines(record, passages))


def shown(text: str) -> str:
    """``text`` on one line, without anything that is markup or cannot be seen."""
    return escape(one_line(text))


def _lines(record: Record, passages: Mapping[str, Passage]) -> Iterator[str]:
    title = f"Dépêche evaluation: {headline(record)}"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{shown(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield f'<h1 class="{"red" if record.exit_code else "green"}">{shown(title)}</h1>'
    yield from _items(f'<span class="red">{shown(failure)}</span>' for failure in record.failures)
    if record.paired:
        yield f"<p>Against the baseline: {shown(record.paired.said)}.</p>"
    yield f"<p>{shown(omitted(record))}</p>\n<h2>Measures</h2>"
    yield from _overall(record.measures)
    yield from _charts(record.measures)
    yield from _sureness(record.sure)
    yield from _flips(record)
    yield from _unmeasured(record)
    yield from _misses(record, passages)
    yield "<h2>Measured on</h2>"
    yield from _items(f"{shown(name)} <code>{shown(d)}</code>" for name, d in sorted(record.digests.items()))
    yield "</body>\n</html>"


def _overall(measures: Sequence[Measure]) -> Iterator[str]:
    """Test beside dev, one measure a row."""
    dev = {measure.name: measure for measure in measures if measure.group == DEV}
    other = "<th>dev</th><th>n</th>" if dev else ""
    value = "test" if dev else "value"
    yield f"<table>\n<tr><th>measure</th><th>{value}</th><th>95 % interval</th><th>n</th>{other}</tr>"
    for measure in measures:
        if measure.group != ALL:
            continue
        name = measure.name if measure.better == "higher" else f"{measure.name} ↓"
        tuned = dev.get(measure.name)
        beside = f"<td>{tuned.value:.3f}</td><td>{tuned.size}</td>" if tuned else ""
        yield (
            f"<tr><td>{shown(name)}</td><td>{measure.value:.3f}</td>"
            f"<td>{measure.low:.3f} to {measure.high:.3f}</td><td>{measure.size}</td>{beside}</tr>"
        )
    yield "</table>"


def _charts(measures: Sequence[Measure]) -> Iterator[str]:
    """Truth by category and retrieval by language pair."""
    truths = [m for m in measures if m.name == "Truth" and m.group in CATEGORIES]
    pairs = [m for m in measures if m.name == "hit@5" and "→" in m.group]
    if truths:
        yield "<h2>Truth by category</h2>"
        yield bars("Truth by category, −1 to 1", [_bar(measure) for measure in truths], least=-1.0)
    if pairs:
        yield "<h2>A gold passage in the top 5, by language of question → passage</h2>"
        yield bars("hit@5 by language pair, 0 to 1", [_bar(measure) for measure in pairs])


def _sureness(found: Sequence[Sureness]) -> Iterator[str]:
    """What is wrong among the surest answers, by how many are given, and how right they claim to be."""
    if not found:
        return
    lines = [(f"{one.group} · {one.aurc:.3f}", [(p.coverage, p.risk) for p in one.curve])
             for one in found if one.group != DEV]  # fmt: skip
    yield "<h2>How sure the answers are</h2>"
    yield "<p>Risk: what is wrong or missing among the surest answers; beside each line the mean of it.</p>"
    yield curves("Risk by coverage, test", "share of the questions answered", "risk", lines)
    for head, rows in ((RISK_HEAD, risk_rows(found)), (BIN_HEAD, bin_rows(found))):
        yield '<div class="wide"><table>'
        yield from (f"<tr>{''.join(f'<{tag}>{shown(cell)}</{tag}>' for cell in row)}</tr>"
                    for tag, row in (("th", head), *(("td", row) for row in rows)))  # fmt: skip
        yield "</table></div>"


def _bar(measure: Measure) -> Bar:
    note = f"{_signed(measure.value)} · n {measure.n}"
    return Bar(measure.group, measure.value, measure.low, measure.high, note)


def _flips(record: Record) -> Iterator[str]:
    if record.flips:
        yield f"<h2>Flipped since the baseline ({len(record.flips)})</h2>"
        yield from _items(
            f"{shown(flip.item)} Truth {flip.before:g} → {flip.now:g}" for flip in record.flips
        )


def _unmeasured(record: Record) -> Iterator[str]:
    if record.errors:
        yield f'<h2 class="red">Not measured ({len(record.errors)})</h2>'
        yield from _items(f"{shown(outcome.item.id)}: {shown(outcome.error)}" for outcome in record.errors)


def _misses(record: Record, passages: Mapping[str, Passage]) -> Iterator[str]:
    pairs = [(o, record.verdicts[o.item.id]) for o in record.outcomes if o.item.id in record.verdicts]
    missed = [(outcome, verdict) for outcome, verdict in pairs if verdict.truth < 1]
    yield f"<h2>Not perfect ({len(missed)} of {len(pairs)})</h2>"
    for outcome, verdict in sorted(missed, key=lambda pair: pair[1].truth):
        side = " · dev" if outcome.item.id in record.dev else ""
        yield (
            f"<details>\n<summary>{_signed(verdict.truth)} · {shown(outcome.item.category)}{side} · "
            f"{shown(outcome.item.question)} <code>{shown(outcome.item.id)}</code></summary>\n<dl>"
        )
        yield from (f"<dt>{term}</dt><dd>{what}</dd>" for term, what in _facts(outcome, verdict, passages))
        yield "</dl>\n</details>"


def _facts(outcome: Outcome, verdict: Verdict, passages: Mapping[str, Passage]) -> Iterator[tuple[str, str]]:
    item, answer = outcome.item, outcome.answer
    yield "why", "<br>".join(shown(reason) for reason in reasons(verdict))
    yield "expected", shown(expected(item))
    for ref in item.passage_ids:
        if ref in passages:
            yield "gold" if ref not in item.acceptable else "fine too", _passage(passages[ref])
    if answer is not None:
        yield "got", f"{shown(answer.status)}: {shown(answer.text)}"
        yield from (("cited", f"[{c.marker}] {_passage(c.passage)}") for c in answer.citations)
    yield from (("found", f"{n}. {_passage(hit.passage)}") for n, hit in enumerate(outcome.hits[:RANKED], 1))


def _passage(passage: Passage) -> str:
    text = passage.text if len(passage.text) <= EXCERPT else f"{passage.text[:EXCERPT]}…"
    return f"<code>{shown(passage.id)}</code> {shown(text)}"


def _items(lines: Iterable[str]) -> Iterator[str]:
    """A list, or nothing for no line; the lines are HTML already."""
    if found := [f"<li>{line}</li>" for line in lines]:
        yield "<ul>" + "".join(found) + "</ul>"


def _signed(number: float) -> str:
    """The number with two decimals at most and a minus sign that lines up."""
    return f"{round(number, 2):g}".replace("-", "−")
