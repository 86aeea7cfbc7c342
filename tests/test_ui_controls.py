"""What a reader can do with answers and articles, in a real Chromium and with the keyboard alone."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, PHONE, Visit
from fakes_ui import WordAssistant

from rag.answer import Turn
from rag.export import plain_turn, verify

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"
ONLY_ENGLISH = "Que craint Kyiv, une attaque delivered Lukashenko ?"


def _texts(visit: Visit, selector: str) -> list[str]:
    return visit.page.locator(selector).all_inner_texts()


def _focused(visit: Visit, selector: str) -> None:
    visit.page.wait_for_function("(wanted) => document.activeElement.matches(wanted)", arg=selector)


def test_filters_are_seen_applied_taken_off_and_widened(browser: "Browser", site: str) -> None:
    with Visit(browser, site, viewport=PHONE) as visit:
        assert _texts(visit, ".no-filter") == ["Tous les articles"]
        visit.page.click(".filters summary")
        visit.page.fill("input[name=since]", "2022-12-01")
        visit.page.select_option("select[name=language]", "fr")
        visit.page.click(".filters button[type=submit]")
        visit.page.wait_for_selector(".chip")
        chips = [text.replace("\n", "") for text in _texts(visit, ".chip")]
        assert chips == ["à partir du 1er décembre 2022×", "articles en français×"]
        visit.ask(ONLY_ENGLISH)
        assert "sans eux, ils y répondent" in visit.text("#turn-1 .refusal")
        visit.page.click("#turn-1 [data-act=widen]")
        visit.page.wait_for_selector("#turn-1 .verified")
        assert visit.page.locator(".chip").count() == 0
        assert visit.page.locator(".turn").count() == 1
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_date_in_the_question_itself_is_widened_too(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED.replace("?", "en 2021 ?"))
        visit.page.focus("#turn-1 [data-act=widen]")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#turn-1 .verified")
        assert visit.page.locator(".chip").count() == 0
        visit.page.focus("#turn-1 [data-act=retry]")
        visit.page.keyboard.press("Enter")
        _focused(visit, "#turn-1")
        visit.page.wait_for_selector("#turn-1 :is(.verified, .refusal)")
        assert visit.page.locator("#turn-1 .refusal").count() == 0


def test_a_chip_takes_its_filter_off(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.click(".filters summary")
        visit.page.select_option("select[name=source]", "Dispatch")
        visit.page.fill("input[name=until]", "2022-12-31")
        visit.page.click(".filters button[type=submit]")
        visit.page.wait_for_selector(".chip")
        visit.ask(ASKED)
        assert set(_texts(visit, "#turn-1 .outlet")) == {"Dispatch"}
        visit.page.click(".chip [data-name=sources]")
        visit.page.wait_for_function("document.querySelectorAll('.chip').length === 1")
        visit.ask(ASKED, turn=2)
        assert "Dépêche" in _texts(visit, "#turn-2 .card .outlet")


def test_a_search_can_be_stopped_and_tried_again(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.fill("#box textarea", ASKED + " Répondez lentement")
        visit.page.press("#box textarea", "Enter")
        visit.page.wait_for_selector("#turn-1 .claim")
        visit.page.click("#stop")
        visit.page.wait_for_selector("text=Recherche arrêtée.")
        visit.page.wait_for_selector("#stop", state="hidden")
        visit.page.click("#turn-1 [data-act=edit]")
        visit.page.wait_for_selector("text=remplace la question 1")
        visit.page.wait_for_function("document.querySelector('#box textarea').value.includes('lentement')")
        visit.ask(ASKED)
        assert visit.page.locator(".turn").count() == 1


def test_the_last_question_can_be_asked_again_or_rewritten(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        visit.page.focus("#turn-1 [data-act=retry]")
        visit.page.keyboard.press("Enter")
        _focused(visit, "#turn-1")
        assert "S-400" in visit.text("#turn-1 .claim")
        visit.ask("Le Kremlin a-t-il nié toute pression ?", turn=2)
        assert visit.page.locator("#turn-1 [data-act=retry]").count() == 0
        visit.page.click("#turn-2 [data-act=edit]")
        visit.page.wait_for_selector("text=remplace la question 2")
        assert visit.page.evaluate("document.activeElement.tagName") == "TEXTAREA"
        assert visit.page.input_value("#box textarea") == "Le Kremlin a-t-il nié toute pression ?"
        visit.page.fill("#box textarea", ASKED)
        visit.page.press("#box textarea", "Enter")
        visit.page.wait_for_selector("#turn-2 h2:has-text('systèmes')")
        visit.page.wait_for_selector("#turn-2 .verified")
        assert _texts(visit, ".chip") == []
        assert visit.page.locator(".turn").count() == 2


def test_an_answer_is_copied_with_its_sources(browser: "Browser", site: str) -> None:
    with Visit(browser, site, permissions=["clipboard-read", "clipboard-write"]) as visit:
        visit.ask(ASKED)
        visit.page.click("#turn-1 [data-copy]")
        visit.page.wait_for_selector("text=Copié")
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert copied.strip() == plain_turn(Turn(ASKED, WordAssistant().ask(ASKED)))


def test_the_conversation_is_saved_by_the_browser(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        files = {}
        for kind in ("md", "json"):
            with visit.page.expect_download() as download:
                visit.page.click(f"#turn-1 [data-act=save][data-kind={kind}]")
            assert download.value.suggested_filename.endswith(f".{kind}")
            files[kind] = Path(download.value.path()).read_text("utf-8")
        assert "## 1. Quels systèmes" in files["md"]
        assert verify(json.loads(files["json"]), WordAssistant(keep=True).library()) == ()


def test_a_verdict_is_taken_and_the_reader_told_where_it_is(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(ASKED)
        visit.page.click("#turn-1 .judge summary")
        visit.page.fill("#turn-1 .judge textarea", "La date est fausse.")
        visit.page.click("#turn-1 .judge button")
        visit.page.wait_for_selector(".noted")
        assert "sur cette machine seulement" in visit.text(".noted")
        path = Path(visit.text(".noted").partition("dans ")[2].partition(",")[0])
        (line,) = path.read_text("utf-8").splitlines()
        assert (json.loads(line)["verdict"], json.loads(line)["comment"]) == ("wrong", "La date est fausse.")


def test_the_keyboard_alone_asks_follows_a_marker_and_comes_back(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.focus("#box textarea")
        visit.page.keyboard.type(ASKED)
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#turn-1 .verified")
        assert "S-400" in visit.page.inner_text("#announcer")
        assert not visit.page.is_visible(".preview >> nth=0")
        for _ in range(40):  # from the question box back to the answer, as far as its last marker
            if visit.page.evaluate("document.activeElement.matches('a.marker')"):
                break
            visit.page.keyboard.press("Shift+Tab")
        visit.page.keyboard.press("Shift+Tab")
        assert "S-400" in visit.text(".preview:visible")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector("#src-1-1.flash")
        assert visit.page.evaluate("document.activeElement.id") == "src-1-1"
        visit.page.keyboard.press("Escape")
        assert visit.page.evaluate("document.activeElement.matches('a.marker')")


POLITE = {"fr": "La vôtre n’a pas été posée", "en": "Yours was not asked"}


@pytest.mark.parametrize("language", POLITE)
def test_a_full_queue_is_said_in_the_readers_language(browser: "Browser", site: str, language: str) -> None:
    full = json.dumps({"detail": "Queue is full. Max size is 64 and size is 64."})
    with Visit(browser, site, locale=f"{language}-{language.upper()}") as visit:
        visit.page.route("**/queue/join*", lambda route: route.fulfill(status=503, body=full))
        visit.page.fill("#box textarea", ASKED)
        visit.page.press("#box textarea", "Enter")
        visit.page.wait_for_selector("#nameplate .busy", state="visible")
        assert POLITE[language] in visit.text(".busy")
        assert visit.page.input_value("#box textarea") == ASKED
        visit.page.unroute("**/queue/join*")
        visit.complaints.clear()


def test_the_focus_is_never_lost_with_the_button_that_was_pressed(browser: "Browser", own_site: str) -> None:
    with Visit(browser, own_site) as visit:
        visit.page.focus(".filters summary")
        visit.page.keyboard.press("Enter")
        visit.page.select_option("select[name=language]", "fr")
        visit.page.focus(".filters button[type=submit]")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".chip")
        _focused(visit, ".filters summary")
        visit.page.focus(".chip button")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".no-filter")
        _focused(visit, ".filters summary")
        visit.room(1)
        visit.page.focus("[data-open=minsk-fr] >> visible=true")
        visit.page.keyboard.press("Enter")
        _focused(visit, ".reading h2")
        visit.page.focus(".removal summary")
        visit.page.keyboard.press("Enter")
        visit.page.focus("#reader [data-act=remove]")
        visit.page.keyboard.press("Enter")
        _focused(visit, "[data-act=restore]")
        visit.page.keyboard.press("Enter")
        _focused(visit, ".reading h2")


def test_the_question_box_stands_at_the_foot_of_the_window(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.wait_for_function(
            "innerHeight - document.querySelector('#composer').getBoundingClientRect().bottom < 40"
        )
