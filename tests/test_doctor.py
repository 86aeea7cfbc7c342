"""The check-up compares the index with the library; the command line's side is in test_cli."""

from dataclasses import replace
from pathlib import Path

import pytest
from toys_index import library, subjects

from corpus.library import Library
from rag.assistant import Assistant
from rag.doctor import Check, examine
from rag.settings import Settings


def _index(assistant: Assistant) -> Check:
    (check,) = (one for one in examine(assistant) if one.name == "index")
    return check


@pytest.fixture
def assistant(home: Path) -> Assistant:
    """One whose library holds six articles, all of them indexed."""
    settings = Settings(home=home)
    for article in library():
        Library(settings.library).put(article)
    made = Assistant(settings, subjects())
    made.sync()
    return made


def test_an_index_that_is_no_longer_that_of_the_library_is_said_with_the_remedy(assistant: Assistant) -> None:
    assert _index(assistant).ok
    kept = assistant.library()
    first, second, *_ = kept.articles()
    kept.put(replace(first, byline=replace(first.byline, title="Un autre titre")))
    kept.put(replace(first, id="tout-neuf"))
    kept.remove(second.id)
    check = _index(assistant)
    assert not check.ok
    english, french = check.detail.said("en"), check.detail.said("fr")
    assert english.endswith("(articles added 1, changed 1, removed 1); run: depeche index")
    assert french.endswith(
        "(articles ajoutés 1, changés 1, retirés 1)\u202f; lancez «\u00a0depeche index\u00a0»"
    )
    assistant.sync()
    assert _index(assistant).ok


def test_the_engine_is_called_in_the_language_of_the_report(assistant: Assistant) -> None:
    (engine,) = (check for check in examine(assistant) if check.name == "engine")
    assert engine.said("en") == "ok   engine: extractive"
    assert engine.said("fr") == "ok    moteur\u00a0: extractif"


def test_without_an_index_the_engine_is_not_blamed(home: Path) -> None:
    checks = examine(Assistant(Settings(home=home), subjects()))
    assert [check.name for check in checks if not check.ok] == ["index"]


def test_a_file_that_cannot_be_read_is_no_fault_of_the_index(assistant: Assistant) -> None:
    (assistant.settings.library / "vide.md").touch()
    faulty = [check.name for check in examine(assistant) if not check.ok]
    assert faulty == ["library"]
