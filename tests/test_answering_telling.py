"""An answer comes from an article that names what the question names and gives what it asks for."""

from datetime import date

from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.names import keys_of, spellings_of
from rag.answering.telling import Naming, Telling, tells_of

EMBEDDER = KeywordEmbedder(("mort", "died"), ("livr", "deliver"), ("systèm", "system"))
POPE = ("pope", "Le pape Benoît XVI est mort samedi au Vatican, a dit Jean-Paul Martin.")
STAR = ("star", "Le Brésil pleure. Pelé est mort jeudi dans un hôpital de São Paulo.")
PLAIN = ("plain", "Les systèmes promis ont été livrés, dit-on, dans une caserne très bien gardée.")
LISTED = ("listed", "Selon le ministre, les S-400 et les Iskander ont bien été livrés en décembre.")


def _hits(*articles: tuple[str, str]) -> tuple[Hit, ...]:
    found: list[Hit] = []
    for name, text in articles:
        byline = Byline("Titre", "Dépêche", date(2022, 12, 31), None)
        passages = passages_of(Article(name, "fr", byline, (text,)))
        found += [Hit(passage, 1 / (1 + len(found)), similarity=0.6) for passage in passages]
    return tuple(found)


def _naming(*articles: tuple[str, str]) -> Naming:
    known = {name: keys_of([text]) | spellings_of([text]) for name, text in articles}
    return known.__getitem__


def _telling(question: str, naming: Naming | None) -> set[str]:
    engine = ExtractiveEngine(EMBEDDER, naming=naming)
    found = engine.candidates(Question(question, "fr"), _hits(POPE, STAR))
    return {candidate.hit.passage.article_id for candidate in found}


def _first(question: str, articles: tuple[tuple[str, str], ...], naming: Naming | None) -> str:
    draft = ExtractiveEngine(EMBEDDER, naming=naming).propose(Question(question, "fr"), _hits(*articles))
    return draft.proposals[0].evidence[0].passage.article_id


def test_when_pele_died_is_not_told_by_an_article_without_him() -> None:
    assert _telling("Quand Pelé est-il mort ?", None) == {"pope", "star"}
    assert _telling("Quand Pelé est-il mort ?", _naming(POPE, STAR)) == {"star"}


def test_a_name_that_no_article_found_has_is_told_by_none() -> None:
    assert _telling("Quand Zorro est-il mort ?", _naming(POPE, STAR)) == set()


def test_in_the_language_of_the_question_an_article_has_each_name_by_one_of_its_words() -> None:
    there = keys_of([POPE[1]]) | spellings_of([POPE[1]])
    assert tells_of(Question("Qu'a dit Albert Martin sur Benoît ?", "fr"), "fr", there)
    assert not tells_of(Question("Qu'a dit Martin sur Guernica ?", "fr"), "fr", there)
    assert tells_of(Question("What did Martin say of Guernica?", "en"), "fr", there)
    assert not tells_of(Question("What did Zorro say of Guernica?", "en"), "fr", there)


def test_a_seat_of_power_and_initials_need_not_be_named() -> None:
    there = spellings_of(["The government will pay for the roads, its president said."])
    assert tells_of(Question("How much will Wellington pay?", "en"), "en", there)
    assert tells_of(Question("What did the CEO say?", "en"), "en", there)


def test_a_list_is_answered_by_what_names_something() -> None:
    assert _first("Quels systèmes ont été livrés ?", (PLAIN, LISTED), None) == "listed"
    assert _first("Le système a été livré quand et par qui ?", (PLAIN,), None) == "plain"


class _Shelf:
    """An index of two articles that counts how often it is read."""

    def __init__(self, generation: str) -> None:
        self.generation = generation
        self.read = 0

    def of_articles(self, ids: list[str]) -> tuple[tuple[object, ...], ...]:
        self.read += 1
        texts = dict((POPE, STAR))
        byline = Byline("Titre", "Dépêche", None, None)
        return tuple(passages_of(Article(name, "fr", byline, (texts[name],))) for name in ids)


def test_what_an_article_names_is_read_once_for_each_state_of_the_index() -> None:
    shelves = [_Shelf("one")]
    telling = Telling(lambda: shelves[-1])  # type: ignore[arg-type,return-value]
    assert "pele" in telling("star")
    assert "pele" not in telling("pope")
    assert telling("star") == telling("star")
    assert shelves[0].read == 2
    shelves.append(_Shelf("two"))
    assert "pele" in telling("star")
    assert shelves[1].read == 1
