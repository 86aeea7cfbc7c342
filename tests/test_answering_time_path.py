"""The time that a question sets narrows the articles, and the answer says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline, Language
from corpus.library import Library
from rag.answer import Answer, Filters, Hit, Turn
from rag.answering.draft import Draft, Question
from rag.answering.phrases import published_within
from rag.answering.question import understand
from rag.assistant import Assistant, open_assistant
from rag.settings import Settings

EMBEDDER = KeywordEmbedder(("livr", "deliver"), ("systèm", "system"), ("séisme", "earthquake"))
TODAY = date(2023, 3, 15)
ASKED = "What systems were delivered to Belarus"


@dataclass
class ListeningEngine:
    """Answers nothing and remembers the questions that it was asked."""

    name: str = "listening"
    heard: list[Question] = field(default_factory=list)

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        self.heard.append(question)
        return Draft(self.name, reason="not_in_corpus")


@pytest.fixture
def settings(home: Path) -> Settings:
    library = Library(home / "library")
    for name, published, text in (
        ("winter", date(2022, 12, 19), "Russia delivered two systems to Belarus on Monday."),
        ("january", date(2023, 1, 5), "Russia delivered three systems to Belarus on Thursday."),
        ("yesterday", date(2023, 3, 14), "Russia delivered four systems to Belarus on Tuesday."),
        ("undated", None, "Russia delivered five systems to Belarus at last."),
    ):
        library.put(Article(name, "en", Byline(f"On {name}", "Dépêche Minsk", published, None), (text,)))
    settings = Settings(home=home)
    Assistant(settings, EMBEDDER).sync()
    return settings


def ask(settings: Settings, question: str, filters: Filters = Filters(), *history: Turn) -> Answer:
    return Assistant(settings, EMBEDDER, today=lambda: TODAY).ask(question, filters=filters, history=history)


def cited(answer: Answer) -> set[str]:
    return {citation.passage.article_id for citation in answer.citations}


def found(answer: Answer) -> set[str]:
    return {hit.passage.article_id for hit in answer.hits}


@pytest.mark.parametrize(
    ("words", "articles", "notice"),
    [
        ("yesterday", {"yesterday"}, "Articles of 14 March 2023 (“yesterday”)."),
        ("since 5 January", {"january", "yesterday"}, "Articles since 5 January 2023 (“since 5 January”)."),
        (
            "before March 2023",
            {"winter", "january"},
            "Articles up to 28 February 2023 (“before March 2023”).",
        ),
        (
            "in the last 3 months",
            {"winter", "january", "yesterday"},
            "Articles from 15 December 2022 to 15 March 2023 (“in the last 3 months”).",
        ),
    ],
)
def test_a_time_is_a_filter_that_the_answer_shows(
    settings: Settings, words: str, articles: set[str], notice: str
) -> None:
    answer = ask(settings, f"{ASKED} {words}?")
    assert answer.status == "answered"
    assert cited(answer) <= found(answer) == articles
    assert answer.notice == notice


def test_the_notice_is_in_the_language_of_the_answer(settings: Settings) -> None:
    answer = ask(settings, "Quels systèmes ont été livrés au Bélarus depuis le 5 janvier ?")
    assert found(answer) == {"january", "yesterday"}
    assert answer.notice == "Articles depuis le 5 janvier 2023 («\u00a0depuis le 5 janvier\u00a0»)."


@pytest.mark.parametrize(
    ("since", "until", "language", "sentence"),
    [
        ((2023, 1, 5), (2023, 3, 31), "fr", "Articles du 5 janvier 2023 au 31 mars 2023 («\u00a0x\u00a0»)."),
        ((2023, 1, 5), (2023, 3, 31), "en", "Articles from 5 January 2023 to 31 March 2023 (“x”)."),
        ((2023, 3, 1), (2023, 3, 1), "fr", "Articles du 1er mars 2023 («\u00a0x\u00a0»)."),
        (None, (2023, 3, 1), "fr", "Articles jusqu’au 1er mars 2023 («\u00a0x\u00a0»)."),
        (
            (2023, 3, 2),
            (2023, 3, 1),
            "en",
            "No day lies both within your dates and within those of the question (“x”).",
        ),
        (
            (2023, 3, 2),
            (2023, 3, 1),
            "fr",
            "Aucun jour n’est à la fois dans vos dates et dans celles de la question («\u00a0x\u00a0»).",
        ),
    ],
)
def test_every_window_is_said_in_both_languages(
    since: tuple[int, int, int] | None, until: tuple[int, int, int] | None, language: Language, sentence: str
) -> None:
    first, last = since and date(*since), until and date(*until)
    assert published_within(first, last, "x", language) == sentence


def test_the_date_of_an_event_filters_nothing(settings: Settings) -> None:
    answer = ask(settings, f"{ASKED} in January 2023?")
    assert found(answer) == {"winter", "january", "yesterday", "undated"}
    assert answer.notice == ""


def test_a_refusal_names_the_time_when_other_days_would_answer(settings: Settings) -> None:
    answer = ask(settings, f"{ASKED} last week?")
    assert (answer.status, answer.reason) == ("abstained", "filtered_out")
    assert answer.notice.startswith("Articles from 6 March 2023 to 12 March 2023 (“last week”). Without")


def test_a_caller_s_dates_are_cut_down_and_never_widened(settings: Settings) -> None:
    late = Filters(since=date(2023, 1, 1))
    answer = ask(settings, f"{ASKED} before March 2023?", late)
    assert found(answer) == {"january"}
    assert answer.notice == "Articles from 1 January 2023 to 28 February 2023 (“before March 2023”)."


def test_dates_without_a_day_in_common_find_nothing_and_say_so(settings: Settings) -> None:
    late = Filters(since=date(2023, 3, 1))
    answer = ask(settings, f"{ASKED} before March 2023?", late)
    assert (answer.status, answer.reason) == ("abstained", "filtered_out")
    assert answer.notice.startswith("No day lies both within your dates")


def test_a_caller_s_dates_alone_need_no_notice(settings: Settings) -> None:
    answer = ask(settings, f"{ASKED}?", Filters(since=date(2023, 3, 1)))
    assert (found(answer), answer.notice) == ({"yesterday"}, "")


def test_a_follow_up_keeps_the_time_of_the_question_it_leans_on(settings: Settings) -> None:
    first = ask(settings, f"{ASKED} yesterday?")
    second = ask(settings, "And how many?", Filters(), Turn(first.question, first))
    assert found(second) == {"yesterday"}
    assert "Articles of 14 March 2023 (“yesterday”)." in second.notice


def test_a_follow_up_with_a_time_of_its_own_takes_that(settings: Settings) -> None:
    first = ask(settings, f"{ASKED} yesterday?")
    second = ask(settings, "And before March?", Filters(), Turn(first.question, first))
    assert found(second) == {"winter", "january"}
    assert "(“before March”)." in second.notice


def test_the_time_is_no_word_to_look_for_but_the_engine_hears_it(settings: Settings) -> None:
    engine = ListeningEngine()
    Assistant(settings, EMBEDDER, engine, today=lambda: TODAY).ask(f"{ASKED} since 5 January 2023?")
    heard = engine.heard[0]
    assert heard.text == f"{ASKED} since 5 January 2023?"
    assert heard.subject == f"{ASKED}?"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Hier, qui a parlé ?", "qui a parlé ?"),
        ("Que s'est-il passé hier à Minsk ?", "Que s'est-il passé à Minsk ?"),
        ("What changed between last week in Minsk and this week?", "What changed between in Minsk and?"),
    ],
)
def test_only_the_words_of_the_time_are_left_out(text: str, subject: str) -> None:
    assert understand(text, today=TODAY).subject == subject


def test_whoever_wants_any_day_gets_the_answer_that_the_words_would_shut_out(settings: Settings) -> None:
    answer = ask(settings, f"{ASKED} last week?", Filters(any_day=True))
    assert (answer.status, answer.notice) == ("answered", "")
    assert found(answer) == {"winter", "january", "yesterday", "undated"}
    assert not Filters(any_day=True)
    asked = understand(f"{ASKED} yesterday?", filters=Filters(until=TODAY, any_day=True), today=TODAY)
    assert (asked.filters, asked.subject) == (Filters(until=TODAY, any_day=True), f"{ASKED}?")


def test_a_question_of_nothing_but_a_time_is_looked_for_as_it_is() -> None:
    assert understand("Last week?", today=TODAY).subject == "Last week?"


def test_no_time_is_read_without_a_day_of_asking() -> None:
    asked = understand(f"{ASKED} yesterday?")
    assert (asked.filters, asked.period, asked.subject) == (Filters(), None, f"{ASKED} yesterday?")


def test_a_search_is_not_filtered_by_its_words(settings: Settings) -> None:
    hits = Assistant(settings, EMBEDDER, today=lambda: TODAY).search(f"{ASKED} yesterday?")
    assert {hit.passage.article_id for hit in hits} == {"winter", "january", "yesterday", "undated"}


def test_the_day_of_asking_can_be_set(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.index.embedder.open_embedder", lambda _: EMBEDDER)
    answer = open_assistant(settings, today=date(2022, 12, 20)).ask(f"{ASKED} yesterday?")
    assert cited(answer) == {"winter"}


def test_the_same_question_gives_the_same_bytes_on_the_same_day(settings: Settings) -> None:
    one, other = (ask(settings, f"{ASKED} this month?") for _ in range(2))
    assert (one.text, one.notice, one.citations) == (other.text, other.notice, other.citations)
