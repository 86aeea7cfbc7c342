"""ROUGE as it is defined, and the bar: our summaries are no worse than the first three sentences."""

import pytest

from corpus.library import Library
from eval.rouge import load_references, measure, rouge, systems, textrank
from rag.index.embedder import open_embedder
from rag.settings import SAMPLE_ARTICLES, Settings


def test_a_text_scores_one_against_itself_and_nothing_against_another() -> None:
    assert rouge("the cat sat on a mat", "the cat sat on a mat") == (1.0, 1.0, 1.0)
    assert rouge("cat sat", "dogs run fast") == (0.0, 0.0, 0.0)
    assert rouge("", "") == (0.0, 0.0, 0.0)


def test_the_measures_are_those_of_the_definition() -> None:
    # Five words against three: two words, no pair in common, and both in the same order.
    one, two, longest = rouge("police killed gunman north town", "police arrested gunman")
    assert one == pytest.approx(2 * 2 / (5 + 3))
    assert two == 0.0
    assert longest == pytest.approx(2 * 2 / (5 + 3))


def test_word_order_counts_for_the_longest_common_sequence_only() -> None:
    assert rouge("gunman killed police", "police killed gunman") == pytest.approx((1.0, 0.0, 1 / 3))


def test_there_are_ten_references_in_each_language_and_each_has_its_article() -> None:
    references = load_references()
    sample = Library(SAMPLE_ARTICLES)
    languages = [sample.get(name).language for name in references]
    assert (languages.count("fr"), languages.count("en")) == (10, 10)


def test_no_reference_is_copied_from_its_article() -> None:
    sample = Library(SAMPLE_ARTICLES)
    for name, summary in load_references().items():
        whole = " ".join(sample.get(name).paragraphs)
        assert not any(len(part) > 80 and part in whole for part in summary.split(". "))


def test_textrank_takes_three_sentences_of_the_article_in_order() -> None:
    article = Library(SAMPLE_ARTICLES).get("2023-03-01-greece-train-crash-en")
    assert textrank(article) == textrank(article)
    assert all(part.strip(".") in " ".join(article.paragraphs) for part in textrank(article).split(". "))


def test_our_summaries_reach_the_lead_on_every_measure() -> None:
    scores = measure(load_references(), systems(open_embedder(Settings.from_env())))
    ours_of, lead_of, rank_of = (score.values for score in scores if score.language == "both")
    for ours, lead, rank in zip(ours_of, lead_of, rank_of, strict=True):
        assert ours >= lead > rank
