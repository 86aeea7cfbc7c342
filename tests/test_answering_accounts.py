"""What happened is told in several sentences of the articles about it, in reading order."""

from datetime import date

import pytest
from fakes import KeywordEmbedder

from corpus.article import Article, Byline
from corpus.passage import passages_of
from eval.loader import load_sets
from rag.answer import Hit
from rag.answering.accounts import SENTENCES, asks_for_account
from rag.answering.draft import Draft
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.question import understand

EMBEDDER = KeywordEmbedder(("Valparaiso", "port"), ("fire",), ("homes",), ("president",), ("chess",))
TOLD = (
    "A fire in Valparaiso burned 300 homes on Friday near the port.",
    "The fire in Valparaiso was put out on Saturday by 400 firefighters.",
    "The president promised new homes to Valparaiso after the fire there.",
    "The president of the port of Valparaiso thanked everybody for their help.",
)
ASKING = (
    "What happened in Valparaiso?", "Summarise the fire in Valparaiso", "What do the articles say of Chile?",
    "What are the key facts of the fire?", "Can you sum up the fire?", "What would the bill change?",
    "Que s’est-il passé à Valparaiso ?", "Résume l’incendie de Valparaiso", "Que sait-on de l’incendie ?",
    "Quels sont les faits essentiels de l’incendie ?", "Pouvez-vous résumer l’incendie ?",
    "Que disent les articles sur le Chili ?",
)  # fmt: skip
PLAIN = (
    "When did it happen?", "What changed hands?", "What did the president say?", "Who summarised the report?",
    "Quand cela s’est-il passé ?", "Qui a résumé le rapport ?", "Que dit le président ?",
    "Quels sont les pays qui ont voté contre ?",
)  # fmt: skip


def proposed(question: str, similarity: float) -> Draft:
    byline = Byline("Fire in Valparaiso", "Dépêche", date(2023, 2, 4), None)
    article = Article("fire", "en", byline, TOLD)
    hits = [Hit(passage, 1.0, similarity=similarity) for passage in passages_of(article)]
    return ExtractiveEngine(EMBEDDER).propose(understand(question), hits)


@pytest.mark.parametrize("question", ASKING)
def test_a_question_for_an_account_is_known(question: str) -> None:
    assert asks_for_account(question)


@pytest.mark.parametrize("question", PLAIN)
def test_a_question_for_one_thing_is_none(question: str) -> None:
    assert not asks_for_account(question)


def test_of_the_questions_of_the_sets_summaries_ask_for_accounts() -> None:
    asking = [item.category for item in load_sets() if asks_for_account(item.question)]
    assert asking.count("summary") >= 0.9 * len(asking) > 0


def test_an_account_has_three_cited_sentences_in_reading_order() -> None:
    draft = proposed("What happened in Valparaiso?", 0.6)
    quotes = [evidence.quote for proposal in draft.proposals for evidence in proposal.evidence]
    assert len(draft.proposals) == len(quotes) == SENTENCES
    assert quotes == sorted(quotes, key=TOLD.index)
    assert quotes[0] == TOLD[0]


def test_what_no_article_is_about_has_no_account() -> None:
    draft = proposed("What happened at the chess tournament in Oslo?", 0.1)
    assert draft.reason == "not_in_corpus"
