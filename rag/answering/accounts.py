"""A question for an account (what happened, what an article says) is answered with several paragraphs."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from rag.answer import Hit
from rag.answering.draft import Evidence, Question
from rag.answering.leaning import LONGEST, standing
from rag.digest.choosing import Vectors, choose, unit
from rag.digest.sentences import Sentence
from rag.digest.topic import about, names_it, nearness

if TYPE_CHECKING:
    from rag.answering.engines.candidates import Candidate

# Paragraphs of an account. A dispatch tells a thing in a paragraph, and of its two or three sentences the
# second may be what one wants to know. Of 23 questions for an account, 4 of them dev items, four paragraphs
# state 0.76 of the vital nuggets at a citation precision of 0.73, three 0.70 at the same.
PARAGRAPHS = 4
# Of worth against novelty: paragraphs of one story are alike. With 0.6, as for the sentences of a summary,
# four paragraphs state 0.73; with 0.8 to 0.95 the same as here.
WORTH = 0.8
# What a paragraph of an older article is worth beside the newest where one asks how things stand.
OLDER = 0.5

Paragraph = Sequence["Candidate"]


def account(
    question: Question, hits: Sequence[Hit], candidates: Sequence["Candidate"], *, state: bool = False
) -> tuple[Evidence, ...]:
    """The at most four paragraphs of ``candidates`` that tell most about ``question``, in reading order.

    They are of the articles about it, or of the nearest one if that names what it names; empty when none
    does. Worth is nearness to the question times what form and place promise (`rag.digest.sentences`);
    repetitions are passed over. At most 500 characters of each are quoted. ``state``: how things stand now is
    asked, which the newest article tells, first.
    """
    kept = {hit.passage.article_id for hit in about(question, hits) or _nearest(question, hits)}
    told = list(_paragraphs(candidates, kept))
    if not told:
        return ()
    newest = max(map(_day, told)) if state else 0
    worth = [_worth(one) * (OLDER if _day(one) < newest else 1.0) for one in told]
    vectors = np.stack([_vector(one) for one in told])
    chosen = choose(worth, vectors, PARAGRAPHS, weight=WORTH)
    ordered = sorted((told[row] for row in chosen), key=_reading_order)
    if state:
        ordered.sort(key=_day, reverse=True)
    return tuple(map(_quote, ordered))


def _nearest(question: Question, hits: Sequence[Hit]) -> Sequence[Hit]:
    """The hits of the article nearest to ``question``, none if it does not name what that names."""
    best = max(hits, key=nearness).passage.article_id
    own = [hit for hit in hits if hit.passage.article_id == best]
    return own if names_it(question, own) else ()


def _paragraphs(candidates: Sequence["Candidate"], kept: Collection[str]) -> Iterator[Paragraph]:
    """The sentences of the articles ``kept`` that follow each other in a passage, in their order."""

    def run(numbered: tuple[int, "Candidate"]) -> tuple[str, int]:
        passage = numbered[1].hit.passage
        return passage.id, passage.sentences.index(numbered[1].span) - numbered[0]

    for _, sentences in groupby(enumerate(candidates), key=run):
        paragraph = [candidate for _, candidate in sentences]
        if paragraph[0].hit.passage.article_id in kept:
            yield paragraph


def _nearness(candidate: "Candidate") -> float:
    return (candidate.similarity + nearness(candidate.hit)) / 2


def _worth(paragraph: Paragraph) -> float:
    """What its first sentence promises, as near to the question as its nearest sentence is."""
    near = max(map(_nearness, paragraph))
    first = paragraph[0]
    return max(0.0, near) * Sentence(first.hit.passage, first.span, first.rank).alone


def _vector(paragraph: Paragraph) -> Vectors:
    return unit(np.sum([candidate.vector for candidate in paragraph], axis=0))


def _quote(paragraph: Paragraph) -> Evidence:
    """From the first sentence, or from the nearest one if that lies too far, as far as may be quoted."""
    spans = [candidate.span for candidate in paragraph]
    nearest = max(paragraph, key=_nearness)
    passage = nearest.hit.passage
    first = standing(passage, nearest.span) if nearest.span.end - spans[0].start > LONGEST else spans[0]
    end = max(span.end for span in spans if span.end <= max(first.start + LONGEST, first.end))
    return Evidence(passage, first.start, end)


def _reading_order(paragraph: Paragraph) -> tuple[int, str, int]:
    passage = paragraph[0].hit.passage
    return _day(paragraph), passage.article_id, passage.index


def _day(paragraph: Paragraph) -> int:
    published = paragraph[0].hit.passage.byline.published
    return published.toordinal() if published else 0
