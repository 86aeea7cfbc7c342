"""The article reader in a real Chromium: its gist, its neighbours, the table beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit
from turns_ui import barrage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]


def test_a_gist_leads_to_its_paragraphs_and_the_reader_to_its_neighbours(
    browser: "Browser", own_site: str, tmp_path: Path
) -> None:
    with Visit(browser, own_site) as visit:
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", barrage(tmp_path))
        visit.page.wait_for_selector(".outcome .added")
        visit.room(1)
        visit.page.click("[data-open=barrage] >> visible=true")
        visit.page.wait_for_selector(".gist")
        assert visit.text(".gist li").startswith("Au jour 0, le barrage de Kakhovka tient.")
        assert "3 citations vérifiées mot à mot" in visit.text(".gist")
        visit.page.focus(".gist a[href='#/barrage/p3']")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#p3.flash")
        visit.page.focus(".neighbours .older button")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".reading h2:text-is('Missiles delivered in Minsk')")
        visit.page.wait_for_function("document.activeElement.matches('.reading h2')")


def test_articles_are_sorted_by_their_length(browser: "Browser", own_site: str) -> None:
    with Visit(browser, own_site) as visit:
        visit.room(1)
        visit.page.click("th:nth-child(5) button")
        visit.page.click("th:nth-child(5) button")
        assert visit.text("table.articles .headline") == "Visite à Minsk"
        assert visit.text("table.articles td.many") == "3"
