"""`depeche add` with files, pages and feeds at once: one report, nothing twice, nothing unasked."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from served_pages import Newspaper, Reply, newspaper
from written_pdf import pdf_of, set_in_lines

from corpus.library import Library
from rag import cli_add
from rag.adding import add_sources
from rag.cli import run

TEXT = "Le train numéro {n} est arrivé hier à l’aube dans la capitale, a annoncé le ministère de la Défense."
PAGE = "<html><head><title>Page {n}</title></head><body><article><h1>Page {n}</h1>{text}</article></body>"
FEED = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Le fil</title>
<item><title>Un</title><link>/1</link><pubDate>Sun, 08 Jan 2023 10:00:00 GMT</pubDate></item>
<item><title>Deux</title><link>/2</link><pubDate>Sat, 07 Jan 2023 10:00:00 GMT</pubDate>
<content:encoded>Le deuxième train est parti.</content:encoded></item>
<item><title>Trois</title><link>/3</link><pubDate>Fri, 06 Jan 2023 10:00:00 GMT</pubDate></item>
</channel></rss>"""


def _page(number: int) -> Reply:
    text = "".join(f"<p>{TEXT.format(n=number)} Il portait {chars} chars.</p>" for chars in range(3, 6))
    return Reply(PAGE.format(n=number, text=text).encode())


@pytest.fixture(scope="module")
def press() -> Iterator[Newspaper]:
    with newspaper() as server:
        server.pages["/1"] = _page(1)
        server.pages["/again"] = Reply(status=302, headers=(("Location", "/1"),))
        server.pages["/feed"] = Reply(FEED.encode(), "application/rss+xml")
        yield server


def test_a_page_a_feed_and_files_make_one_report(
    press: Newspaper, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "train.pdf").write_bytes(pdf_of([set_in_lines(TEXT.format(n="de PDF"), top=500)]))
    (tmp_path / "fil.rss").write_text(FEED.replace("Le deuxième", "Le quatrième"), "utf-8")
    files = [str(tmp_path / name) for name in ("train.pdf", "fil.rss")]
    pages = [f"{press.address}/{name}" for name in ("feed", "1")]
    command = ["add", *pages, *files, "--allow-private", "--json", "--lang", "fr"]
    assert run(command) == 0
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert printed.err == ""
    titles = {article.byline.title for article in Library(home / "library").articles()}
    assert titles == {"Page 1", "Deux", TEXT.format(n="de PDF")}
    assert len(report["added"]) == 4  # the page, the PDF, and an item of each feed
    assert len(report["unchanged"]) == 1  # the page, by itself and as an item
    assert sorted(skip["reason"] for skip in report["skipped"]) == [
        "item_unlinked", "item_unlinked", "page_absent",
    ]  # fmt: skip
    assert run(command) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["changed"], len(again["unchanged"])) == ([], [], 5)


def test_of_a_feed_no_more_items_than_asked_for_are_fetched(press: Newspaper, tmp_path: Path) -> None:
    press.asked.clear()
    heard: list[str] = []
    report = add_sources([f"{press.address}/feed"], tmp_path, limit=2, private=True, begun=heard.append)
    assert len(report.added) == 2
    assert [path for path, _ in press.asked] == ["/feed", "/1"]
    assert heard == [f"{press.address}/{name}" for name in ("feed", "1", "2")]


def test_a_text_by_another_address_is_no_second_article(press: Newspaper, tmp_path: Path) -> None:
    report = add_sources([f"{press.address}/{name}" for name in ("1", "again")], tmp_path, private=True)
    assert len(report.added) == 1
    assert [skip.why.key for skip in report.skipped] == ["same_text"]


def test_nothing_is_fetched_when_a_path_is_wrong_or_unasked(press: Newspaper, tmp_path: Path) -> None:
    press.asked.clear()
    assert run(["add", f"{press.address}/1", str(tmp_path / "absent")]) == 2
    assert run(["add", f"{press.address}/1"]) == 2
    assert press.asked == []


def test_progress_is_told_on_a_terminal_and_wiped_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = cli_add.Progress()
    progress.begun("https://example.org/a\n" + "b" * 200)
    progress.ended()
    told = capsys.readouterr().err
    assert told.startswith("\r\x1b[K1 https://example.org/a?")
    assert told.endswith("\r\x1b[K")
    assert len(told) < 100
    assert "\n" not in told
