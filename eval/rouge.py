"""Our summaries beside the first three sentences and TextRank: `python -m eval.rouge`.

The references of `summaries.jsonl` are in words of our own, written before any system was run on them.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import Article
from corpus.library import Library
from corpus.passage import passages_of
from corpus.text.analyser import content_words
from corpus.text.normalise import normalise
from eval.report import say
from rag.settings import SAMPLE_ARTICLES, Settings

if TYPE_CHECKING:
    from rag.index.embedder import Embedder

REFERENCES = Path(__file__).parent / "summaries.jsonl"
SENTENCES = 3
MEASURES = ("ROUGE-1", "ROUGE-2", "ROUGE-L")

Summariser = Callable[[Article], str]


@dataclass(frozen=True, slots=True)
class Score:
    """The mean F1 (0…1) of one system in each of `MEASURES`."""

    system: str
    language: str
    values: tuple[float, ...]


def main() -> None:
    """Measure the three systems on the sample articles and print one table."""
    from rag.index.embedder import open_embedder

    scores = measure(load_references(), systems(open_embedder(Settings.from_env())))
    say(("| system | language | " + " | ".join(MEASURES) + " |", "|---|---|" + "---:|" * len(MEASURES)))
    say(_row(score) for score in scores)


def _row(score: Score) -> str:
    figures = " | ".join(f"{100 * value:.1f}" for value in score.values)
    return f"| {score.system} | {score.language} | {figures} |"


def load_references(path: Path = REFERENCES) -> dict[str, str]:
    """Article id → reference summary."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["article"]: row["summary"] for row in rows}


def systems(embedder: "Embedder") -> dict[str, Summariser]:
    """The systems by name; each gives at most `SENTENCES` sentences."""
    from rag.digest.summary import leading

    return {
        "dépêche": lambda article: " ".join(s.text for s in leading(article, embedder, SENTENCES)),
        "lead-3": lambda article: " ".join(_sentences(article)[:SENTENCES]),
        "TextRank": textrank,
    }


def measure(references: dict[str, str], by_name: dict[str, Summariser]) -> tuple[Score, ...]:
    """Each system on French, English and all articles."""
    articles = [article for article in Library(SAMPLE_ARTICLES).articles() if article.id in references]
    scores = []
    for name, summarise in by_name.items():
        rows = [(article.language, rouge(summarise(article), references[article.id])) for article in articles]
        for label, spoken in (("fr", {"fr"}), ("en", {"en"}), ("both", {"fr", "en"})):
            own = [values for language, values in rows if language in spoken]
            means = tuple(sum(column) / len(own) for column in zip(*own, strict=True))
            scores.append(Score(name, label, means))
    return tuple(scores)


def rouge(summary: str, reference: str) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L as F1, 0…1, on normalised words without stemming (Lin 2004)."""
    ours, theirs = normalise(summary).split(), normalise(reference).split()
    shared = _longest_common(ours, theirs)
    return (
        _overlap(ours, theirs, 1),
        _overlap(ours, theirs, 2),
        _f1(shared, len(ours), len(theirs)),
    )


def textrank(article: Article) -> str:
    """The `SENTENCES` highest-ranked sentences in reading order (Mihalcea and Tarau 2004).

    Similarity is the words of content in common over the logarithms of both lengths, damping 0.85.
    """
    import numpy as np

    sentences = _sentences(article)
    words = [set(content_words(text, article.language)) for text in sentences]
    count = len(sentences)
    weights = np.zeros((count, count))
    for i in range(count):
        for j in range(count):
            lengths = np.log(max(len(words[i]), 1)) + np.log(max(len(words[j]), 1))
            weights[i, j] = len(words[i] & words[j]) / lengths if i != j and lengths else 0.0
    sums = weights.sum(axis=1, keepdims=True)
    moves = np.divide(weights, sums, out=np.full_like(weights, 1 / count), where=sums > 0)
    rank = np.full(count, 1 / count)
    for _ in range(100):
        rank = 0.15 / count + 0.85 * (rank @ moves)
    best = sorted(range(count), key=lambda place: (-round(float(rank[place]), 9), place))[:SENTENCES]
    return " ".join(sentences[place] for place in sorted(best))


def _sentences(article: Article) -> list[str]:
    return [p.text[span.start : span.end] for p in passages_of(article) for span in p.sentences]


def _overlap(ours: Sequence[str], theirs: Sequence[str], n: int) -> float:
    one, other = (
        Counter(zip(*(words[k:] for k in range(n)), strict=False)) for words in (ours, theirs)
    )
    return _f1((one & other).total(), one.total(), other.total())


def _f1(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if ours + theirs else 0.0


def _longest_common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in ours:
        before = 0
        for place, other in enumerate(theirs, 1):
            above = row[place]
            row[place] = before + 1 if word == other else max(row[place - 1], above)
            before = above
    return row[-1]


if __name__ == "__main__":
    main()
