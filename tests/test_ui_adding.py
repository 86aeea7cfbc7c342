"""Adding several files in a real Chromium: watched, stopped, asked about meanwhile."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, NEEDS_CHROMIUM]
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def _files(folder: Path, names: list[str]) -> list[Path]:
    for name in names:
        (folder / name).write_text(f"Barrage {name}\nLe barrage {name} mesure trente mètres.\n", "utf-8")
    return [folder / name for name in names]


def test_questions_are_answered_while_files_are_added_and_a_stop_keeps_what_is_there(
    browser: "Browser", own_site: str, tmp_path: Path
) -> None:
    files = _files(tmp_path, [f"lent{n}.txt" for n in range(60)])
    with Visit(browser, own_site) as visit:
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", files)
        visit.page.wait_for_selector(".progress:has-text('encore')")
        assert "sur 60" in visit.text(".progress")
        assert visit.page.get_attribute(".progress progress", "max") == "60"
        visit.room(0)
        visit.ask(ASKED)
        visit.ask("Combien mesure le barrage lent0 ?", turn=2)
        assert "trente mètres" in visit.text("#turn-2 .card mark")
        visit.room(3)
        visit.page.focus("#halt")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_selector(".outcome .notice")
        assert "Ce qui est ajouté reste." in visit.text(".outcome")
        added = int(visit.text(".outcome .added").split()[0])
        assert 0 < added < 60
        visit.page.wait_for_selector(f"text={3 + added} articles ·")
        visit.page.wait_for_selector("#halt", state="hidden")


def test_files_are_dropped_on_the_page_several_at_once(browser: "Browser", own_site: str) -> None:
    dropped = """() => {
        const all = new DataTransfer();
        for (const name of ['kakhovka', 'assouan'])
            all.items.add(new File([`Barrage ${name}\\nIl mesure trente mètres.`], `${name}.txt`));
        return all;
    }"""
    with Visit(browser, own_site) as visit:
        visit.room(3)
        files = visit.page.evaluate_handle(dropped)
        visit.page.dispatch_event("#files button[aria-dropeffect]", "drop", {"dataTransfer": files})
        visit.page.wait_for_selector(".outcome")
        assert "2 articles ajoutés" in visit.text(".outcome")


def test_a_report_opens_the_new_articles_and_asks_about_them(
    browser: "Browser", own_site: str, tmp_path: Path
) -> None:
    one, other = _files(tmp_path, ["kakhovka.txt", "assouan.txt"])
    copy = tmp_path / "copie.txt"
    copy.write_bytes(one.read_bytes())
    with Visit(browser, own_site) as visit:
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", [one, other, copy])
        visit.page.wait_for_selector(".outcome")
        assert "2 articles ajoutés" in visit.text(".outcome")
        assert "copie.txt — le même contenu que kakhovka.txt" in visit.text(".outcome .reasons")
        visit.page.click(".outcome [data-act=narrow]")
        visit.page.wait_for_selector(".chip")
        visit.ask("Combien de mètres mesure le barrage ?")
        assert visit.page.locator("#turn-1 .card").count() == 2
        visit.room(3)
        visit.page.click(".outcome .headline")
        visit.page.wait_for_selector(".reading h2:text-is('Barrage kakhovka.txt')")
