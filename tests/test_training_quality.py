"""The scores of the dev sets, on examples whose score is known."""

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest

from rag.answering.reader import Reading
from rag.training.bm25 import Bm25
from rag.training.calibration import fitted
from rag.training.corpora import Question
from rag.training.quality import dense_scores, hit, ndcg, ranks, retrieval, spearman
from rag.training.ragged import Ragged, batches
from rag.training.reader_quality import examine, f1
from rag.training.searches import Search, search_of


def test_ranks_count_from_one_and_ties_count_against() -> None:
    scores = np.array([[0.9, 0.1, 0.5], [0.2, 0.2, 0.1]])
    assert ranks(scores, [(2,), (0,)]).tolist() == [2, 2]


def test_the_best_of_several_right_texts_counts() -> None:
    scores = np.array([[0.9, 0.1, 0.5, 0.3]])
    assert ranks(scores, [(1, 2)]).tolist() == [2]


def test_ndcg_and_hit_of_known_ranks() -> None:
    found = np.array([1, 3, 11])
    assert ndcg(found) == pytest.approx((1 + 1 / 2) / 3)
    assert hit(found) == pytest.approx(2 / 3)


def test_spearman_sees_order_only_and_shares_tied_ranks() -> None:
    assert spearman([1, 2, 30], [0.1, 0.5, 0.6]) == pytest.approx(1)
    assert spearman([1, 1, 2], [1, 2, 3]) == pytest.approx(math.sqrt(3) / 2)


def _letters(texts: Sequence[str]) -> np.ndarray:
    return np.array([[text.count(letter) for letter in "abc"] for text in texts], np.float32)


def test_a_search_asks_every_question_of_every_paragraph() -> None:
    questions = [Question("a", "aa", "t", "en", None), Question("b", "bb", "t", "en", None)]
    search = search_of(questions, more=["cc"])
    assert search == Search(("a", "b"), ("aa", "bb", "cc"), ((0,), (1,)))
    found = ranks(dense_scores(_letters, search), search.gold)
    assert retrieval(found, search, "toy") == {"toy nDCG@10 (2 → 3)": 1.0, "toy hit@5": 1.0}


def test_bm25_finds_the_rare_word_and_leaves_the_text_itself_out() -> None:
    index = Bm25(["the war", "the peace treaty", "the treaty of war"])
    assert index.scores("TREATIES of peace").argmax() == 1
    assert index.nearest(["war"], 1, but=0) == [2]


def test_f1_leaves_articles_and_punctuation_out() -> None:
    assert f1("The war.", "war") == 1
    assert f1("la grande guerre", "guerre") == pytest.approx(2 / 3)
    assert f1("paix", "guerre") == 0


class _Knowing:
    """Answers "Anna" wherever she stands and knows when she does not."""

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        places = [passage.find("Anna") for passage in passages]
        found = ((at >= 0, max(at, 0)) for at in places)
        return tuple(Reading(float(there), at, at + 4, 0.9 if there else 0.1) for there, at in found)


def test_a_reader_is_marked_on_its_answers_and_on_knowing_when_it_has_none() -> None:
    questions = [
        Question("Who won?", "Anna won.", "race", "en", (0, 4)),
        Question("Who sang?", "Yesterday Anna sang.", "song", "en", (10, 14)),
        Question("Who is Bob?", "Nobody knows.", "race", "en", (0, 6)),
    ]
    marks = examine(_Knowing(), questions)
    assert marks.f1 == pytest.approx(2 / 3)
    assert marks.accuracy == pytest.approx(2 / 3)  # wrong once about its own paragraph, once about the other


def test_calibration_recovers_the_slope_that_made_the_labels() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=20_000)
    labels = rng.random(20_000) < 1 / (1 + np.exp(-3 * logits))
    scaling = fitted(logits.tolist(), labels.tolist())
    assert scaling.slope == pytest.approx(3, abs=0.2)
    assert scaling.shift == pytest.approx(0, abs=0.1)


def test_calibration_refuses_logits_that_say_nothing() -> None:
    with pytest.raises(ValueError, match="needs answerable and unanswerable"):
        fitted([1.0, 2.0], [True, True])
    with pytest.raises(ValueError, match="do not rise"):
        fitted([1.0, 2.0, 3.0, 4.0], [True, True, False, False])


def test_batches_hold_every_text_once_and_never_too_many_tokens() -> None:
    rng = random.Random(1)
    texts = Ragged.of([[1] * rng.randint(1, 30) for _ in range(500)])
    made = list(batches(texts.lengths, 100, random.Random(2)))
    assert sorted(number for batch in made for number in batch) == list(range(500))
    assert all(texts.padded(batch)[0].size <= 100 for batch in made)
    assert made == list(batches(texts.lengths, 100, random.Random(2)))
    assert made != list(batches(texts.lengths, 100, random.Random(3)))


def test_padding_is_masked() -> None:
    ids, mask = Ragged.of([[5, 6, 7], [8]]).padded([1, 0])
    assert ids.tolist() == [[8, 0, 0], [5, 6, 7]]
    assert mask.tolist() == [[1, 0, 0], [1, 1, 1]]
