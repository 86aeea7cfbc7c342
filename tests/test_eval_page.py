"""The page opens offline, says everything, and nothing that it shows is markup or code."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_eval_export import HOSTILE, hostile, record_of
from toys_eval import PASSAGES, DumpTop5, Oracle, Silent

from eval.export.page import page, shown
from eval.export.svg import Bar, bars
from eval.phrases import named
from eval.plain import one_line
from eval.record import Flip, Paired
from eval.run import Outcome

# Everything that the page is made of.
OURS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td", "ul", "li",
    "span", "code", "div", "svg", "rect", "line", "polyline", "text", "details", "summary", "dl", "dt", "dd",
    "br",
}  # fmt: skip


class Reader(HTMLParser):
    """What a browser would see: elements, attributes and text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("question", HOSTILE, ids=ascii)
def test_no_question_or_answer_becomes_markup(question: str) -> None:
    source = page(hostile(question), PASSAGES)
    seen = Reader(source)
    assert set(seen.tags) <= OURS
    assert not {name for name in seen.attributes if name.startswith("on") or name in ("href", "src", "style")}
    assert one_line(question) in seen.text
    # As many elements as a tame question brings, but for line breaks between reasons: nothing was opened.
    tame = Reader(page(hostile("Quand ?"), PASSAGES))
    assert [tag for tag in seen.tags if tag != "br"] == [tag for tag in tame.tags if tag != "br"]


@given(st.text())
def test_what_is_shown_is_text_and_nothing_else(text: str) -> None:
    safe = shown(text)
    assert not set(safe) & set("<>\"'")
    assert unescape(safe) == one_line(text)


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    source = page(record_of(DumpTop5()), PASSAGES)
    assert "default-src &#x27;none&#x27;" in source
    assert not re.search(r"https?:|//|url\(|@import|<script|<link|<img|<iframe", source)


def test_every_miss_opens_to_question_answer_passages_and_reasons() -> None:
    record = record_of(DumpTop5())
    missed = [verdict for verdict in record.verdicts.values() if verdict.truth < 1]
    source = page(record, PASSAGES)
    seen = Reader(source)
    assert seen.tags.count("details") == len(missed) > 0
    for text in ("Who wrote The Tempest?", "answered, but the articles do not say", "an abstention"):
        assert text in seen.text
    assert "pont-fr#p1 La maire, Anne Durand, a coupé le ruban" in seen.text


def test_a_perfect_run_is_green_and_opens_nothing() -> None:
    source = page(record_of(Oracle()), PASSAGES)
    assert '<h1 class="green">Dépêche evaluation: green, 7 items</h1>' in source
    assert "<details>" not in source


def test_red_says_why_first() -> None:
    failures, flips = (named("hit@5 all: <0.5>"),), (Flip("fr-date", 1.0, 0.0),)
    record = record_of(Silent(), failures=failures, flips=flips, paired=Paired(6, 1, 0, 0.5))
    source = page(record, PASSAGES)
    assert '<h1 class="red">' in source
    assert "hit@5 all: &lt;0.5&gt;" in source
    assert "fr-date Truth 1 → 0" in source
    assert "of 6 items of test 1 worse than in the baseline, 0 better: exact one-sided p = 0.500" in source


def test_an_item_that_was_not_measured_is_named() -> None:
    record = record_of(Oracle())
    broken = Outcome(record.outcomes[0].item, error="OSError: <gone>")
    verdicts = {name: one for name, one in record.verdicts.items() if name != broken.item.id}
    source = page(record_of(Oracle(), outcomes=(broken, *record.outcomes[1:]), verdicts=verdicts), PASSAGES)
    assert "fr-date: OSError: &lt;gone&gt;" in source
    assert "NOT MEASURED" in source


def test_a_bar_starts_at_nought_and_stays_on_the_scale() -> None:
    chart = bars("x", [Bar("a", -0.5, -3.0, 0.5, "−0.5"), Bar("<b>", 1.0, 0.5, 1.0, "1")], "en", least=-1.0)
    boxes = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', chart)
    # The scale is 360 pixels wide and begins at 170, so nought is at 350.
    assert boxes == [("260.0", "90.0"), ("350.0", "180.0")]
    assert re.findall(r'whisker" x1="([\d.]+)" x2="([\d.]+)"', chart)[0] == ("170.0", "440.0")
    assert "&lt;b&gt;" in chart
