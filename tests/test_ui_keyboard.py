"""The keyboard alone in a real Chromium: it reaches all that can be pressed, and one sees where it is."""

from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
NAMES = "(all) => all.map((one) => one.outerHTML.slice(0, 120))"
MOST = 120  # presses of Tab in one room: twice what the fullest one takes
# What is seen of an element and those it stands in: without the focus it must be something else. A group of
# radio buttons and one of tabs are each a single stop of Tab.
HELPERS = """() => {
  window.look = (element) => {
    for (const one of document.getAnimations()) one.finish();
    const seen = [];
    for (let one = element, n = 0; one && n < 4; one = one.parentElement, n++) {
      const style = getComputedStyle(one);
      seen.push(style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor);
    }
    return seen.join();
  };
  window.stop = () => {
    const at = document.activeElement;
    if (at === document.body || at.dataset.stopped && at !== window.last) return false;
    if (at === window.last) return true; // a date has a stop for day, month and year each
    window.last = at;
    const focused = look(at);
    at.blur();
    const same = focused === look(at);
    at.focus();
    at.dataset.stopped = same ? 'unseen' : 'seen';
    return true;
  };
  window.left = () => [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
    .filter((one) => !one.dataset.stopped && !one.closest('[aria-hidden=true]'))
    .filter((one) => !one.matches('[role=tab], [type=radio], [type=file]'))
    .map((one) => one.outerHTML.slice(0, 120));
}"""


def _walk(visit: Visit) -> None:
    """Presses Tab from the head of the page until it has been everywhere."""
    visit.page.focus("#language input:checked")
    visit.page.keyboard.press("Shift+Tab")
    for _ in range(MOST):
        if not visit.page.evaluate("stop()"):
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(f"Tab goes on after {MOST} stops")


@pytest.mark.parametrize("room", range(5))
def test_tab_reaches_everything_and_is_seen_everywhere(browser: "Browser", site: str, room: int) -> None:
    with Visit(browser, site) as visit:
        visit.page.evaluate(HELPERS)
        visit.room(room)
        if room == 0:
            visit.ask("Quels systèmes de missiles ont été livrés à Minsk ?")
        if room == 1:
            visit.page.click("[data-open=minsk-fr] >> visible=true")
            visit.page.wait_for_selector(".reading")
        if room == 2:
            visit.page.wait_for_selector(".story")
        for fold in visit.page.locator("summary:visible").all():
            fold.click()
        _walk(visit)
        left = visit.page.evaluate("left()")
        assert left == [], left
        assert visit.page.locator("[data-stopped=seen]").count() > 5
        unseen = visit.page.locator("[data-stopped=unseen]").evaluate_all(NAMES)
        assert unseen == [], unseen
