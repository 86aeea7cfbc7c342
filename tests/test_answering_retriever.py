"""Who asks for several accounts gets the whole of the article that leads; who does not gets the best."""

from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.library import Library
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


def test_another_question_gets_the_best_alone(assistant: Assistant) -> None:
    assert len(assistant.ask("How many children were counted?").hits) == HITS
