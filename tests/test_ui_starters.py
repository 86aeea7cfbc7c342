"""Questions to begin with: what the articles answer, found without a chat model."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from fakes_ui import ARTICLES, WordAssistant

from rag.errors import ModelUnavailable
from ui.intake import Intake
from ui.markup import safe
from ui.starters import EXAMPLES, Starters
from ui.strings import say


def test_starters_are_questions_that_the_library_answers() -> None:
    assistant = WordAssistant()
    starters = Starters(assistant)
    examples = starters.examples("fr")
    assert 0 < len(examples) <= EXAMPLES
    assert all(assistant.ask(one).status == "answered" for one in examples)
    assert all(safe(one) in starters.welcome("fr") for one in examples)
    tried = len(assistant.asked)
    assert starters.examples("fr") == examples
    assert len(assistant.asked) == tried


def test_articles_that_give_no_question_are_asked_about_by_title() -> None:
    vague = replace(ARTICLES[1], paragraphs=("They did it again. " + ARTICLES[1].paragraphs[0],))
    assistant = WordAssistant((vague,))
    assert assistant.suggestions(EXAMPLES, language="en") == ()
    assert Starters(assistant).examples("en") == (
        say("example_about", "en", title="Missiles delivered in Minsk"),
    )


def test_starters_follow_the_library(tmp_path: Path) -> None:
    assistant = WordAssistant(ARTICLES[:1])
    starters = Starters(assistant)
    before = starters.examples("fr")
    file = tmp_path / "barrage.txt"
    file.write_text("Barrage de Kakhovka\nLe barrage de Kakhovka mesure trente mètres.\n", "utf-8")
    list(Intake(assistant).add([str(file)], "fr", Event()))
    assert set(starters.examples("fr")) > set(before)


def test_a_chat_model_is_not_called_to_find_starters(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = WordAssistant()
    facts = assistant.facts()
    monkeypatch.setattr(assistant, "facts", lambda: replace(facts, engine="openai:m", sample=True))
    assert say("example_1", "en") in Starters(assistant).examples("en")
    assert assistant.asked == []


def test_without_a_model_or_an_index_the_page_opens_without_starters() -> None:
    missing = ModelUnavailable("weights are missing; set DEPECHE_EMBEDDER")
    for assistant in (WordAssistant(error=missing), WordAssistant(())):
        starters = Starters(assistant)
        assert starters.examples("en") == ()
        assert safe(say("tagline", "en")) in starters.welcome("en")
        assert 'data-act="adding"' in starters.welcome("en")
