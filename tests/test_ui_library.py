"""What a reader can do with the articles of the library, in a real Chromium."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def _texts(visit: Visit, selector: str) -> list[str]:
    return visit.page.locator(selector).all_inner_texts()


def test_an_article_is_removed_after_asking_and_put_back(browser: "Browser", own_site: str) -> None:
    with Visit(browser, own_site) as visit:
        visit.room(1)
        visit.page.click("[data-open=minsk-fr] >> visible=true")
        visit.page.click(".removal summary")
        visit.page.click("[data-fold]")
        assert not visit.page.is_visible("#reader [data-act=remove]")
        visit.page.click(".removal summary")
        visit.page.click("#reader [data-act=remove]")
        visit.page.wait_for_selector("text=2 articles ·")
        assert visit.page.locator("table.articles tbody tr").count() == 2
        visit.page.click("#reader [data-act=restore]")
        visit.page.wait_for_selector("text=3 articles ·")
        assert visit.text(".reading h2") == "Visite à Minsk"


def test_one_article_can_be_asked_alone(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        visit.page.click("[data-open=minsk-en] >> visible=true")
        visit.page.click("#reader [data-act=about]")
        visit.page.wait_for_selector(".chip")
        assert "dans «\u00a0Missiles delivered in Minsk\u00a0»" in visit.text(".chip")
        visit.page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
        visit.ask(ASKED + " delivered Lukashenko")
        assert set(_texts(visit, "#turn-1 .outlet")) == {"Dispatch"}


def test_articles_are_sorted_by_any_column(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        titles = "table.articles .headline"
        assert _texts(visit, titles)[0] == "Missiles delivered in Minsk"
        visit.page.click("th:nth-child(3) button")
        assert _texts(visit, titles)[1:] == ["Visite à Minsk", "Missiles delivered in Minsk"]
        visit.page.click("th:nth-child(1) button")
        assert _texts(visit, titles)[1:] == ["Missiles delivered in Minsk", "Visite à Minsk"]
        assert visit.page.get_attribute("th:nth-child(1)", "aria-sort") == "ascending"
        assert visit.page.get_attribute("th:nth-child(3)", "aria-sort") == "none"


def test_a_pasted_text_can_be_asked_about_at_once(browser: "Browser", own_site: str) -> None:
    with Visit(browser, own_site) as visit:
        visit.room(3)
        visit.page.fill("#paste-heading :is(input, textarea)", "Barrage de Kakhovka")
        visit.page.fill("#paste-text textarea", "Le barrage de Kakhovka mesure trente mètres.")
        visit.page.click("#paste")
        visit.page.wait_for_selector("text=4 articles ·")
        assert visit.page.input_value("#paste-text textarea") == ""
        visit.room(0)
        visit.ask("Combien mesure le barrage de Kakhovka ?")
        assert "trente mètres" in visit.text("#turn-1 .card mark")
        assert visit.text("#turn-1 .card .outlet") == "texte collé"


def test_the_quality_page_speaks_both_languages(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(4)
        assert "Rien ne quitte cette machine" in visit.text("#quality")
        visit.page.get_by_text("English", exact=True).click()
        visit.page.wait_for_selector("text=Nothing leaves this machine")
