"""The page in a real Chromium, as a reader sees it: French and English, laptop and phone, light and dark."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import LAPTOP, NEEDS_CHROMIUM, PHONE, Visit
from fakes_ui import HOSTILE

from ui.headers import POLICY

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
DELIVERED = {
    "fr": "Quels systèmes de missiles ont été livrés à Minsk ?",
    "en": "Which missiles did Lukashenko get delivered in Minsk?",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_answer_stands_beside_its_highlighted_passage(
    browser: "Browser", site: str, language: str
) -> None:
    with Visit(browser, site, locale=f"{language}-{language.upper()}") as visit:
        visit.ask(DELIVERED[language])
        assert "S-400" in visit.text("#turn-1 .claim")
        words = {"fr": "citations vérifiées mot à mot", "en": "citations verified word for word"}
        assert words[language] in visit.text(".verified")
        marks = visit.page.locator("#turn-1 .card mark").all_inner_texts()
        assert len(marks) == 2
        assert all("S-400" in mark for mark in marks)
        answer, card = (visit.page.locator(one).first.bounding_box() for one in (".said", ".card"))
        assert answer is not None
        assert card is not None
        assert card["x"] > answer["x"] + answer["width"]


def test_a_click_on_a_marker_shows_and_flashes_its_evidence(browser: "Browser", site: str) -> None:
    with Visit(browser, site, viewport=PHONE) as visit:
        visit.ask(DELIVERED["fr"])
        assert not visit.is_in_view("#src-1-2")
        visit.page.click("#turn-1 a.marker[href='#src-1-2']")
        visit.page.wait_for_selector("#src-1-2.flash")
        assert visit.page.evaluate("document.activeElement.id") == "src-1-2"
        visit.page.wait_for_function(
            "(() => { const r = document.querySelector('#src-1-2').getBoundingClientRect();"
            " return r.top >= 0 && r.bottom <= innerHeight })()"
        )
        assert visit.page.locator(".card.flash").count() == 1
        assert visit.page.locator("mark.flash").count() == 1


def test_a_refusal_is_a_card_with_the_nearest_articles(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask("Qui a gagné la coupe à Minsk ?")
        assert "ne le disent pas" in visit.text(".refusal")
        visit.page.locator(".nearest .headline").first.click()
        visit.page.wait_for_selector(".reading [data-wanted]")
        assert visit.text(".reading h2") == "Missiles delivered in Minsk"


def test_the_language_of_the_page_changes_at_once_and_is_remembered(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(DELIVERED["fr"])
        visit.page.evaluate("window.notReloaded = true")
        visit.page.get_by_text("English", exact=True).click()
        visit.page.wait_for_selector("text=citations verified word for word")
        rooms = ["Questions", "Articles", "Overview", "Add", "Quality"]
        assert visit.page.get_by_role("tab").all_inner_texts() == rooms
        assert visit.page.get_attribute("#box textarea", "placeholder") == "Ask the articles a question…"
        assert visit.text("#box button") == "Ask"
        assert "newest: 20 December 2022" in visit.text(".facts")
        assert visit.page.evaluate("document.documentElement.lang") == "en"
        assert visit.page.evaluate("window.notReloaded")
        assert "Selon Dépêche" in visit.text(".claim")
        visit.page.reload()
        visit.page.wait_for_selector("text=What would you like to know?")


def test_the_answer_language_can_be_fixed(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.click("#spoken input")
        visit.page.get_by_role("option", name="Réponse en anglais").click()
        visit.ask(DELIVERED["fr"])
        assert visit.text("#turn-1 .claim").startswith("According to")
        assert visit.page.get_attribute("#turn-1 .claims", "lang") == "en"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_on_a_small_phone_no_answer_language_is_cut_short(
    browser: "Browser", site: str, language: str
) -> None:
    small = {"width": 360, "height": 740}
    with Visit(browser, site, viewport=small, locale=f"{language}-{language.upper()}") as visit:
        for place in range(3):
            visit.page.click("#spoken input")
            visit.page.locator("ul[role=listbox] [role=option]").nth(place).click()
            chosen = visit.page.locator("#spoken input")
            assert chosen.evaluate("(one) => one.scrollWidth <= one.clientWidth"), chosen.input_value()


def test_an_example_is_answered_when_it_is_chosen(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        chosen = visit.text(".example")
        visit.page.click(".example")
        visit.page.wait_for_selector("#turn-1 .verified")
        assert visit.text("#turn-1 .question") == chosen
        assert not visit.page.locator(".welcome").count()


def test_uploaded_articles_can_be_asked_about_at_once(
    browser: "Browser", site: str, tmp_path: Path
) -> None:
    dam, empty, picture = (tmp_path / name for name in ("barrage.txt", "vide.txt", "photo.png"))
    dam.write_text("Barrage de Kakhovka\nLe barrage de Kakhovka mesure trente mètres.\n", "utf-8")
    empty.write_text("x", "utf-8")
    picture.write_bytes(b"PNG")
    with Visit(browser, site) as visit:
        visit.room(3)
        assert "10 Mo" in visit.text("#introduction")
        visit.page.set_input_files("#files input[type=file]", [dam, empty, picture])
        visit.page.wait_for_selector(".outcome")
        assert "1 article ajouté" in visit.text(".outcome")
        reasons = visit.text(".outcome .reasons")
        assert "vide.txt — il ne contient pas de texte" in reasons
        assert "photo.png — ce n’est pas un fichier .md, .txt, .html, .pdf" in reasons
        visit.page.wait_for_selector("text=4 articles ·")
        visit.room(0)
        visit.ask("Combien mesure le barrage de Kakhovka ?")
        assert "trente mètres" in visit.text("#turn-1 .card mark")
        visit.room(1)
        assert visit.page.locator("table.articles tbody tr").count() == 4


def test_an_article_opens_at_the_cited_paragraph(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask(DELIVERED["fr"])
        visit.page.locator("#turn-1 .card .opener").first.click()
        visit.page.wait_for_selector("#reader #p2.flash")
        assert "S-400" in visit.text("#p2")
        assert visit.page.locator("#reader .body p").count() == 3


def test_the_list_of_articles_can_be_narrowed(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.room(1)
        rows = visit.page.locator("table.articles tbody tr:visible")
        assert rows.count() >= 3
        visit.page.fill("input.filter", "dispatch minsk")
        assert rows.all_inner_texts()[0].startswith("Missiles delivered in Minsk")
        assert rows.count() == 1


def test_a_hostile_article_stays_text(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.ask("Le piège hostile a-t-il été désamorcé ?")
        assert visit.text("#turn-1 .card mark") == HOSTILE
        visit.page.locator("#turn-1 .card .opener").first.click()
        visit.page.wait_for_selector("#reader .body p")
        assert HOSTILE in visit.text("#reader .body p")
        assert visit.text("#reader h2") == "<b>Piège</b> {{7*7}}"
        assert not visit.page.locator("#desk :is(script, img), #reader :is(img, b, script)").count()
        assert not visit.page.locator("a[href^='javascript']").count()


def test_the_policy_stops_what_escaping_would_have_missed(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://evil.example/x.png'}))")
        visit.page.wait_for_timeout(200)
        assert any("Content Security Policy" in complaint for complaint in visit.complaints)
        assert "default-src 'self'" in POLICY
        visit.complaints.clear()
        visit.requests.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_nothing_overflows_and_every_room_can_be_seen(
    browser: "Browser", site: str, size: dict[str, int], scheme: str, tmp_path: Path
) -> None:
    with Visit(browser, site, viewport=size, color_scheme=scheme) as visit:
        seen = []
        for room in (0, 1, 2, 3, 4):
            visit.room(room)
            if room == 0:
                visit.ask("Le piège hostile a-t-il été désamorcé ?")
            if room == 1:
                visit.page.click("[data-open=hostile-fr] >> visible=true")
                visit.page.wait_for_selector(".reading")
            visit.page.screenshot(path=str(tmp_path / f"room-{room}.png"))
            seen.append(visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]"))
        assert all(wide <= window for wide, window in seen)
        background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 21, 18)"}[scheme]


def test_light_and_dark_are_a_click_apart(browser: "Browser", site: str) -> None:
    with Visit(browser, site) as visit:
        visit.page.click("button.theme")
        assert "dark" in (visit.page.get_attribute("body", "class") or "")
        visit.page.reload()
        visit.complaints.clear()  # a request that the reload breaks off complains
        visit.page.wait_for_selector(".example")
        assert "dark" in (visit.page.get_attribute("body", "class") or "")
