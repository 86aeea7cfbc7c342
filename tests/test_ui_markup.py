"""The doors from text to HTML: whatever goes in comes out as text."""

import ast
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui.markup import day, opener, outward, safe, tag

UI = Path(__file__).parent.parent / "ui"
printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")))


class _Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(printable)
@example("<script>alert(1)</script>")
@example("&lt;b&gt; &amp; {{x}} ${y}")
def test_text_comes_out_as_the_same_text_and_nothing_else(text: str) -> None:
    read = _read(tag("p", safe(text)))
    assert [name for name, _ in read.tags] == ["p"]
    assert read.text == text
    assert not {"<", ">", '"', "'", "{", "}"} & set(safe(text))


@given(printable)
def test_an_attribute_holds_any_text_and_ends_where_it_should(text: str) -> None:
    read = _read(tag("p", title=text, data_open="x", lang=None))
    assert read.tags == [("p", {"title": text, "data-open": "x"})]


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.org/",
        "/local",
        "https://",
        "http://[::1",
        "https://example.org/a b",
        "https://example.org/\u202egnp",
    ],
)
def test_only_web_pages_are_linked(url: str | None) -> None:
    assert outward(url, "page") == ""


def test_a_web_page_is_linked_without_ties() -> None:
    read = _read(outward("https://example.org/a?b=1&c='\"", "page"))
    name, attributes = read.tags[0]
    assert name == "a"
    assert attributes["href"] == "https://example.org/a?b=1&c='\""
    assert attributes["rel"] == "noopener noreferrer nofollow"
    assert attributes["target"] == "_blank"


def test_dates_are_written_for_readers_and_machines() -> None:
    html = day(date(2022, 12, 19), "fr")
    assert 'datetime="2022-12-19"' in html
    assert "19 décembre 2022" in _read(html).text
    assert _read(day(None, "en")).text == "date unknown"


def test_an_opener_names_its_article_and_paragraph() -> None:
    attributes = dict(_read(opener("minsk-fr", 2, "Ouvrir")).tags)["button"]
    assert attributes["data-open"] == "minsk-fr"
    assert attributes["data-paragraph"] == "2"


def test_html_is_made_by_the_doors_alone() -> None:
    for path in UI.glob("*.py"):
        if path.name != "markup.py":
            called = {
                node.func.id
                for node in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            }
            assert "Html" not in called, f"{path.name} makes Html of its own"
