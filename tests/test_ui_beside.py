"""The evidence beside an answer in a real Chromium: unfolded, explained, followed into the article."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def test_the_cited_words_are_shown_and_flashed_in_the_whole_article(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        quoted = visit.text("#src-1-1")
        visit.page.locator("#turn-1 .card .opener").first.focus()
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#reader [data-wanted].flash mark.flash")
        assert visit.text("#reader mark") == quoted
        assert visit.page.locator("#reader mark").count() == 1
        assert visit.page.evaluate("document.activeElement.textContent") == quoted


def test_a_number_beside_a_paragraph_leads_to_it(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        visit.page.click("[data-open=minsk-fr] >> visible=true")
        visit.page.focus("#reader a.pilcrow[href='#/minsk-fr/p3']")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#p3.flash")
        assert "a nié toute pression" in visit.text("#p3")
        assert visit.page.url.endswith("#/minsk-fr/p3")


def test_the_address_of_a_paragraph_opens_it(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.goto("about:blank")
        visit.page.goto(f"{site}#/minsk-fr/p3")
        visit.page.wait_for_selector("#reader #p3[data-wanted].flash")
        visit.page.wait_for_function("document.activeElement.id === 'p3'")
        visit.page.click("#reader .neighbours .newer button")
        visit.page.wait_for_selector(".reading h2:text-is('Missiles delivered in Minsk')")
        visit.page.wait_for_function("location.hash === '#/minsk-en'")
        visit.complaints.clear()  # a request that leaving breaks off complains


def test_neighbours_and_uncited_passages_are_a_key_away(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        before = "Vladimir Poutine s’est rendu à Minsk lundi."
        context = visit.page.locator("#turn-1 .context").first
        assert not context.get_by_text(before).is_visible()
        context.locator("summary").focus()
        visit.page.keyboard.press("Enter")
        assert context.get_by_text(before).is_visible()
        scores = visit.page.locator("#turn-1 .uncited .scores").first
        assert not scores.is_visible()
        visit.page.focus("#turn-1 .uncited summary")
        visit.page.keyboard.press("Enter")
        assert scores.inner_text().startswith("score 1,0000")


def test_a_passage_in_another_language_is_labelled_and_spoken_in_its_own(
    browser: "Browser", site: str
) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        english = visit.page.locator("#turn-1 .card:has(.foreign)")
        assert english.locator(".foreign").inner_text() == "original en anglais"
        assert english.locator("blockquote").get_attribute("lang") == "en"
        assert "S-400 and Iskander" in english.locator("mark").inner_text()


def test_what_verified_means_is_unfolded(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        meaning = visit.page.get_by_text("caractère pour caractère")
        assert not meaning.is_visible()
        visit.page.focus("#turn-1 .verified summary")
        visit.page.keyboard.press("Enter")
        assert meaning.is_visible()


def test_a_follow_up_says_which_question_was_understood(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        visit.ask("Et à Minsk ?", turn=2)
        assert visit.text("#turn-2 .notice") == f"{ASKED} Et à Minsk ?"
