"""What the reader learns from: a question beside a window of a paragraph, with an answer or without."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rag.training.bm25 import Bm25
from rag.training.corpora import Question, key
from rag.training.mix import mistype
from rag.training.vocabulary import SEP

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from rag.training.mining import Mining

QUESTION_TOKENS = 48
TITLE_TOKENS = 24
_TITLED = 0.7  # how often a paragraph comes with its article's title: the product has it, some tests do not
_WINDOW = (48, 144)  # tokens of a paragraph in training: varied, so that no length is strange
_ALIKE = 4  # paragraphs of the article or by BM25 kept for each question, to choose from
_NOISY = 0.08
_PARTS = 10  # one article in ten is held out


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of a question and of a window; ``span`` counts window tokens, both ends inside.

    The question may be followed by ``[SEP]`` and the title of the window's article.
    """

    question: list[int]
    window: list[int]
    span: tuple[int, int] | None
    answerable: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Questions with, for each, the numbers of paragraphs that do not answer it."""

    questions: tuple[Question, ...]
    paragraphs: tuple[str, ...]
    place: tuple[int, ...]  # of each question's own paragraph
    unanswering: tuple[tuple[int, ...], ...]
    share: float = 1.0
    titles: tuple[str, ...] = ()  # of each paragraph's article, where they say something


def held_out(question: Question) -> bool:
    """Whether the question's article is kept for tests: by the hash of its title, about one in ten."""
    return int(sha256(question.article.encode()).hexdigest(), 16) % _PARTS == 0


def source(
    questions: Iterable[Question],
    share: float,
    rng: random.Random,
    *,
    titled: bool = False,
    mine: "Mining | None" = None,
) -> Source:
    """Pair every question with paragraphs that do not hold its answer: of its own article, by BM25, mined.

    A near miss gets mined ones of other articles alone: what else its article says of it is not known.
    """
    kept = tuple(question for question in questions if question.span or question.missing)
    paragraphs = tuple(dict.fromkeys(question.context for question in kept))
    place = {text: number for number, text in enumerate(paragraphs)}
    last = {question.context: question for question in kept}  # a paragraph belongs to one article
    article = [last[text].article for text in paragraphs]
    siblings: dict[str, list[int]] = {}
    for number, name in enumerate(article):
        siblings.setdefault(name, []).append(number)
    index, keys = Bm25(paragraphs), [key(text) for text in paragraphs]
    mined = mine([question.text for question in kept], paragraphs) if mine else [[] for _ in kept]
    unanswering: list[tuple[int, ...]] = []
    for question, found in zip(kept, mined, strict=True):
        if question.missing:
            unanswering.append(tuple(n for n in found if article[n] != question.article))
            continue
        own, answer = place[question.context], key(answer_of(question))
        beside = siblings[article[own]]
        if len(beside) > 100:
            beside = []  # a whole forum under one title is no article
        alike = rng.sample(beside, min(3, len(beside))) + index.nearest([question.text], 3, but=own)
        beside_it, further = (
            list(dict.fromkeys(n for n in numbers if n != own and answer not in keys[n]))
            for numbers in (alike, found)
        )
        unanswering.append(tuple(dict.fromkeys([*beside_it[:_ALIKE], *further])))
    titles = tuple(name.replace("_", " ") for name in article) if titled else ()
    return Source(kept, paragraphs, tuple(place[q.context] for q in kept), tuple(unanswering), share, titles)


def answer_of(question: Question) -> str:
    """The answer's own words; empty without a span."""
    return question.context[slice(*question.span)] if question.span else ""


class Cutter:
    """Turns sources into examples; paragraphs and questions are tokenised once."""

    def __init__(self, tokenizer: "Tokenizer", sources: Sequence[Source], rng: random.Random) -> None:
        self._tokenizer = tokenizer
        self._sources = sources
        self._rng = rng
        self._cut = [tokenizer.encode_batch(list(s.paragraphs), add_special_tokens=False) for s in sources]
        self._titles = [tokenizer.encode_batch(list(s.titles), add_special_tokens=False) for s in sources]

    def groups(self, negatives: int) -> Iterator[list[Example]]:
        """For ever: a question's own paragraph, then up to ``negatives`` that do not answer it.

        A near miss's own paragraph is one of them.
        """
        weights = [source.share * len(source.questions) for source in self._sources]
        decks: list[list[int]] = [[] for _ in self._sources]
        while True:
            at = self._rng.choices(range(len(self._sources)), weights)[0]
            if not decks[at]:  # every question once before any comes again
                decks[at] = list(range(len(self._sources[at].questions)))
                self._rng.shuffle(decks[at])
            yield self._group(at, decks[at].pop(), negatives)

    def _group(self, at: int, number: int, negatives: int) -> list[Example]:
        chosen = self._sources[at]
        question = chosen.questions[number]
        text = mistype(question.text, self._rng) if self._rng.random() < _NOISY else question.text
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:QUESTION_TOKENS]
        size = self._rng.randint(*_WINDOW)
        encoding = self._cut[at][chosen.place[number]]
        span = token_span(encoding.offsets, question.span) if question.span else None
        first = self._first(len(encoding.ids), size, span)
        window = encoding.ids[first : first + size]
        titled = self._rng.random() < _TITLED
        asked = ids + self._title(at, chosen.place[number], wanted=titled)
        group = [Example(asked, window, _inside(span, first, size), answerable=not question.missing)]
        others, wanted = chosen.unanswering[number], negatives - question.missing
        for place in self._rng.sample(others, max(0, min(wanted, len(others)))):
            other = self._cut[at][place]
            first = self._first(len(other.ids), size, None)
            asked = ids + self._title(at, place, wanted=titled)
            group.append(Example(asked, other.ids[first : first + size], None, answerable=False))
        return group

    def _title(self, at: int, place: int, *, wanted: bool) -> list[int]:
        titles = self._titles[at]
        return [SEP, *titles[place].ids[:TITLE_TOKENS]] if wanted and titles else []

    def _first(self, length: int, size: int, span: tuple[int, int] | None) -> int:
        """Where a window starts: anywhere that keeps it inside the paragraph and the answer inside it."""
        low, high = 0, max(0, length - size)
        if span:
            low, high = max(low, span[1] - size + 1), min(high, span[0])
        return self._rng.randint(low, max(low, high))


def token_span(offsets: Sequence[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int] | None:
    """The first and last token that touch the characters [start, end); None when none does."""
    touched = [at for at, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
    return (touched[0], touched[-1]) if touched else None


def _inside(span: tuple[int, int] | None, first: int, size: int) -> tuple[int, int] | None:
    if span is None or span[0] < first:
        return None
    return span[0] - first, min(span[1] - first, size - 1)
