"""The first seconds of the page, in a real Chromium: it is there before it can answer."""

from pathlib import Path

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit, started
from served_ui import served

from ui.strings import say

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Which missiles did Lukashenko get delivered in Minsk?"


class _Early(Visit):
    """A visit that does not wait for the page to be ready."""

    def __enter__(self) -> "_Early":
        self.page.goto(self.site)
        return self


def test_the_page_is_there_while_it_gets_ready_and_takes_questions_already(tmp_path: Path) -> None:
    sign = tmp_path / "go"
    with served("late", str(sign)) as site, started() as browser:
        with _Early(browser, site, locale="en-GB") as visit:
            visit.page.wait_for_selector("text=getting the models ready…")
            visit.page.wait_for_selector("text=What would you like to know?")
            assert visit.page.locator(".example").count() == 0
            visit.page.fill("#box textarea", ASKED)
            visit.page.press("#box textarea", "Enter")
            visit.page.wait_for_selector("#turn-1 .waiting:has-text('getting the models ready…')")
            sign.touch()
            visit.page.wait_for_selector("#turn-1 .verified")
            visit.page.wait_for_selector(".facts:has-text('3 articles')")
            assert "S-400" in visit.text("#turn-1 .claim")
        with Visit(browser, site) as visit:
            assert "3 articles" in visit.text(".facts")


def test_the_overview_opened_early_waits_and_is_not_said_to_be_empty(tmp_path: Path) -> None:
    sign = tmp_path / "go"
    with (
        served("late", str(sign)) as site,
        started() as browser,
        _Early(browser, site, locale="en-GB") as visit,
    ):
        visit.room(2)
        visit.page.wait_for_selector("#overview .waiting")
        visit.page.get_by_text("Français", exact=True).click()
        visit.page.wait_for_selector(f"#overview .waiting:has-text('{say('overview_waiting', 'fr')}')")
        assert visit.page.locator("#overview .none").count() == 0
        sign.touch()
        visit.page.wait_for_selector("#overview .story")
