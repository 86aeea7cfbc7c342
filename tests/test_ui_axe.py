"""What axe-core, the usual judge of accessible pages, finds in each room: nothing serious or critical."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chromium_ui import LAPTOP, NEEDS_CHROMIUM, PHONE, Visit
from turns_ui import barrage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Where `npm install axe-core` puts it: beside the tests, or with --global on Debian and elsewhere.
FOLDERS = (Path(__file__).parent.parent, *map(Path, ("/usr/lib", "/usr/local/lib", "/opt/homebrew/lib")))
PLACES = [folder / "node_modules/axe-core/axe.min.js" for folder in FOLDERS]
if "AXE_PATH" in os.environ:
    PLACES.insert(0, Path(os.environ["AXE_PATH"]))
AXE = next((path for path in PLACES if path.is_file()), None)
NEEDS_AXE = pytest.mark.skipif(AXE is None, reason="no axe-core here: npm install --global axe-core")
pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM, NEEDS_AXE]
JUDGE = """async () => (await axe.run({resultTypes: ['violations']})).violations
  .filter((one) => ['serious', 'critical'].includes(one.impact))
  .map((one) => [one.id, ...one.nodes.map((node) => node.html.slice(0, 160))])"""


def _found(visit: Visit) -> list[Any]:
    visit.page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    found: list[Any] = visit.page.evaluate(JUDGE)
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_room_has_a_serious_fault(
    browser: "Browser", site: str, size: dict[str, int], scheme: str, language: str
) -> None:
    assert AXE is not None
    locale = f"{language}-{language.upper()}"
    with Visit(browser, site, viewport=size, color_scheme=scheme, locale=locale) as visit:
        visit.page.evaluate(AXE.read_text("utf-8"))
        found = {"welcome": _found(visit)}
        visit.ask("Quel désaccord sur les missiles livrés à Minsk ?")
        assert visit.page.is_visible("#turn-1 .sides")
        for fold in ("verified", "card", "uncited", "judge", "filters"):
            visit.page.locator(f".{fold} summary").first.click()
        visit.page.select_option("select[name=language]", "fr")
        found["answer"] = _found(visit)
        visit.page.click(".filters button[type=submit]")
        visit.page.wait_for_selector(".chip")
        visit.ask("Qui a gagné la coupe à Minsk ?", turn=2)
        found["refusal"] = _found(visit)
        visit.ask("Dites brièvement quels systèmes de missiles ont été livrés à Minsk ?", turn=3)
        visit.page.locator("#turn-3 .claim a.marker").first.focus()
        found["short"] = _found(visit)
        visit.room(1)
        visit.page.click("[data-open=minsk-en] >> visible=true")
        visit.page.click(".removal summary")
        found["articles"] = _found(visit)
        visit.room(2)
        visit.page.wait_for_selector(".story")
        visit.page.fill("#topic input", "Minsk")
        visit.page.click("#topic button")
        visit.page.wait_for_selector(".chronicle")
        found["overview"] = _found(visit)
        visit.room(3)
        found["add"] = _found(visit)
        visit.room(4)
        found["quality"] = _found(visit)
    assert {room: faults for room, faults in found.items() if faults} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_article_with_its_gist_and_its_removal_have_no_serious_fault(
    browser: "Browser", own_site: str, tmp_path: Path, scheme: str
) -> None:
    assert AXE is not None
    with Visit(browser, own_site, color_scheme=scheme) as visit:
        visit.page.evaluate(AXE.read_text("utf-8"))
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", barrage(tmp_path))
        visit.page.wait_for_selector(".outcome .added")
        found = {"report": _found(visit)}
        visit.room(0)
        visit.ask("Le barrage de Kakhovka tient-il ?")
        visit.page.locator("#turn-1 .card .opener").first.click()
        visit.page.wait_for_selector("#reader mark.flash")
        assert visit.page.is_visible(".gist")
        found["gist"] = _found(visit)
        visit.page.click(".removal summary")
        visit.page.click("#reader [data-act=remove]")
        visit.page.wait_for_selector("[data-act=restore]")
        found["removed"] = _found(visit)
    assert {room: faults for room, faults in found.items() if faults} == {}
