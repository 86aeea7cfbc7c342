"""A question is stopped, or asked before everything is ready; seen without a browser."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Event, Thread
from typing import Any

import pytest
from fakes_ui import WordAssistant

from rag.answer import Update
from rag.errors import IndexBusy
from ui.desk import Desk, Shown, Talk
from ui.markup import safe
from ui.starting import Starting, make_ready
from ui.strings import say

ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"
NEW = Talk()


def _steps(desk: Desk, question: str, talk: Talk = NEW) -> list[Shown]:
    return list(desk.answer(question, talk, "fr", "auto"))


def _stop(talk: Talk, once: Event | None = None) -> None:
    if once:
        once.wait()
    assert talk.asking
    talk.asking.stop()


def test_a_stopped_question_can_be_asked_again() -> None:
    desk = Desk(WordAssistant())
    steps = desk.answer(ASKED, NEW, "fr", "auto")
    talk = next(steps).talk
    _stop(talk)
    *_, stopped = steps
    assert stopped.done
    assert stopped.talk == Talk((), ASKED, 1)
    assert safe(say("stopped", "fr")) in stopped.latest
    assert safe(ASKED) in stopped.latest
    assert 'data-act="retry"' in stopped.latest
    assert _steps(desk, talk.asked, talk.again())[-1].talk.number == 1


def test_a_question_is_stopped_while_its_model_hangs() -> None:
    hangs, let_go = Event(), Event()

    class Hanging(WordAssistant):
        def stream(self, question: str, **options: Any) -> Iterator[Update]:  # noqa: ANN401
            hangs.set()
            let_go.wait()
            yield from super().stream(question, **options)

    steps = Desk(Hanging()).answer(ASKED, NEW, "fr", "auto")
    talk = next(steps).talk
    Thread(target=_stop, args=(talk, hangs)).start()
    assert [step.done for step in steps] == [True]
    assert talk.asking
    assert talk.asking.over
    let_go.set()


def test_a_stop_that_comes_too_late_changes_nothing() -> None:
    desk = Desk(WordAssistant())
    talk = _steps(desk, ASKED)[-1].talk
    _stop(talk)
    assert 'class="verified"' in desk.conversation(talk, "fr")[1]
    assert 'class="verified"' in _steps(desk, "Le Kremlin a-t-il nié toute pression ?", talk)[-1].latest


def test_switching_language_keeps_a_question_without_answer() -> None:
    desk = Desk(WordAssistant())
    talk = _steps(desk, ASKED)[-1].talk
    steps = desk.answer("Qui craint Minsk ?", talk, "fr", "auto")
    asked = next(steps).talk
    past, latest = desk.conversation(asked, "en")
    assert 'id="turn-1"' in past
    assert safe(say("searching", "en")) in latest
    _stop(asked)
    assert list(steps)[-1].done
    assert safe(say("stopped", "en")) in desk.conversation(asked, "en")[1]


def test_a_question_asked_too_early_is_answered_once_all_is_ready() -> None:
    go = Event()
    starting = Starting(go.wait)
    desk = Desk(WordAssistant(), starting)
    assert say("preparing", "en") in desk.masthead("en")
    steps = desk.answer(ASKED, NEW, "fr", "auto")
    assert safe(say("preparing", "fr")) in next(steps).latest
    heads = desk.opening("en")
    assert say("preparing", "en") in next(heads)
    go.set()
    assert [turn.question for turn in list(steps)[-1].talk.turns] == [ASKED]
    assert "3 articles" in list(heads)[-1]


def test_getting_ready_loads_the_models_but_calls_no_chat_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = WordAssistant()
    make_ready(assistant)
    assert len(assistant.asked) == 1
    facts = replace(assistant.facts(), engine="openai:m")
    monkeypatch.setattr(assistant, "facts", lambda: facts)
    make_ready(assistant)
    assert len(assistant.asked) == 1


def test_a_start_that_fails_is_said_beside_what_there_is() -> None:
    def busy() -> None:
        raise IndexBusy("busy; wait")

    starting = Starting(busy)
    starting.wait()
    line = Desk(WordAssistant(), starting).masthead("fr")
    assert "3 articles" in line
    assert safe(say("error_IndexBusy", "fr")) in line
