"""The page over the real assistant and the sample dispatches: what a newcomer sees on the first evening."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium_ui import NEEDS_CHROMIUM, Visit, started
from served_ui import served

from corpus.article import LANGUAGES, Language
from rag import Settings, open_assistant
from rag.assistant import Assistant
from ui.starters import Starters
from ui.strings import say

EXPECTED = {1: "UBS", 2: "326", 3: "17 mar", 4: "Nicola Sturgeon"}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A home of its own with the sample dispatches indexed."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    open_assistant(settings).sync()
    return settings


@pytest.fixture(scope="module")
def assistant(settings: Settings) -> Assistant:
    """The assistant over that home."""
    return open_assistant(settings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", EXPECTED)
def test_the_examples_on_the_first_page_are_answered_rightly_and_in_a_few_words(
    assistant: Assistant, place: int, language: Language
) -> None:
    answer = assistant.ask(say(f"example_{place}", language))
    few = [answer.short.text] if answer.short else [side.value for side in answer.sides]
    assert EXPECTED[place].lower() in " ".join(few).lower()


def test_the_first_page_offers_four_of_them(assistant: Assistant) -> None:
    assert Starters(assistant).examples("fr") == tuple(say(f"example_{place}", "fr") for place in EXPECTED)


@pytest.fixture
def site(settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The page over a copy of that home, so that a test may add to it."""
    shutil.copytree(settings.home, tmp_path / "copy")
    with served(str(tmp_path / "copy")) as address:
        yield address


@pytest.mark.browser
@NEEDS_CHROMIUM
def test_a_newcomer_asks_adds_and_asks_again(site: str, tmp_path: Path) -> None:
    note = "Le pont rouvert\n\nLe pont de Brévalle a rouvert jeudi, a annoncé la maire Odile Fabre.\n"
    file = tmp_path / "pont.txt"
    file.write_text(note, "utf-8")
    with started() as browser, Visit(browser, site) as visit:
        assert "dépêches d’exemple" in visit.text(".facts")
        visit.page.click(".example")
        visit.page.wait_for_selector("#turn-1 .verified")
        assert "UBS" in visit.text("#turn-1 .card mark")
        visit.ask("Qui a annoncé que le pont de Brévalle a rouvert ?", turn=2)
        visit.room(3)
        visit.page.set_input_files("#files input[type=file]", file)
        visit.page.wait_for_selector(".outcome .added")
        visit.page.wait_for_selector("text=1 article ·")
        visit.room(0)
        visit.ask("Qui a annoncé que le pont de Brévalle a rouvert ?", turn=3)
        assert "Odile Fabre" in visit.text("#turn-3 .card mark")
