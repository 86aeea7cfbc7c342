"""What happens when a reader asks, seen without a browser."""

import json
import logging
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from fakes_ui import ARTICLES, WordAssistant, answer_from

from corpus.errors import UnknownArticle
from rag.answer import Answer, Filters, Update
from rag.errors import BadQuestion, IndexBusy
from rag.export import verify
from ui.desk import Desk, Shown, Talk, throttled
from ui.markup import safe
from ui.strings import explain, say

ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


NEW = Talk()


def _steps(desk: Desk, question: str, talk: Talk = NEW) -> list[Shown]:
    return list(desk.answer(question, talk, "fr", "auto"))


def test_sources_come_before_text_and_the_turn_comes_last() -> None:
    waiting, found, *growing, done = _steps(Desk(WordAssistant()), ASKED)
    assert safe(say("searching", "fr")) in waiting.latest
    assert safe(say("found_passages", "fr")) in found.latest
    assert "claim" not in found.latest
    assert all('class="claim"' in step.latest for step in growing)
    assert 'class="verified"' in done.latest
    assert [turn.question for turn in done.talk.turns] == [ASKED]
    assert all(step.talk == Talk((), ASKED, 1) for step in (waiting, found, *growing))
    assert [step.done for step in (waiting, found, *growing, done)] == [False] * (2 + len(growing)) + [True]


def test_an_earlier_turn_moves_up_and_is_history_for_the_next() -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    talk = _steps(desk, ASKED)[-1].talk
    first, *_, last = _steps(desk, "Le Kremlin a-t-il nié toute pression ?", talk)
    assert first.past is not None
    assert 'id="turn-1"' in first.past
    assert 'id="turn-2"' in first.latest
    assert len(last.talk.turns) == 2
    assert [history for _, _, history in assistant.asked] == [0, 1]


def test_switching_language_shows_the_whole_conversation_anew() -> None:
    desk = Desk(WordAssistant())
    turns = _steps(desk, ASKED)[-1].talk.turns
    past, latest = desk.conversation(Talk((*turns, *turns), ASKED, 2), "en")
    assert 'id="turn-1"' in past
    assert 'id="turn-2"' in latest
    assert "19 December 2022" in past
    assert desk.conversation(Talk(), "en") == ("", "")


def test_the_chosen_answer_language_is_passed_on() -> None:
    assistant = WordAssistant()
    list(Desk(assistant).answer(ASKED, Talk(), "fr", "en"))
    assert assistant.asked == [(ASKED, "en", 0)]


def test_the_filters_are_applied_to_the_question() -> None:
    assistant = WordAssistant()
    only_english = Filters(languages=("en",))
    *_, last = Desk(assistant).answer(ASKED, Talk(), "fr", "auto", only_english)
    assert assistant.filters == [only_english]
    assert 'data-open="minsk-en"' in last.latest
    assert 'data-open="minsk-fr"' not in last.latest


def test_a_refusal_for_its_filters_offers_to_search_without_them() -> None:
    desk = Desk(WordAssistant())
    *_, refused = desk.answer(ASKED, Talk(), "fr", "auto", Filters(until=date(2000, 1, 1)))
    assert 'data-act="widen"' in refused.latest
    *_, answered = desk.answer(refused.talk.asked, refused.talk.again(), "fr", "auto")
    assert [turn.answer.status for turn in answered.talk.turns] == ["answered"]
    assert 'id="turn-1"' in answered.latest


def test_asking_again_replaces_the_last_exchange_and_forgets_it() -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    talk = _steps(desk, "Qui a livré les missiles à Minsk ?", _steps(desk, ASKED)[-1].talk)[-1].talk
    again = _steps(desk, talk.asked, talk.again())[-1].talk
    assert [turn.question for turn in again.turns] == [ASKED, "Qui a livré les missiles à Minsk ?"]
    assert [history for _, _, history in assistant.asked] == [0, 1, 1]


def test_asking_again_leaves_the_dates_in_the_question_unread_if_they_were() -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    of_2021 = ASKED.replace("?", "en 2021 ?")
    *_, widened = desk.answer(of_2021, Talk(), "fr", "auto", Filters(any_day=True))
    talk, french = widened.talk, Filters(languages=("fr",))
    *_, again = desk.answer(talk.asked, talk.again(), "fr", "auto", talk.filters(french))
    assert assistant.filters == [Filters(any_day=True), replace(french, any_day=True)]
    assert [turn.answer.status for turn in again.talk.turns] == ["answered"]
    another = _steps(desk, ASKED, again.talk)[-1].talk
    assert another.filters(french) == french


def test_an_edited_question_takes_the_place_of_the_last() -> None:
    desk = Desk(WordAssistant())
    talk = _steps(desk, ASKED)[-1].talk.edited(on=True)
    assert safe(say("chip_editing", "fr", n=1)) in desk.bar(Filters(), talk, "fr")
    edited = _steps(desk, "Quels missiles ont été livrés à Minsk ?", talk)[-1].talk
    assert [turn.question for turn in edited.turns] == ["Quels missiles ont été livrés à Minsk ?"]
    assert not edited.editing
    assert safe(say("chip_editing", "fr", n=1)) not in desk.bar(Filters(), edited, "fr")


def test_cited_paragraphs_come_with_their_neighbours_as_long_as_they_are_as_cited() -> None:
    assistant = WordAssistant()
    turns = _steps(Desk(assistant), ASKED)[-1].talk.turns
    talk = Talk(turns, ASKED, 1)
    _, latest = Desk(assistant).conversation(talk, "fr")
    assert latest.count('class="context"') == 1
    assert "nié toute pression sur Minsk.</p></div></details>" in latest
    _, without = Desk(WordAssistant(ARTICLES[2:])).conversation(talk, "fr")
    assert 'class="context"' not in without
    changed = replace(ARTICLES[0], paragraphs=("Un.", "Deux.", "Trois."))
    _, other = Desk(WordAssistant((changed,))).conversation(talk, "fr")
    assert 'class="context"' not in other


def test_the_bar_offers_the_sources_there_are() -> None:
    bar = Desk(WordAssistant()).bar(Filters(articles=("minsk-fr", "gone")), Talk(), "fr")
    assert '<option value="Dispatch">' in bar
    assert "Visite à Minsk" in bar
    assert "dans «\u00a0gone\u00a0»" in bar


def test_of_very_many_sources_the_commonest_are_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.desk.SOURCES", 2)
    copies = [replace(ARTICLES[0], id=f"copy-{n}") for n in range(2)]
    others = [replace(ARTICLES[1], id=f"en-{n}") for n in range(2)]
    assistant = WordAssistant((*copies, *others, ARTICLES[2]))
    bar = Desk(assistant).bar(Filters(), Talk(), "fr")
    assert bar.index(">Dépêche<") < bar.index(">Dispatch<")
    assert "onclick" not in bar


def test_a_new_source_is_offered_once_the_index_knows_it(tmp_path: Path) -> None:
    assistant = WordAssistant()
    desk = Desk(assistant)
    assert ">Ajout<" not in desk.bar(Filters(), Talk(), "fr")
    (tmp_path / "a.txt").write_text("Titre\nTexte.\n", "utf-8")
    assistant.add([tmp_path / "a.txt"])
    assert ">Ajout<" in desk.bar(Filters(), Talk(), "fr")


@pytest.mark.parametrize(("sent", "kept"), [("useful", "useful"), ("wrong", "wrong"), ("<b>", "wrong")])
def test_a_verdict_is_one_line_in_the_home(sent: str, kept: str, home: Path) -> None:
    desk = Desk(WordAssistant())
    turn = _steps(desk, ASKED)[-1].talk.turns[0]
    for comment in ("", "  La date\nest fausse. " + "x" * 9000):
        assert str(home / "feedback.jsonl") in desk.judge(turn, sent, comment, "fr")
    first, second = (json.loads(line) for line in (home / "feedback.jsonl").read_text("utf-8").splitlines())
    assert list(first) == ["time", "question", "verdict", "comment", "answer"]
    assert (first["question"], first["verdict"], first["comment"]) == (ASKED, kept, "")
    assert first["answer"]["citations"][0]["passage_id"] == "minsk-fr#p1"
    assert second["comment"].startswith("La date\nest fausse.")
    assert len(second["comment"]) == 2000


def test_a_verdict_that_cannot_be_kept_is_said(home: Path) -> None:
    home.write_text("in the way", "utf-8")
    desk = Desk(WordAssistant())
    turn = _steps(desk, ASKED)[-1].talk.turns[0]
    assert safe(say("error_UnwritableLibrary", "fr")) in desk.judge(turn, "useful", "", "fr")


def test_the_conversation_is_saved_as_a_file_that_can_be_checked() -> None:
    assistant = WordAssistant(keep=True)
    desk = Desk(assistant)
    turns = _steps(desk, ASKED)[-1].talk.turns
    saved = desk.saved(turns, "json")
    assert '.json" data-text="' in saved
    form = json.loads(unescape(saved.partition('data-text="')[2].partition('"')[0]))
    assert verify(form, assistant.library()) == ()
    assert '.md" data-text="# Dépêche' in desk.saved(turns, "anything")


@pytest.mark.parametrize("error", [BadQuestion("bad; ask"), IndexBusy("busy; wait"), ZeroDivisionError("x")])
def test_a_question_that_fails_leaves_the_conversation_whole(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    last = _steps(Desk(WordAssistant(error=error)), ASKED)[-1]
    assert last.talk == Talk((), ASKED, 1)
    assert last.done
    assert 'data-act="retry"' in last.latest
    assert 'role="alert"' in last.latest
    assert safe(explain(error, "en")) in Desk(WordAssistant()).conversation(last.talk, "en")[1]
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


def test_without_an_index_the_page_opens_all_the_same() -> None:
    desk = Desk(WordAssistant(()))
    assert safe(say("error_NoIndex", "fr")) in desk.masthead("fr")
    assert 'class="no-filter"' in desk.bar(Filters(), Talk(), "fr")


def test_the_fake_is_honest() -> None:
    assistant = WordAssistant()
    with pytest.raises(UnknownArticle):
        assistant.article("nothing")
    answer: Answer = answer_from("?", "fr", ())
    assert answer.status == "abstained"
