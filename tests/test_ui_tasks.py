"""What a newcomer comes for, in a real Chromium: how many clicks each task takes from the first page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit
from turns_ui import barrage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
COUNT = "() => { window.clicks = 0; addEventListener('click', (one) => { clicks += one.detail > 0 }, true); }"
Task = Callable[[Visit, Path], None]


def _who_denied_what(visit: Visit, _: Path) -> None:
    visit.ask("Qui a nié toute pression sur Minsk ?")
    assert "Le porte-parole du Kremlin a nié" in " ".join(visit.page.locator(".card mark").all_inner_texts())


def _when_was_it(visit: Visit, _: Path) -> None:
    visit.ask("Dites brièvement quand des missiles ont été livrés à Minsk ?")
    assert "19 décembre 2022" in visit.text("#turn-1")
    assert visit.page.is_visible("#turn-1 .short")


def _two_files_are_added_and_asked(visit: Visit, folder: Path) -> None:
    names = ("kakhovka", "assouan")
    for name in names:
        text = f"Barrage {name}\nLe barrage {name} mesure trente mètres.\n"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    visit.room(3)
    with visit.page.expect_file_chooser() as chosen:
        visit.page.click("#files button[aria-dropeffect]")
    chosen.value.set_files([folder / f"{name}.txt" for name in names])
    visit.page.click(".outcome [data-act=narrow]")
    visit.page.wait_for_selector(".chip")
    visit.ask("Combien de mètres mesure le barrage ?")
    assert visit.page.locator("#turn-1 .card").count() == len(names)


def _a_story_is_summarised(visit: Visit, _: Path) -> None:
    visit.room(2)
    visit.page.click(".story .headline:text-is('Le barrage')")
    visit.page.wait_for_selector(".gist li")


def _two_figures_that_disagree_are_found(visit: Visit, _: Path) -> None:
    visit.ask("Quel désaccord sur les missiles livrés à Minsk ?")
    assert visit.page.locator("#turn-1 .sides li").count() == 2


@pytest.fixture(scope="module")
def stocked(browser: "Browser", site: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page whose library also holds an article that is long enough for a gist."""
    with Visit(browser, site) as visit:
        visit.room(3)
        file = barrage(tmp_path_factory.mktemp("barrage"))
        visit.page.set_input_files("#files input[type=file]", file)
        visit.page.wait_for_selector("text=4 articles ·")
    return site


@pytest.mark.parametrize(
    ("task", "clicks"),
    [
        (_who_denied_what, 0),
        (_when_was_it, 0),
        (_a_story_is_summarised, 2),
        (_two_figures_that_disagree_are_found, 0),
        (_two_files_are_added_and_asked, 3),
    ],
)
def test_a_task_takes_few_clicks(
    browser: "Browser", stocked: str, tmp_path: Path, task: Task, clicks: int
) -> None:
    with Visit(browser, stocked) as visit:
        visit.page.evaluate(COUNT)
        task(visit, tmp_path)
        assert visit.page.evaluate("clicks") == clicks
