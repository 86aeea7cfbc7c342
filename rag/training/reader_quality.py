"""How good a reader is: SQuAD's F1 of its answers, and how often it knows whether there is one."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rag.training.corpora import Question, key, read_questions
from rag.training.examples import answer_of, held_out, source

_ARTICLES = re.compile(r"\b(the|an?|les?|la|une?|des?|du|l|d)\b")


class Reads(Protocol):
    """A reading's parts that are scored here."""

    @property
    def start(self) -> int:
        """The answer's first character."""
        ...

    @property
    def end(self) -> int:
        """One after its last."""
        ...

    @property
    def answerable(self) -> float:
        """The chance that the passage answers."""
        ...

    @property
    def relevance(self) -> float:
        """How much the passage is about the question."""
        ...


class Reader(Protocol):
    """Whoever can be examined."""

    def read(self, question: str, passages: Sequence[str]) -> Sequence[Reads]:
        """One reading for each passage."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """Scores from 0 to 1; ``accuracy`` weighs answerable and unanswerable passages alike, at 0.5."""

    f1: float
    exact: float
    accuracy: float
    preferred: float  # how often the own paragraph is more relevant than the unanswering one
    chances: tuple[tuple[float, bool], ...]


def dev_questions(dev: Path, qa: Path) -> dict[str, list[Question]]:
    """Those of PIAF's dev set in ``dev``, and of the held-out English articles in ``qa``, by language."""
    english = read_questions(qa / "squadshifts_new_wiki.jsonl.gz")
    return {
        "French": list(read_questions(dev / "piaf_dev.jsonl.gz")),
        "English": [question for question in english if held_out(question)],
    }


def examine(reader: Reader, questions: Sequence[Question], seed: int = 1) -> Marks:
    """Ask every question of its own paragraph and of one without the answer (same article, else by BM25).

    A near miss is asked of its own paragraph, which does not answer it.
    """
    asked = source(questions, 1.0, random.Random(seed))
    f1s, exacts, preferred = [], [], []
    chances: list[tuple[float, bool]] = []
    for number, question in enumerate(asked.questions):
        others = asked.unanswering[number][:1]
        readings = reader.read(question.text, [question.context, *(asked.paragraphs[n] for n in others)])
        answered = [not question.missing, *(False for _ in others)]
        chances += zip((reading.answerable for reading in readings), answered, strict=True)
        if question.missing:
            continue
        said = question.context[readings[0].start : readings[0].end]
        f1s.append(f1(said, answer_of(question)))
        exacts.append(words(said) == words(answer_of(question)))
        preferred += [readings[0].relevance > reading.relevance for reading in readings[1:]]
    accuracy = _mean([_mean([(chance >= 0.5) == kind for chance, holds in chances if holds is kind])
                      for kind in (True, False)])  # fmt: skip
    return Marks(_mean(f1s), _mean(exacts), accuracy, _mean(preferred), tuple(chances))


def f1(said: str, wanted: str) -> float:
    """The harmonic mean of precision and recall over words, articles and punctuation left out (SQuAD 1.1)."""
    left, right = Counter(words(said)), Counter(words(wanted))
    shared = sum((left & right).values())
    return 2 * shared / (sum(left.values()) + sum(right.values())) if shared else float(left == right)


def words(text: str) -> list[str]:
    """The words that count."""
    return _ARTICLES.sub(" ", key(text)).split()


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)
