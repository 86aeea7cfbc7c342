"""What happens when a reader asks, opens or adds, seen without a browser."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from fakes_ui import ARTICLES, WordAssistant, answer_from

from corpus.errors import NoArticles, UnknownArticle
from rag.answer import AddReport, Answer, Turn, Update
from rag.errors import BadQuestion, IndexBusy, UsageError
from ui.desk import EXAMPLES, Desk, Shown, throttled
from ui.markup import safe
from ui.strings import say

ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def _steps(desk: Desk, question: str, turns: tuple[Turn, ...] = ()) -> list[Shown]:
    return list(desk.answer(question, turns, "fr", "auto"))


def test_sources_come_before_text_and_the_turn_comes_last() -> None:
    waiting, found, *growing, done = _steps(Desk(WordAssistant()), ASKED)
    assert safe(say("searching", "fr")) in waiting.latest
    assert safe(say("found_passages", "fr")) in found.latest
    assert "claim" not in found.latest
    assert all('class="claim"' in step.latest for step in growing)
    assert 'class="verified"' in done.latest
    assert done.turns is not None
    assert [turn.question for turn in done.turns] == [ASKED]
    assert all(step.turns is None for step in (waiting, found, *growing))


def test_an_earlier_turn_moves_up_and_is_history_for_the_next() -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    turns = _steps(desk, ASKED)[-1].turns or ()
    first, *_, last = _steps(desk, "Le Kremlin a-t-il nié toute pression ?", turns)
    assert first.past is not None
    assert 'id="turn-1"' in first.past
    assert 'id="turn-2"' in first.latest
    assert len(last.turns or ()) == 2
    assert [history for _, _, history in assistant.asked] == [0, 1]


def test_switching_language_shows_the_whole_conversation_anew() -> None:
    desk = Desk(WordAssistant())
    turns = _steps(desk, ASKED)[-1].turns or ()
    past, latest = desk.conversation((*turns, *turns), "en")
    assert 'id="turn-1"' in past
    assert 'id="turn-2"' in latest
    assert "19 December 2022" in past
    assert desk.conversation((), "en") == ("", "")


def test_the_chosen_answer_language_is_passed_on() -> None:
    assistant = WordAssistant()
    list(Desk(assistant).answer(ASKED, (), "fr", "en"))
    assert assistant.asked == [(ASKED, "en", 0)]


@pytest.mark.parametrize("error", [BadQuestion("bad; ask"), IndexBusy("busy; wait"), ZeroDivisionError("x")])
def test_a_question_that_fails_leaves_the_conversation_whole(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    last = _steps(Desk(WordAssistant(error=error)), ASKED)[-1]
    assert last.turns is None
    assert 'role="alert"' in last.latest
    unexpected = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert bool(unexpected) == isinstance(error, ZeroDivisionError)


def test_claims_that_come_at_once_are_shown_together() -> None:
    updates = [Update("retrieved"), *[Update("claim")] * 20, Update("done")]
    ticks = iter([0.0, 0.01, *(0.02 + 0.01 * n for n in range(19)), 0.3])
    stages = [update.stage for update in throttled(updates, clock=lambda: next(ticks))]
    assert stages == ["retrieved", "claim", "done"]


def test_slow_claims_are_all_shown() -> None:
    ticks = iter(range(5))
    updates = [Update("retrieved"), *[Update("claim")] * 3, Update("done")]
    assert len(list(throttled(updates, clock=lambda: next(ticks)))) == 5


def test_examples_are_questions_that_the_library_answers() -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    examples = desk.examples("fr")
    assert 0 < len(examples) <= EXAMPLES
    assert all(assistant.ask(one).status == "answered" for one in examples)
    assert all(safe(one) in desk.welcome("fr") for one in examples)
    tried = len(assistant.asked)
    assert desk.examples("fr") == examples
    assert len(assistant.asked) == tried


def test_examples_follow_the_library(tmp_path: Path) -> None:
    desk = Desk(WordAssistant(ARTICLES[:1]))
    before = desk.examples("fr")
    file = tmp_path / "barrage.txt"
    file.write_text("Barrage de Kakhovka\nLe barrage de Kakhovka mesure trente mètres.\n", "utf-8")
    list(desk.add([str(file)], "fr"))
    assert len(desk.examples("fr")) == len(before) + 1


def test_an_llm_is_not_called_to_find_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = WordAssistant()
    facts = assistant.facts()
    monkeypatch.setattr(assistant, "facts", lambda: replace(facts, engine="openai:m", sample=True))
    assert say("example_1", "en") in Desk(assistant).examples("en")
    assert assistant.asked == []


def test_without_an_index_the_page_opens_all_the_same() -> None:
    desk = Desk(WordAssistant(()))
    assert safe(say("error_NoIndex", "fr")) in desk.masthead("fr")
    assert desk.examples("fr") == ()
    assert desk.introduction("fr")
    assert "0 article" in desk.table("fr")


def test_the_reader_opens_what_there_is() -> None:
    desk = Desk(WordAssistant())
    assert 'id="p2" data-wanted' in desk.reading("minsk-fr", 1, "fr")
    assert safe(say("pick_article", "fr")) in desk.reading("", None, "fr")
    assert safe(say("error_UnknownArticle", "fr")) in desk.reading("../../etc/passwd", None, "fr")


def _files(folder: Path, count: int) -> list[str]:
    paths = [folder / f"a{n}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(f"Titre {n}\nParagraphe {n}.\n" if n else "vide", "utf-8")
    return [str(path) for path in paths]


def test_adding_tells_how_far_it_is_and_what_came_of_it(tmp_path: Path) -> None:
    assistant = WordAssistant()
    *progress, outcome = Desk(assistant).add(_files(tmp_path, 25), "fr")
    assert assistant.batches == [3] * 8 + [1]
    assert 'value="0" max="25"' in progress[0]
    assert 'value="24" max="25"' in progress[-1]
    assert "24 articles ajoutés" in outcome
    assert "1 fichier écarté" in outcome
    assert "a0.txt</b>" in outcome
    assert str(tmp_path) not in outcome


def test_adding_the_same_again_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(WordAssistant())
    files = _files(tmp_path, 3)[1:]
    list(desk.add(files, "en"))
    *_, outcome = desk.add(files, "en")
    assert "2 articles already here, unchanged" in outcome


def test_a_failure_while_adding_keeps_the_report_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = WordAssistant()
    add = assistant.add

    def fails_later(paths: list[str]) -> AddReport:
        if assistant.batches:
            raise NoArticles("nothing there; give another")
        return add(paths)

    monkeypatch.setattr(assistant, "add", fails_later)
    *_, last = Desk(assistant).add(_files(tmp_path, 20), "en")
    assert safe(say("error_NoArticles", "en")) in last
    assert "1 article added" in last


def test_the_endpoint_answers_as_the_command_line_does() -> None:
    form = Desk(WordAssistant()).api(ASKED, "fr")
    assert form["status"] == "answered"
    assert form["citations"][0]["passage_id"] == "minsk-fr#p1"
    with pytest.raises(UsageError, match="lang='de'"):
        Desk(WordAssistant()).api(ASKED, "de")


def test_the_fake_is_honest() -> None:
    assistant = WordAssistant()
    with pytest.raises(UnknownArticle):
        assistant.article("nothing")
    answer: Answer = answer_from("?", "fr", ())
    assert answer.status == "abstained"
