"""A hundred injections in every field of an article and in questions: in Chromium all of them stay text."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit
from payloads_ui import PAYLOADS
from served_ui import served

from ui.render import ECHO

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
AT_ONCE = 20  # payloads in one question: below its 4,000 characters
# Elements that our own page never has inside its papers, and attributes that act.
ACTIVE = (
    "script, img, iframe, object, embed, video, audio, link, style, meta, base, body, math, marquee, "
    "svg:not(.check), form:not([data-act]), a[href^='javascript'], [onload], [onerror], [onfocus], [ontoggle]"
)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """A page whose every article is hostile."""
    with served("payloads") as address:
        yield address


def _nothing_acts(visit: Visit) -> None:
    """No element of the payloads' making; `Visit` itself refuses dialogs, foreign requests and errors."""
    papers = "#nameplate, #welcome, #past, #latest, #noted, #bar, #table, #reader, #report, #quality"
    scoped = f":is({papers}) :is({ACTIVE})"
    assert visit.page.evaluate("(all) => document.querySelectorAll(all).length", scoped) == 0
    assert visit.page.title() == "Dépêche"


def test_there_are_a_hundred() -> None:
    assert len(set(PAYLOADS)) == 100


def test_titles_sources_and_addresses_stay_text(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        titles = visit.page.locator("table.articles .headline").all_text_contents()
        sources = visit.page.locator("table.articles td.outlet").all_text_contents()
        assert set(PAYLOADS) <= set(titles)
        assert set(PAYLOADS) <= set(sources)
        options = visit.page.locator("#bar select[name=source] option").all_text_contents()
        assert set(PAYLOADS) <= set(options)
        visit.page.click("[data-open=a3] >> visible=true")
        visit.page.wait_for_selector(".reading")
        assert visit.page.locator(".reading h2").text_content() == PAYLOADS[3]
        visit.page.click("#reader [data-act=about]")
        visit.page.wait_for_selector(".chip")
        _nothing_acts(visit)


def test_every_paragraph_stays_text(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        visit.page.click("[data-open=whole] >> visible=true")
        visit.page.wait_for_selector(".reading .body p")
        shown = visit.page.locator(".reading .body p").all_text_contents()
        assert shown == [f"{place}{text}" for place, text in enumerate(PAYLOADS, start=1)]
        _nothing_acts(visit)


@pytest.mark.parametrize("first", range(0, len(PAYLOADS), AT_ONCE))
def test_questions_answers_and_evidence_stay_text(browser: "Browser", site: str, first: int) -> None:
    question = "Recueil complet : " + " ".join(PAYLOADS[first : first + AT_ONCE])
    with Visit(browser, site) as visit:
        visit.ask(question)
        shown = visit.page.locator("#turn-1 h2").text_content() or ""
        assert len(shown) > ECHO // 2
        assert question.startswith(shown.removesuffix(" …"))
        quoted = visit.page.locator("#src-1-1").text_content()
        visit.page.locator("#turn-1 .card .opener").first.click()
        visit.page.wait_for_selector("#reader mark.flash")
        assert visit.page.locator("#reader mark").first.text_content() == quoted
        _nothing_acts(visit)


def test_names_and_contents_of_files_stay_text(browser: "Browser", site: str, tmp_path: Path) -> None:
    names = [text.replace("/", "∕")[:60] for text in PAYLOADS]  # what a file system takes
    files = [tmp_path / f"{place}{name}.png" for place, name in enumerate(names)]
    for file in files:
        file.write_text(PAYLOADS[0], "utf-8")
    with Visit(browser, site) as visit:
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", files)
        visit.page.wait_for_selector(".outcome")
        assert visit.page.locator(".outcome .reasons li").count() == len(PAYLOADS)
        visit.page.fill("#paste-heading :is(input, textarea)", PAYLOADS[0])
        visit.page.fill("#paste-text textarea", "\n\n".join(PAYLOADS))
        visit.page.click("#paste")
        visit.page.wait_for_selector(".outcome .added")
        _nothing_acts(visit)
