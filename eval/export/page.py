"""One HTML page that opens offline: no script, nothing fetched, and no question or answer is markup.

Every text that is not ours passes `shown`, which escapes it and makes what cannot be seen visible; the
page forbids itself scripts and requests besides (Content-Security-Policy).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from corpus.article import Language, Passage
from eval.explain import expected, reasons
from eval.export.curves import curves
from eval.export.sure import BIN_HEAD, RISK_HEAD, Row, bin_rows, risk_rows
from eval.export.svg import Bar, bars
from eval.export.wording import called, change, omitted, title, value, within
from eval.items import CATEGORIES
from eval.phrases import figure, named, phrase, told
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


def page(record: Record, passages: Mapping[str, Passage], language: Language = "en") -> str:
    """The whole report; ``passages`` is the library by id, for the gold text of failures."""
    return "".join(f"{line}\n" for line in _lines(record, passages, language))


def shown(text: str) -> str:
    """``text`` on one line, without anything that is markup or cannot be seen."""
    return escape(one_line(text))


def _told(key: str, language: Language, **values: object) -> str:
    return escape(told(key, language, **values))


def _named(name: str, language: Language) -> str:
    return escape(named(name).said(language))


def _lines(record: Record, passages: Mapping[str, Passage], language: Language) -> Iterator[str]:
    head = escape(title(record).said(language))
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{head}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield f'<h1 class="{"red" if record.exit_code else "green"}">{head}</h1>'
    missed = (escape(failure.said(language)) for failure in record.failures)
    yield from _items(f'<span class="red">{failure}</span>' for failure in missed)
    if record.paired:
        yield f"<p>{_told('Against the baseline: {said}.', language, said=record.paired.in_words)}</p>"
    yield f"<p>{escape(omitted(record).said(language))}</p>\n<h2>{_told('Measures', language)}</h2>"
    yield from _overall(record.measures, language)
    yield from _charts(record.measures, language)
    yield from _sureness(record.sure, language)
    yield from _flips(record, language)
    yield from _unmeasured(record, language)
    yield from _misses(record, passages, language)
    yield f"<h2>{_told('Measured on', language)}</h2>"
    digests = sorted(record.digests.items())
    yield from _items(f"{_named(name, language)} <code>{_named(d, language)}</code>" for name, d in digests)
    yield "</body>\n</html>"


def _table(rows: Sequence[Row], language: Language) -> Iterator[str]:
    """The first row is the head."""
    for place, row in enumerate(rows):
        tag = "td" if place else "th"
        yield f"<tr>{''.join(f'<{tag}>{escape(cell.said(language))}</{tag}>' for cell in row)}</tr>"


def _overall(measures: Sequence[Measure], language: Language) -> Iterator[str]:
    """Test beside dev, one measure a row."""
    dev = {measure.name: measure for measure in measures if measure.group == DEV}
    values = named("test") if dev else phrase("value")
    beside = (named(DEV), named("n")) if dev else ()
    rows: list[Row] = [(phrase("measure"), values, phrase("95 % interval"), named("n"), *beside)]
    for measure in measures:
        if measure.group == ALL:
            tuned = dev.get(measure.name)
            other = (value(tuned), named(tuned.size)) if tuned else ()
            rows.append((called(measure), value(measure), within(measure), named(measure.size), *other))
    yield from ("<table>", *_table(rows, language), "</table>")


def _charts(measures: Sequence[Measure], language: Language) -> Iterator[str]:
    """Truth by category and retrieval by language pair."""
    truths = [m for m in measures if m.name == "Truth" and m.group in CATEGORIES]
    pairs = [m for m in measures if m.name == "hit@5" and "→" in m.group]
    if truths:
        yield f"<h2>{_told('Truth by category', language)}</h2>"
        rows = [_bar(measure, language) for measure in truths]
        yield bars(told("Truth by category, −1 to 1", language), rows, language, least=-1.0)
    if pairs:
        key = "A gold passage in the top 5, by language of question → passage"
        yield f"<h2>{_told(key, language)}</h2>"
        rows = [_bar(measure, language) for measure in pairs]
        yield bars(told("hit@5 by language pair, 0 to 1", language), rows, language)


def _sureness(found: Sequence[Sureness], language: Language) -> Iterator[str]:
    """What is wrong among the surest answers, by how many are given, and how right they claim to be."""
    if not found:
        return
    lines = [(f"{named(one.group).said(language)} · {figure(f'{one.aurc:.3f}').said(language)}",
              [(p.coverage, p.risk) for p in one.curve]) for one in found if one.group != DEV]  # fmt: skip
    about = "Risk: what is wrong or missing among the surest answers; beside each line the mean of it."
    yield f"<h2>{_told('How sure the answers are', language)}</h2>"
    yield f"<p>{_told(about, language)}</p>"
    axes = told("share of the questions answered", language), told("risk", language)
    yield curves(told("Risk by coverage, test", language), axes, lines, language)
    for head, rows in ((RISK_HEAD, risk_rows(found)), (BIN_HEAD, bin_rows(found))):
        yield '<div class="wide"><table>'
        yield from (*_table((head, *rows), language), "</table></div>")


def _bar(measure: Measure, language: Language) -> Bar:
    note = f"{_signed(measure.value, language)} · n {measure.n}"
    return Bar(measure.group, measure.value, measure.low, measure.high, note)


def _flips(record: Record, language: Language) -> Iterator[str]:
    if record.flips:
        yield f"<h2>{_told('Flipped since the baseline', language)} ({len(record.flips)})</h2>"
        yield from _items(escape(change(flip, flip.item).said(language)) for flip in record.flips)


def _unmeasured(record: Record, language: Language) -> Iterator[str]:
    if record.errors:
        yield f'<h2 class="red">{_told("Not measured", language)} ({len(record.errors)})</h2>'
        key = "{name}: {text}"
        yield from _items(_told(key, language, name=o.item.id, text=o.error) for o in record.errors)


def _misses(record: Record, passages: Mapping[str, Passage], language: Language) -> Iterator[str]:
    pairs = [(o, record.verdicts[o.item.id]) for o in record.outcomes if o.item.id in record.verdicts]
    missed = [(outcome, verdict) for outcome, verdict in pairs if verdict.truth < 1]
    yield f"<h2>{_told('Not perfect ({missed} of {all})', language, missed=len(missed), all=len(pairs))}</h2>"
    for outcome, verdict in sorted(missed, key=lambda pair: pair[1].truth):
        side = " · dev" if outcome.item.id in record.dev else ""
        truth = _signed(verdict.truth, language)
        yield (
            f"<details>\n<summary>{truth} · {shown(outcome.item.category)}{side} · "
            f"{shown(outcome.item.question)} <code>{shown(outcome.item.id)}</code></summary>\n<dl>"
        )
        facts = _facts(outcome, verdict, passages, language)
        yield from (f"<dt>{_told(term, language)}</dt><dd>{what}</dd>" for term, what in facts)
        yield "</dl>\n</details>"


def _facts(
    outcome: Outcome, verdict: Verdict, passages: Mapping[str, Passage], language: Language
) -> Iterator[tuple[str, str]]:
    item, answer = outcome.item, outcome.answer
    yield "why", "<br>".join(escape(reason) for reason in reasons(verdict, language))
    yield "expected", escape(expected(item, language))
    for ref in item.passage_ids:
        if ref in passages:
            yield "gold" if ref not in item.acceptable else "fine too", _passage(passages[ref])
    if answer is not None:
        yield "got", _told("{name}: {text}", language, name=named(answer.status), text=answer.text)
        yield from (("cited", f"[{c.marker}] {_passage(c.passage)}") for c in answer.citations)
    yield from (("found", f"{n}. {_passage(hit.passage)}") for n, hit in enumerate(outcome.hits[:RANKED], 1))


def _passage(passage: Passage) -> str:
    text = passage.text if len(passage.text) <= EXCERPT else f"{passage.text[:EXCERPT]}…"
    return f"<code>{shown(passage.id)}</code> {shown(text)}"


def _items(lines: Iterable[str]) -> Iterator[str]:
    """A list, or nothing for no line; the lines are HTML already."""
    if found := [f"<li>{line}</li>" for line in lines]:
        yield "<ul>" + "".join(found) + "</ul>"


def _signed(number: float, language: Language) -> str:
    """The number with two decimals at most and a minus sign that lines up."""
    return figure(f"{round(number, 2):g}".replace("-", "−")).said(language)
