"""What is to be found for what: the questions of the dev sets, the texts to search and the right ones."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Language, Passage
from corpus.library import Library
from corpus.passage import passages_of
from rag.index.indexed import indexed_text
from rag.settings import SAMPLE_ARTICLES
from rag.training.corpora import Question, read_questions, read_rows
from rag.training.sections import read_sections

_SECTIONS = 500  # of the cross-lingual test, each way
_OTHER: dict[Language, Language] = {"fr": "en", "en": "fr"}


@dataclass(frozen=True, slots=True)
class Search:
    """Questions in the language ``asked``, the texts in ``told`` and, for each question, its right ones.

    ``gold`` holds numbers of texts; one of a question's right texts is enough.
    """

    questions: tuple[str, ...]
    texts: tuple[str, ...]
    gold: tuple[tuple[int, ...], ...]
    asked: Language = "fr"
    told: Language = "fr"

    def __str__(self) -> str:
        return f"{len(self.questions):,} → {len(self.texts):,}"


def search_of(questions: Sequence[Question], more: Sequence[str] = ()) -> Search:
    """Every question against all their paragraphs, and against ``more`` that answer none."""
    texts = list(dict.fromkeys([*(q.context for q in questions), *more]))
    place = {text: number for number, text in enumerate(texts)}
    gold = tuple((place[q.context],) for q in questions)
    return Search(tuple(q.text for q in questions), tuple(texts), gold)


def searches(dev: Path, qa: Path, items: Path | None = None, limit: int | None = None) -> dict[str, Search]:
    """Name → search, of the folders of dev sets and question files and, if given, of evaluation sets.

    ``limit``: only the first questions of each, over fewer texts, to try the bench itself.
    """
    asked = list(read_questions(dev / "piaf_dev.jsonl.gz"))[:limit]
    train = [question.context for question in read_questions(qa / "piaf_train.jsonl.gz")][:limit]
    found = {"PIAF dev": search_of(asked), "PIAF dev + train": search_of(asked, train)}
    found |= _sections(qa / "canada_sections.jsonl.gz", limit)
    return found | (dict(_news(items, limit)) if items else {})


def _sections(file: Path, limit: int | None, seed: int = 1) -> dict[str, Search]:
    """Heading in one language → section in the other, among 500 held-out sections, both ways."""
    sections = read_sections(file, held_out=True)
    chosen = random.Random(seed).sample(sections, min(_SECTIONS, len(sections)))[:limit]
    gold = tuple((number,) for number in range(len(chosen)))
    found = {}
    for asked, told in _OTHER.items():
        headings, texts = (s.headings[asked] for s in chosen), (s.texts[told] for s in chosen)
        found[f"sections {asked}→{told}"] = Search(tuple(headings), tuple(texts), gold, asked, told)
    return found


def _news(items: Path, limit: int | None) -> Iterator[tuple[str, Search]]:
    """Question in one language → passage of the sample corpus in the other, as the index holds it.

    The questions are those of the evaluation sets whose right passages are all in the other language.
    """
    cut = [passage for article in Library(SAMPLE_ARTICLES).articles() for passage in passages_of(article)]
    rows = [row for file in sorted(items.glob("*.jsonl")) for row in read_rows(file)]
    for asked, told in _OTHER.items():
        passages = [passage for passage in cut if passage.language == told]
        pairs = list(_across(rows, passages, asked))[:limit]
        if pairs:
            questions, gold = zip(*pairs, strict=True)
            texts = tuple(indexed_text(passage) for passage in passages)
            yield f"news {asked}→{told}", Search(questions, texts, gold, asked, told)


def _across(
    rows: Sequence[dict[str, object]], passages: Sequence[Passage], asked: Language
) -> Iterator[tuple[str, tuple[int, ...]]]:
    place = {passage.id: number for number, passage in enumerate(passages)}
    for row in rows:
        gold = [identifier for group in row["gold"] for identifier in group]  # type: ignore[attr-defined]
        if row["lang"] == asked and gold and all(identifier in place for identifier in gold):
            yield str(row["question"]), tuple(place[identifier] for identifier in gold)
