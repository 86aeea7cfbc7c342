"""What holds now is told by the newest article that answers, and no older state beside it."""

from datetime import date

import pytest
from fakes import KeywordEmbedder
from readers import PatternReader

from corpus.article import Article, Byline
from corpus.passage import passages_of
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.kinds import asks_for_now

EMBEDDER = KeywordEmbedder(("dead", "deaths", "killed"), ("heads", "leads", "mayor"), ("rain", "wind"))


def quoted(question: str, answers: str, *told: str) -> list[str]:
    """What is quoted of articles of one sentence each, each a day newer than the one before.

    The sentence of the first is the likeliest; ``answers`` is what the reader holds for answers.
    """
    hits = []
    for place, text in enumerate(told):
        byline = Byline("Storm in Lima", "Dépêche", date(2023, 3, 1 + place), None)
        (passage,) = passages_of(Article(f"a{place}", "en", byline, (text,)))
        hits.append(Hit(passage, 1 / (1 + place), similarity=0.6 - place / 20))
    draft = ExtractiveEngine(EMBEDDER, PatternReader(answers)).propose(Question(question, "en"), tuple(hits))
    return [evidence.quote for proposal in draft.proposals for evidence in proposal.evidence]


RUA = "Ana Rua heads the city of Lima, the mayor told the press."
PAZ = "Eva Paz heads the city of Lima since Sunday."


def test_asked_for_the_present_only_the_newest_state_is_told() -> None:
    assert quoted("Who heads the city of Lima now?", "Ana Rua|Eva Paz", RUA, PAZ) == [PAZ]


def test_without_a_word_for_now_the_likeliest_state_leads() -> None:
    assert quoted("Who is head of the city of Lima?", "Ana Rua|Eva Paz", RUA, PAZ)[0] == RUA


def test_the_newest_count_is_followed_by_the_one_before_it_alone() -> None:
    counts = [f"The storm in Lima left {number} dead, the mayor said." for number in (12, 15, 20)]
    told = quoted("How many dead in Lima by the latest count?", r"\d+ dead", *counts)
    assert told == [counts[2], counts[1]]


@pytest.mark.parametrize(
    "question",
    [
        "Qui dirige maintenant le parti ?",
        "Quel est le dernier bilan du séisme ?",
        "Quel est le bilan définitif ?",
        "Combien de morts à ce jour ?",
        "Où se trouve actuellement le président ?",
        "Who heads the government now?",
        "How many died, by the latest count?",
        "How many are missing, going by the last police figure?",
        "Where is he these days?",
        "What is the current toll?",
        "Qui dirige le parti ?",
    ],
)
def test_a_question_about_the_present_is_known(question: str) -> None:
    assert asks_for_now(question)


@pytest.mark.parametrize(
    "question",
    [
        "Qui a gagné la finale ?",
        "Who won the final?",
        "Who is the judge that let him go?",
        "Qui est mort à Lima ?",
        "Who was the last king?",
        "Qui dirigeait le parti en 2022 ?",
        "How does the corrected toll compare with the first one?",
        "En quoi le bilan rectifié diffère-t-il du premier ?",
    ],
)
def test_a_question_about_another_time_or_about_both_is_none(question: str) -> None:
    assert not asks_for_now(question)
