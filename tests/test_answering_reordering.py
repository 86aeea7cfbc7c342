"""The reader puts first what answers; it reads a passage once for a question."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from fakes import KeywordEmbedder
from readers import PatternReader

from corpus.article import Article, Byline, Passage, Span
from corpus.library import Library
from rag.answer import Hit
from rag.answering.reader import Reading
from rag.answering.remembered import RememberingReader
from rag.answering.reordering import READ, in_reading_order, log_odds
from rag.assistant import HITS, Assistant
from rag.settings import Settings


def hit(name: str, text: str, score: float) -> Hit:
    byline = Byline("Titre", "Dépêche", date(2023, 1, 30), None)
    return Hit(Passage(name, 0, text, "fr", byline, (Span(0, len(text)),)), score, similarity=score)


class CountingReader(PatternReader):
    """Remembers what it was asked to read."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.asked: list[tuple[str, str, str]] = []

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        self.asked += ((question, *told) for told in zip(passages, titles, strict=True))
        return super().read(question, passages, titles)


def test_what_answers_comes_before_what_is_only_nearer() -> None:
    near, answering = hit("a", "Une réunion a eu lieu.", 0.6), hit("b", "Douze chars sont arrivés.", 0.5)
    order = in_reading_order("Combien de chars ?", [near, answering], PatternReader("Douze"))
    assert [one.passage.article_id for one in order] == ["b", "a"]
    assert order[0].score > 0.5
    assert order[1].score < 0.6
    assert order[0].similarity == 0.5


def test_no_reading_outweighs_a_passage_that_is_much_nearer() -> None:
    near, far = hit("a", "Une réunion a eu lieu.", 0.9), hit("b", "Douze chars sont arrivés.", 0.1)
    order = in_reading_order("Combien de chars ?", [near, far], PatternReader("Douze"))
    assert [one.passage.article_id for one in order] == ["a", "b"]


def test_equals_are_in_the_order_of_their_ids() -> None:
    equals = [hit(name, "Une réunion a eu lieu.", 0.6) for name in "ba"]
    order = in_reading_order("Combien de chars ?", equals, PatternReader("Douze"))
    assert [one.passage.article_id for one in order] == ["a", "b"]


@pytest.mark.parametrize(("chance", "odds"), [(0.5, 0.0), (0.0, -4.6), (1.0, 4.6), (0.75, 1.0986)])
def test_certainty_has_finite_odds(chance: float, odds: float) -> None:
    assert log_odds(chance) == pytest.approx(odds, abs=0.01)


def test_a_passage_is_read_once_for_a_question() -> None:
    counting = CountingReader("Douze")
    reader = RememberingReader(counting)
    first = reader.read("Combien ?", ["Rien.", "Douze."], ["T", "T"])
    assert reader.read("Combien ?", ["Douze.", "Onze.", "Rien."], ["T", "T", "T"])[::2] == first[::-1]
    assert [passage for _, passage, _ in counting.asked] == ["Rien.", "Douze.", "Onze."]
    reader.read("Qui ?", ["Rien."], ["T"])
    reader.read("Combien ?", ["Rien."], ["U"])
    assert counting.asked[3:] == [("Qui ?", "Rien.", "T"), ("Combien ?", "Rien.", "U")]
    assert reader.fingerprint == "pattern"
    assert reader.read("Combien ?", []) == ()


def test_an_answer_is_read_from_further_down_and_each_passage_once(home: Path) -> None:
    byline = Byline("Chars", "Dépêche", date(2023, 1, 30), None)
    library = Library(home / "library")
    for number in range(READ - 1):
        library.put(Article(f"a{number:02}", "fr", byline, (f"Les chars, les {number} chars.",)))
    library.put(Article("z", "fr", byline, ("Ils étaient douze, ces chars promis par Berlin en janvier.",)))
    counting = CountingReader("douze")
    embedder = KeywordEmbedder(("char",), ("berlin",))
    assistant = Assistant(Settings(home=home), embedder, reader=RememberingReader(counting))
    assistant.sync()
    question = "Combien de chars ?"
    assert "z" not in [one.passage.article_id for one in assistant.search(question, k=HITS)]
    hits = assistant.ask(question).hits
    assert hits[0].passage.article_id == "z"
    assert len(hits) == HITS
    assert len(set(counting.asked)) == len(counting.asked) == READ
