"""News written for training: invented articles with questions, answers and near misses, a line for each.

``== fr | title`` opens an article, ``P`` a paragraph, ``Q en question? => answer`` asks what it answers, in
either language, and ``X fr question`` what it seems to answer though nothing in the article does.
"""

import re
from collections.abc import Iterable, Iterator

from rag.training.corpora import Question

_LINE = re.compile(r"(?:(?P<kind>P|[QX] (?P<language>en|fr)) (?P<text>.+)|== (?:en|fr) \| (?P<title>.+))")


def written(lines: Iterable[str]) -> Iterator[Question]:
    """The questions of such lines; a near miss has no span and is ``missing``.

    Raises ValueError for a line of no kind, or an answer that is not in its paragraph exactly once.
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
        else:
            asked, _, answer = found["text"].partition(" => ")
            span = _place(paragraph, answer, number) if found["kind"].startswith("Q") else None
            yield Question(asked, paragraph, title, found["language"], span, missing=span is None)


def _place(paragraph: str, answer: str, number: int) -> tuple[int, int]:
    places = [place.span() for place in re.finditer(rf"(?<!\w){re.escape(answer)}(?!\w)", paragraph)]
    if len(places) != 1 or not answer:
        raise ValueError(f"line {number}: its paragraph holds {answer!r} {len(places)} times, not once")
    return places[0]
