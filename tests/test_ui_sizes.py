"""Answers on a phone, a tablet and a laptop, in a real Chromium: all fits, the evidence is near."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]


SIZES = [{"width": wide, "height": 740} for wide in (360, 768, 1440)]


@pytest.mark.parametrize("size", SIZES, ids=["360", "768", "1440"])
def test_short_answers_and_disagreements_fit_and_lead_to_their_evidence(
    browser: "Browser", site: str, size: dict[str, int]
) -> None:
    with Visit(browser, site, viewport=size) as visit:
        visit.ask("Dites brièvement quels systèmes de missiles ont été livrés à Minsk ?")
        assert "Date comptée" in visit.text("#turn-1 .short")
        visit.page.hover("#turn-1 .short a.marker")
        assert "S-400" in visit.text(".preview:visible")
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        visit.ask("Quel désaccord sur les missiles livrés à Minsk ?", turn=2)
        tops = visit.page.evaluate(
            "[...document.querySelectorAll('#turn-2 .sides li')].map((one) => one.offsetTop)"
        )
        assert len(tops) == 2
        assert (tops[0] == tops[1]) == (size["width"] > 360)
        visit.page.click("#turn-2 .sides a.marker >> nth=1")
        visit.page.wait_for_selector("#src-2-2.flash")
        visit.page.hover("#turn-2 .claim a.marker >> nth=0")
        assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES, ids=["360", "768", "1440"])
def test_no_room_overflows(browser: "Browser", site: str, size: dict[str, int]) -> None:
    with Visit(browser, site, viewport=size) as visit:
        wide = {}
        for room in range(5):
            visit.room(room)
            if room == 1:
                visit.page.click("[data-open=hostile-fr] >> visible=true")
                visit.page.wait_for_selector(".reading")
            if room == 2:
                visit.page.wait_for_selector(".story")
                visit.page.fill("#topic input", "Minsk")
                visit.page.click("#topic button")
                visit.page.wait_for_selector(".chronicle")
            wide[room] = visit.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert {room: over for room, over in wide.items() if over > 0} == {}


def test_on_a_phone_the_sources_are_one_tap_away(browser: "Browser", site: str) -> None:
    with Visit(browser, site, viewport={"width": 360, "height": 640}) as visit:
        assert visit.page.locator("#foot button").all_inner_texts() == ["Question", "Sources", "Articles"]
        visit.ask("Quels systèmes de missiles ont été livrés à Minsk ?")
        assert not visit.is_in_view("#turn-1 .card mark")
        visit.page.click("[data-foot=sources]")
        visit.page.wait_for_function("document.querySelector('.evidence').getBoundingClientRect().top < 100")
        visit.page.click("[data-foot=articles]")
        visit.page.wait_for_selector("table.articles", state="visible")
        visit.page.click("[data-foot=question]")
        visit.page.wait_for_function("document.activeElement.matches('#box textarea')")
        box, foot = (visit.page.locator(one).bounding_box() for one in ("#box", "#foot"))
        assert box
        assert foot
        assert box["y"] + box["height"] <= foot["y"]
    with Visit(browser, site) as visit:
        assert not visit.page.is_visible("#foot button >> nth=0")
