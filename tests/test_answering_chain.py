"""The chain finds, proposes, checks and concludes; a bad engine never speaks for the articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.library import Library
from rag.answer import Filters, Hit, Turn
from rag.answering.draft import Draft, Evidence, Proposal, Question
from rag.assistant import Assistant
from rag.errors import BadQuestion, EngineFailed, NoIndex
from rag.lines import told
from rag.settings import Settings

EMBEDDER = KeywordEmbedder(
    ("livr", "deliver"), ("systèm", "system"), ("séisme", "earthquake"), ("mort", "dead")
)


@dataclass(frozen=True)
class SayingEngine:
    """Proposes one paraphrase of the best hit, true or not."""

    text: str
    name: str = "saying"

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        passage = hits[0].passage
        span = passage.sentences[0]
        return Draft(
            self.name, (Proposal(self.text, (Evidence(passage, span.start, span.end),), quoted=False),)
        )


@dataclass(frozen=True)
class FailingEngine:
    """Fails as an unreachable model does."""

    name: str = "failing"

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        raise EngineFailed(told("llm_unreachable"))


def article(name: str, published: date, *paragraphs: str) -> Article:
    return Article(name, "en", Byline(f"On {name}", "Dépêche Minsk", published, None), paragraphs)


@pytest.fixture
def settings(home: Path) -> Settings:
    library = Library(home / "library")
    delivered = "Russia delivered two systems to Belarus on Monday. The weather was cold."
    library.put(article("delivery", date(2022, 12, 19), delivered))
    library.put(article("quake", date(2023, 2, 6), "The earthquake left 912 people dead in Turkey."))
    settings = Settings(home=home)
    Assistant(settings, EMBEDDER).sync()
    return settings


def test_an_answer_quotes_and_is_told_step_by_step(settings: Settings) -> None:
    updates = list(Assistant(settings, EMBEDDER).stream("What systems were delivered to Belarus?"))
    assert [update.stage for update in updates] == ["retrieved", "claim", "done"]
    assert updates[0].hits
    assert not updates[0].claims
    answer = updates[-1].answer
    assert answer is not None
    assert answer.citations[0].quote == "Russia delivered two systems to Belarus on Monday."
    assert answer.engine == "extractive"


def test_a_supported_paraphrase_is_shown_with_its_evidence(settings: Settings) -> None:
    engine = SayingEngine("Russia delivered two systems to Belarus on Monday.")
    answer = Assistant(settings, EMBEDDER, engine).ask("What systems were delivered to Belarus?")
    assert (answer.engine, answer.claims[0].text, answer.notice) == ("saying", engine.text, "")


@pytest.mark.parametrize(
    "lie",
    [
        "Russia delivered three systems to Belarus on Monday.",
        "Russia never delivered two systems to Belarus on Monday.",
        "Poland delivered two systems to Belarus on Monday.",
        "The moon is made of cheese.",
    ],
)
def test_an_unsupported_claim_is_replaced_by_quotes_and_the_answer_says_so(
    settings: Settings, lie: str
) -> None:
    answer = Assistant(settings, EMBEDDER, SayingEngine(lie)).ask("What systems were delivered to Belarus?")
    assert lie not in answer.text
    assert answer.engine == "extractive"
    assert "No sentence of the language model was supported" in answer.notice


def test_a_failing_engine_is_replaced_and_the_answer_says_why(settings: Settings) -> None:
    answer = Assistant(settings, EMBEDDER, FailingEngine()).ask(
        "Quels systèmes ont été livrés ?", language="fr"
    )
    assert answer.status == "answered"
    assert "(serveur injoignable ou connexion coupée)" in answer.notice
    assert answer.notice.startswith("Le modèle de langue")


def test_a_filter_that_hides_the_answer_is_named_as_the_reason(settings: Settings) -> None:
    late = Filters(since=date(2023, 1, 1))
    answer = Assistant(settings, EMBEDDER).ask("What systems were delivered to Belarus?", filters=late)
    assert (answer.status, answer.reason) == ("abstained", "filtered_out")


def test_a_filter_that_hides_everything_is_named_too(settings: Settings) -> None:
    nowhere = Filters(sources=("Nobody",))
    answer = Assistant(settings, EMBEDDER).ask("What systems were delivered to Belarus?", filters=nowhere)
    assert answer.reason == "filtered_out"


def test_filters_are_kept(settings: Settings) -> None:
    only = Filters(articles=("quake",))
    found = Assistant(settings, EMBEDDER).search("What systems were delivered?", filters=only)
    assert {hit.passage.article_id for hit in found} == {"quake"}


def test_a_follow_up_shows_how_it_was_understood(settings: Settings) -> None:
    assistant = Assistant(settings, EMBEDDER)
    first = assistant.ask("How many people were left dead by the earthquake?")
    second = assistant.ask("And where?", history=[Turn(first.question, first)])
    assert second.question == "And where?"
    assert "understood as: “Where? (people were left dead by the earthquake, Turkey)”" in second.notice


def test_an_open_assistant_sees_what_another_one_has_indexed(settings: Settings) -> None:
    reader = Assistant(settings, EMBEDDER)
    assert reader.facts().articles == 2
    Library(settings.library).put(article("third", date(2023, 3, 1), "A third story."))
    Assistant(settings, EMBEDDER).sync()
    assert reader.facts().articles == 3


def test_without_an_index_the_remedy_is_named(home: Path) -> None:
    with pytest.raises(NoIndex, match="depeche index"):
        Assistant(Settings(home=home / "elsewhere"), EMBEDDER).ask("What was delivered?")


def test_a_bad_question_is_refused_before_anything_is_opened(home: Path) -> None:
    with pytest.raises(BadQuestion):
        Assistant(Settings(home=home / "elsewhere"), EMBEDDER).ask("?!")
