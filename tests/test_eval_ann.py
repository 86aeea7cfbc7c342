"""The approximate search of the shipped index finds what comparing every passage finds."""

from pathlib import Path

import numpy as np
import pytest

from corpus.article import LANGUAGES
from eval.loader import load_sets
from eval.metrics.ann import ann_recall
from rag.answer import Filters
from rag.assistant import open_assistant
from rag.settings import Settings

_K = 10


@pytest.mark.parametrize(
    ("found", "exact", "recall"),
    [(("a", "b"), ("a", "b"), 1.0), (("b", "c"), ("a", "b"), 0.5), ((), ("a",), 0.0)],
)
def test_recall_counts_the_nearest_that_were_found(
    found: tuple[str, ...], exact: tuple[str, ...], recall: float
) -> None:
    assert ann_recall(found, exact) == recall


def test_the_index_over_the_sample_misses_none_of_the_nearest(tmp_path: Path) -> None:
    assistant = open_assistant(Settings(home=tmp_path))
    assistant.sync()
    index = assistant.index()
    recalls = []
    for item in load_sets()[::20]:
        vector = assistant.embedder.embed_query(item.question)
        for language in LANGUAGES:
            articles = [row[0] for row in index.articles() if row[2] == language]
            ids = [passage.id for passages in index.of_articles(articles) for passage in passages]
            cosines = index.vectors(ids) @ vector
            exact = [ids[place] for place in np.argsort(-cosines, kind="stable")[:_K]]
            found = [identifier for identifier, _ in index.dense(vector, _K, Filters(), language)]
            recalls.append(ann_recall(found, exact))
    assert len(recalls) > 60
    assert sum(recalls) / len(recalls) >= 0.999  # two cosines may tie at the tenth place
