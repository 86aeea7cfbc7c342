"""Questions written for training, with their answers and near misses, a line for each.

``== fr | title`` opens an invented article and ``P`` a paragraph of it, ``# digest`` a paragraph of a
question file; ``Q en question? => answer`` asks what it answers, in either language, and ``X fr question``
what it seems to answer though nothing in the article does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from rag.training.corpora import Question

_LINE = re.compile(
    r"(?:(?P<kind>P|#|[QX] (?P<language>en|fr)) (?P<text>.+)|== (?:en|fr) \| (?P<title>.+))"
)
_DIGEST = 12  # hexadecimal digits that name a paragraph: two of 10,000 share them once in 5 million times


def named(questions: Iterable[Question]) -> dict[str, Question]:
    """One question of each paragraph, under the first 12 digits of the SHA-256 of that."""
    return {sha256(question.context.encode()).hexdigest()[:_DIGEST]: question for question in questions}


def written(lines: Iterable[str], paragraphs: Mapping[str, Question] | None = None) -> Iterator[Question]:
    """The questions of such lines; a near miss has no span and is ``missing``.

    ``paragraphs``: those that may be named (:func:`named`). Raises ValueError for a line of no kind, a
    paragraph that is not given, or an answer that is not in its paragraph exactly once.
    """
    title = paragraph = ""
    for number, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line.strip())
        if found is None:
            if line.strip():
                raise ValueError(f"line {number} is neither title, paragraph nor question: {line[:60]}")
        elif found["title"]:
            title, paragraph = found["title"], ""
        elif found["kind"] == "P":
            paragraph = found["text"]
        elif found["kind"] == "#":
            digest = found["text"]
            if (given := (paragraphs or {}).get(digest)) is None:
                raise ValueError(f"line {number}: no paragraph {digest!r} in the files of --paragraphs")
            title, paragraph = given.article, given.context
        else:
            asked, _, answer = found["text"].partition(" => ")
            span = _place(paragraph, answer, number) if found["kind"].startswith("Q") else None
            yield Question(asked, paragraph, title, found["language"], span, missing=span is None)


def _place(paragraph: str, answer: str, number: int) -> tuple[int, int]:
    places = [place.span() for place in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", paragraph)]
    if len(places) != 1 or not answer:
        raise ValueError(f"line {number}: its paragraph holds {answer!r} {len(places)} times, not once")
    return places[0]
