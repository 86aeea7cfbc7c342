"""What the retrieval stage learns from: paragraphs, their questions, their most confusable neighbours."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from rag.training.bm25 import Bm25
from rag.training.corpora import Question, read_pairs, tidy
from rag.training.mix import join, run
from rag.training.sections import read_sections

_LANGUAGES = ("en", "fr")
_SECTION_WORDS = 140  # of a law section: its first words say what it is about
_DEBATE = 60  # lines of Europarl that count as one debate


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, the questions it answers and the article (or act, or debate) it stands in."""

    text: str
    questions: tuple[str, ...]
    article: str
    share: float  # how often it is drawn, relative to others


def from_questions(questions: Iterable[Question], share: float) -> list[Paragraph]:
    """The paragraphs of a question file, with what they answer."""
    asked: dict[tuple[str, str], list[str]] = {}
    for question in (question for question in questions if not question.missing):
        asked.setdefault((question.context, question.article), []).append(tidy(question.text))
    return [
        Paragraph(tidy(text), tuple(dict.fromkeys(texts)), article, share)
        for (text, article), texts in asked.items()
    ]


def merged(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """One paragraph for each text: in two files it would be a wrong answer to its own questions."""
    found: dict[str, Paragraph] = {}
    for new in paragraphs:
        old = found.get(new.text, replace(new, questions=(), share=0.0))
        questions = tuple(dict.fromkeys([*old.questions, *new.questions]))
        found[new.text] = replace(old, questions=questions, share=old.share + new.share)
    return list(found.values())


def from_sections(file: Path, limit: int, share: float, rng: random.Random) -> list[Paragraph]:
    """Sections of law in one language, asked for by their heading in the other or the same."""
    sections = read_sections(file, held_out=False)
    found = []
    for section in rng.sample(sections, min(limit, len(sections))):
        told, asked = rng.choice(_LANGUAGES), rng.choice(_LANGUAGES)
        text = " ".join(section.texts[told].split()[:_SECTION_WORDS])
        found.append(Paragraph(text, (section.headings[asked],), section.act, share))
    return found


def from_debates(file: Path, limit: int, share: float, rng: random.Random) -> list[Paragraph]:
    """Runs of parallel sentences in one language, asked for by one of their sentences in the other."""
    pairs = list(read_pairs(file))
    found: list[Paragraph] = []
    for start in rng.sample(range(len(pairs)), 2 * limit):
        members = run(pairs, start, rng)
        if len(members) < 3 or len(found) == limit:
            continue
        whole, asked = join(members), rng.choice(members)
        sides = (whole.english, asked.french), (whole.french, asked.english)
        text, question = rng.choice(sides)
        found.append(Paragraph(text, (question,), f"debate {members[0].line // _DEBATE}", share))
    return found


def neighbours(paragraphs: Sequence[Paragraph], k: int, rng: random.Random) -> list[list[int]]:
    """For each paragraph up to ``k`` that look alike: half from its article, the others by BM25."""
    articles: dict[str, list[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        articles.setdefault(paragraph.article, []).append(number)
    index = Bm25([paragraph.text for paragraph in paragraphs])
    found = []
    for number, paragraph in enumerate(paragraphs):
        siblings = [other for other in articles[paragraph.article] if other != number]
        if len(siblings) > 100:
            siblings = []  # a whole forum under one title is no article
        own = rng.sample(siblings, min(k // 2, len(siblings)))
        alike = index.nearest(paragraph.questions[:4], k, but=number)
        found.append(list(dict.fromkeys([*own, *alike]))[:k])
    return found


def clusters(
    shares: Sequence[float],
    alike: Sequence[Sequence[int]],
    lengths: Sequence[int],
    tokens: int,
    rng: random.Random,
) -> Iterator[list[int]]:
    """Batches of paragraph numbers for ever: seeds drawn by share, with their neighbours, of ``tokens``."""
    everyone, cumulative = range(len(shares)), [*accumulate(shares)]
    while True:
        batch: dict[int, None] = {}
        used = 0
        for _ in everyone:  # a draw may bring nothing new, and a toy has fewer tokens than a batch
            seed = rng.choices(everyone, cum_weights=cumulative)[0]
            for number in (seed, *alike[seed]):
                if number not in batch and used < tokens:
                    batch[number] = None
                    used += lengths[number]
            if used >= tokens:
                break
        yield list(batch)
