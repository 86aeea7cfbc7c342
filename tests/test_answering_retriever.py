"""Who asks for several accounts gets the whole of the article that leads, who compares gets what is nearest
to either side, who asks for an account how each article opens; who does none of it gets the best.
"""

from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.library import Library
from rag.answering.comparing import compared
from rag.answering.retriever import OF_A_SIDE
from rag.assistant import HITS, Assistant
from rag.settings import Settings

EMBEDDER = KeywordEmbedder(("child", "enfant"), ("rain",), ("town",))
PARAGRAPHS = 15


@pytest.fixture
def assistant(home: Path) -> Assistant:
    counted = [f"The town of {letter} counted the children." for letter in "ABCDEFGHIJKLMNO"]
    byline = Byline("Children", "Dépêche", date(2023, 3, 18), None)
    rain = Article("rain", "en", Byline("Rain", "Dépêche", date(2023, 3, 19), None), ("It rained in town.",))
    library = Library(home / "library")
    library.put(Article("counted", "en", byline, tuple(counted[:PARAGRAPHS])))
    library.put(rain)
    assistant = Assistant(Settings(home=home), EMBEDDER)
    assistant.sync()
    return assistant


@pytest.mark.parametrize(
    "question",
    [
        "How many children were counted, according to both sides?",
        "Combien d’enfants compte-t-on selon les différentes sources ?",
    ],
)
def test_several_accounts_are_looked_for_in_the_whole_article(assistant: Assistant, question: str) -> None:
    hits = assistant.ask(question).hits
    ids = [hit.passage.id for hit in hits]
    assert len(set(ids)) == len(ids)
    assert sum(hit.passage.article_id == "counted" for hit in hits) == PARAGRAPHS
    assert all(hit.similarity is not None for hit in hits)
    assert list(hits[:HITS]) == list(assistant.search(question, k=HITS))


def test_an_account_is_made_of_openings_too(assistant: Assistant) -> None:
    told = ("The mayor spoke.", *(f"Rain fell {n} times." for n in range(HITS)))
    byline = Byline("A wet week", "Dépêche", date(2023, 3, 20), None)
    assistant.library().put(Article("wet", "en", byline, told))
    assistant.sync()
    hits = assistant.ask("What happened with the rain?").hits
    assert [hit.passage.id for hit in hits if not hit.score] == ["wet#p0"]
    assert len(hits) == HITS + 1


def test_another_question_gets_the_best_alone(assistant: Assistant) -> None:
    assert len(assistant.ask("How many children were counted?").hits) == HITS


PLACES = KeywordEmbedder(("protest", "manifest"), ("lima",), ("cusco",))
ROADS = 12


@pytest.fixture
def towns(home: Path) -> Assistant:
    """Roads between two towns are nearest to both at once; few passages tell of the protests of either."""
    roads = (f"Road {n} from Lima to Cusco, the Cusco to Lima road, was open." for n in range(ROADS))
    texts = {f"road-{n:02}": text for n, text in enumerate(roads)}
    texts |= {f"lima-{n}": f"À Lima, {n}00 manifestants ont été comptés." for n in range(1, 6)}
    texts |= {f"cusco-{n}": f"À Cusco, {n}00 manifestants ont été comptés." for n in range(1, 6)}
    library = Library(home / "library")
    for name, text in texts.items():
        byline = Byline(name, "Dépêche", date(2023, 1, 20), None)
        library.put(Article(name, "en" if name.startswith("road") else "fr", byline, (text,)))
    assistant = Assistant(Settings(home=home), PLACES)
    assistant.sync()
    return assistant


def test_each_side_of_a_comparison_is_looked_for_on_its_own(towns: Assistant) -> None:
    answer = towns.ask("Were there more protesters in Lima than in Cusco?")
    whole, besides = answer.hits[:HITS], answer.hits[HITS:]
    assert all(hit.passage.article_id.startswith("road") for hit in whole)
    sides = [hit.passage.article_id.split("-")[0] for hit in besides]
    assert sides == ["lima"] * OF_A_SIDE + ["cusco"] * OF_A_SIDE
    assert all(hit.score == 0 and hit.similarity is not None for hit in besides)
    assert ["Lima" in claim.text for claim in answer.claims] == [True, False]
    assert ["Cusco" in claim.text for claim in answer.claims] == [False, True]


def test_what_the_whole_question_brought_comes_no_second_time(assistant: Assistant) -> None:
    question = "Were more children counted in town A than in town B?"
    assert compared(question, "en") is not None
    assert assistant.ask(question).hits == assistant.search(question, k=HITS)


def test_what_compares_nothing_has_no_sides(towns: Assistant) -> None:
    assert len(towns.ask("Were there protesters in Lima and in Cusco?").hits) == HITS
