"""The overview in a real Chromium: seen, chosen from, asked about, with the mouse and the keyboard."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, PHONE, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def _overview(visit: Visit) -> None:
    visit.room(2)
    visit.page.wait_for_selector(".story")


def test_a_story_filters_the_conversation_until_its_chip_is_taken_off(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        _overview(visit)
        visit.page.click(".story [data-act=narrow]")
        visit.page.wait_for_function("document.activeElement.matches('#box textarea')")
        chips = visit.page.locator(".chip").all_inner_texts()
        assert [chip.replace("\n", "") for chip in chips] == [
            "dans «\u00a0Missiles delivered in Minsk\u00a0»×",
            "dans «\u00a0Visite à Minsk\u00a0»×",
        ]
        visit.page.click(".clear button")
        visit.page.wait_for_selector(".no-filter")


def test_a_day_filters_the_conversation_from_the_keyboard_alone(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        _overview(visit)
        visit.page.get_by_role("button", name="20 décembre 2022 : 1 article").focus()
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".chip")
        assert "à partir du 20 décembre 2022" in visit.text(".chip")
        visit.ask(ASKED + " delivered Lukashenko")
        assert set(visit.page.locator("#turn-1 .outlet").all_inner_texts()) == {"Dispatch"}


def test_a_story_opens_at_its_cited_paragraph(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        _overview(visit)
        visit.page.locator(".story .opener").first.click()
        visit.page.wait_for_selector("#reader #p1.flash")
        assert visit.text(".reading h2") == "Visite à Minsk"


def test_a_topic_is_told_and_told_again_in_the_other_language(browser: "Browser", site: str) -> None:
    with Visit(browser, site, viewport=PHONE) as visit:
        _overview(visit)
        visit.page.fill("#topic input", "Minsk")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".chronicle")
        assert "19 décembre 2022 (date de publication)" in visit.text(".chronicle h4")
        assert "3 dates" in visit.page.inner_text("#announcer")
        visit.page.get_by_text("English", exact=True).click()
        visit.page.wait_for_selector("text=Timeline: Minsk")
        visit.page.wait_for_selector("text=The newest stories")
        assert visit.text(".chronicle h4") == "19 December 2022 (date of publication)"
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        visit.page.locator(".chronicle .opener").first.click()
        visit.page.wait_for_selector("#reader [data-wanted]")
