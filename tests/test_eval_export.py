"""Reports are valid, harmless and the same each time, whatever questions and answers hold."""

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys_eval import ITEMS, PASSAGES, DumpTop5, Oracle, Silent, forged

from eval.export.junit import junit
from eval.export.machine import results_jsonl, summary_json
from eval.export.markdown import MOST_BYTES, code, markdown
from eval.export.wording import headline
from eval.phrases import named
from eval.plain import one_line
from eval.record import Flip, Paired, Record
from eval.report import table, terminal, write_reports
from eval.run import Assistant, Outcome, run
from eval.summary import summarise
from eval.verdict import judge


def record_of(assistant: Assistant, **changes: object) -> Record:
    outcomes = run(ITEMS, assistant)
    verdicts = {outcome.item.id: judge(outcome, PASSAGES) for outcome in outcomes}
    record = Record(outcomes, verdicts, summarise(tuple(verdicts.values())), {"model": "toy"}, gated=True)
    return replace(record, **changes)  # type: ignore[arg-type]


def hostile(question: str) -> Record:
    """A record whose one item asks ``question`` and misses; the answer says it too."""
    item = replace(ITEMS[0], question=question)
    outcome = Outcome(item, forged(Silent().ask(ITEMS[0].question), text=question))
    verdict = judge(outcome, PASSAGES)
    return Record((outcome,), {item.id: verdict}, summarise((verdict,)), {}, gated=True)


def parsed(text: str | bytes) -> Tree.Element:
    """``text`` read as XML."""
    return Tree.fromstring(text)  # noqa: S314  (our own report)


HOSTILE = (
    "</code><script>alert(1)</script>", "a | b | c", "`` ` ```", "![x](http://evil.test/?q=)",
    "[a](javascript:alert)", "\n# Title\n\n- item", "\x00\x01\x1b[2J\x7f\x85", "\u202egnp.exe\u2066",
    "@everyone #1", "\ud800 \udfff", "\ufffe\uffff", "]]><!-- &lt; & \" '", "\\", "a\\|b", "http://evil.test",
    "<details open>", "a\u2028\u2029b", "\U000e0041", "`", "trailing `",
)  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE, ids=ascii)
def test_no_question_breaks_junit(question: str) -> None:
    text = junit(hostile(question))
    root = parsed(text.encode("utf-8"))
    (case,) = root.findall("testsuite[@name='items']/testcase")
    assert [child.tag for child in case] == ["failure"]
    assert len(root.findall(".//testcase")) == 2


@pytest.mark.parametrize("question", HOSTILE, ids=ascii)
def test_no_question_leaves_its_code_span_in_markdown(question: str) -> None:
    _, _, misses = markdown(hostile(question)).partition("### Not perfect")
    assert one_line(question) in misses
    # Without its code spans the section holds only our own words.
    rest = re.sub(r"(`+) .*? \1(?!`)", "", misses)
    assert set(rest.split()) <= {"-", "0:", "-1:", "Truth", "expected", "got"}


@given(st.text())
def test_a_code_span_ends_where_it_should(text: str) -> None:
    span = code(text)
    fence = re.match("`+", span)
    assert fence
    inside = span[len(fence[0]) : -len(fence[0])]
    assert span.endswith(f" {fence[0]}")
    assert fence[0] not in re.findall("`+", inside)
    assert "\n" not in span


@given(st.text())
def test_one_line_is_valid_xml_and_visible(text: str) -> None:
    line = one_line(text)
    element = Tree.Element("x", name=line)
    assert parsed(Tree.tostring(element)).get("name") == line
    assert "\n" not in line
    assert one_line(line) == line


def test_markdown_stays_below_the_limit_of_a_step_summary() -> None:
    outcome = hostile("é|<" * 1000).outcomes[0]
    verdict = judge(outcome, PASSAGES)
    outcomes = tuple(replace(outcome, item=replace(outcome.item, id=f"x-{n}")) for n in range(400))
    record = Record(outcomes, {o.item.id: verdict for o in outcomes}, (), {}, gated=True)
    text = markdown(record)
    assert MOST_BYTES * 0.9 < len(text.encode()) <= MOST_BYTES
    assert text.endswith("…the rest is in results.jsonl\n")


def test_a_perfect_run_reads_as_green() -> None:
    record = record_of(Oracle())
    assert str(headline(record)) == "green, 7 items"
    assert record.exit_code == 0
    root = parsed(junit(record))
    assert {suite.get("name"): suite.get("tests") for suite in root} == {"items": "7", "gate": "1"}
    assert not root.findall(".//failure") + root.findall(".//error") + root.findall(".//skipped")


def test_a_missed_limit_reads_as_red() -> None:
    record = record_of(Silent(), failures=(named("hit@5 all: 0.5 is below its floor 0.9"),))
    assert str(headline(record)) == "RED, 1 limits missed by 7 items"
    assert record.exit_code == 1
    assert "hit@5 all: 0.5 is below" in markdown(record)
    assert parsed(junit(record)).find("testsuite[@name='gate']/testcase/failure") is not None
    assert any("hit@5 all: 0.5 is below" in line for line in terminal(record))


def test_an_unmeasured_item_is_never_green() -> None:
    broken = Outcome(ITEMS[0], error="RuntimeError: <boom> \x00")
    record = record_of(Oracle())
    verdicts = {name: verdict for name, verdict in record.verdicts.items() if name != ITEMS[0].id}
    record = replace(record, outcomes=(broken, *record.outcomes[1:]), verdicts=verdicts)
    assert str(headline(record)) == "NOT MEASURED, 1 of 7 items failed to run"
    assert record.exit_code == 2
    assert "fr-date" in markdown(record)
    items = parsed(junit(record)).find("testsuite")
    assert items is not None
    assert (items.get("errors"), items.get("failures")) == ("1", "0")
    assert json.loads(results_jsonl(record).splitlines()[0])["error"] == broken.error
    assert json.loads(summary_json(record))["errors"] == [{"id": "fr-date", "error": broken.error}]
    assert any(line.startswith("  fr-date: RuntimeError") for line in terminal(record))


def test_errors_outrank_missed_limits() -> None:
    broken = Outcome(ITEMS[0], error="x")
    assert record_of(Oracle(), outcomes=(broken,), failures=(named("y"),)).exit_code == 2


def test_a_chat_model_that_was_not_measured_is_said_to_be_so() -> None:
    quoting = record_of(Oracle(), digests={"engine": "extractive"})
    talking = record_of(Oracle(), digests={"engine": "ollama:qwen3"})
    for told in (markdown, summary_json, lambda record: "\n".join(terminal(record))):
        assert "No chat model was measured" in told(quoting)
        assert "No chat model was measured" not in told(talking)


def test_a_part_of_the_set_is_not_called_green() -> None:
    assert str(headline(record_of(Oracle(), gated=False))) == "7 items, no gate (not the whole shipped set)"


def test_junit_fails_for_what_got_worse_and_skips_what_is_known() -> None:
    record = record_of(Silent(), known={"fr-date": 1.0, "en-date": 0.0})
    items = parsed(junit(record)).find("testsuite")
    assert items is not None
    marks = {case.get("name"): [child.tag for child in case] for case in items}
    assert marks["fr-date"] == ["failure"]
    assert marks["en-date"] == ["skipped"]
    assert marks["fr-who"] == ["failure"]  # unknown to the baseline
    assert marks["fr-near"] == []
    assert (items.get("failures"), items.get("skipped")) == ("3", "1")


def test_flips_are_shown_with_their_direction() -> None:
    flips = (Flip("fr-date", 1.0, 0.0), Flip("fr-near", -1.0, 1.0))
    record = record_of(Silent(), flips=flips, paired=Paired(7, 1, 1, 0.75))
    lines = list(terminal(record))
    said = "of 7 items of test 1 worse than in the baseline, 1 better: exact one-sided p = 0.750"
    assert said in lines
    assert said in markdown(record)
    assert "  fr-date Truth 1 → 0 (worse)" in lines
    assert "  fr-near Truth -1 → 1 (better)" in lines
    assert "Truth 1 → 0" in markdown(record)


def test_each_group_has_the_interval_of_its_truth() -> None:
    record = record_of(DumpTop5(), dev=frozenset({"en-far"}))
    truth = next(m for m in record.measures if m.key == "Truth fr→fr")
    (row,) = (line for line in terminal(record) if line.startswith("fr→fr "))
    assert row.endswith(f"{truth.low:.2f} to {truth.high:.2f}")
    assert f"| {truth.low:.2f} to {truth.high:.2f} | {truth.n} |" in markdown(record)
    assert any(line.startswith("  en-far (dev) Truth -1: ") for line in terminal(record))


def test_every_item_that_is_not_perfect_is_explained() -> None:
    record = record_of(DumpTop5())
    lines = "\n".join(terminal(record))
    assert "en-far Truth -1: answered, but the articles do not say" in lines
    assert "answered, but the articles do not say" in markdown(record)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_reports(record_of(DumpTop5()), tmp_path / name, PASSAGES)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == ["junit.xml", "report.html", "results.jsonl", "summary.json", "summary.md"]
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.parametrize("question", HOSTILE, ids=ascii)
def test_every_question_comes_back_from_json(question: str, tmp_path: Path) -> None:
    write_reports(hostile(question), tmp_path, PASSAGES)
    (row,) = (tmp_path / "results.jsonl").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    assert json.loads(row)["question"] == question
    list(terminal(hostile(question)))


def test_results_hold_no_time() -> None:
    assert "timings" not in results_jsonl(record_of(Oracle()))


def test_a_table_is_aligned() -> None:
    assert list(table(("a", "n"), [("long name", "1"), ("b", "100")])) == [
        "a            n",
        "long name    1",
        "b          100",
    ]
