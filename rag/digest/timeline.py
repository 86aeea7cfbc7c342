"""What happened when, about a topic: dated sentences of the articles, in order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.article import Language
from corpus.text.dates import format_date
from rag.answer import Answer, Hit
from rag.answering.citations import abstain, compose, plain_text
from rag.answering.draft import Proposal, Question
from rag.digest.choosing import choose
from rag.digest.days import Basis, Placed, place
from rag.digest.summary import candidates_of, merge, relevance
from rag.digest.telling import ENGINE, sound, told
from rag.digest.topic import about

if TYPE_CHECKING:
    from rag.index.embedder import Embedder

# Entries of a timeline, and those of one day: a page, on which no day crowds out the others.
ENTRIES, OF_A_DAY = 12, 2
# A sentence that names its day is worth more here than one that is dated by its article.
UNDATED = 0.8

_BASIS: dict[Language, dict[Basis, str]] = {
    "fr": {
        "stated": "date de l’événement",
        "resolved": "date de l’événement, année d’après celle de l’article",
        "published": "date de publication",
    },
    "en": {
        "stated": "date of the event",
        "resolved": "date of the event, year after the article’s",
        "published": "date of publication",
    },
}


@dataclass(frozen=True, slots=True)
class Entry:
    """The day of one claim: ``claim`` counts the claims of the answer from 0; see `Placed` for ``basis``."""

    day: date
    basis: Basis
    claim: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated claims in order of their days; ``answer`` holds claims and citations, or the refusal."""

    answer: Answer
    entries: tuple[Entry, ...] = ()


def timeline_of(
    question: Question, hits: Sequence[Hit], embedder: "Embedder", *, entries: int = ENTRIES
) -> Timeline:
    """At most ``entries`` dated sentences of ``hits`` about ``question``, oldest first, each verbatim.

    One sentence an article and day; those that say the same on the same day make one entry. Abstains
    (``not_in_corpus``) when no article is about the topic or none of its sentences can be dated.
    """
    chosen = _chosen(question, about(question, hits), embedder, entries)
    kept: list[tuple[Placed, Proposal]] = []
    for placed, proposal in chosen:
        if sound((proposal,), question.language):
            kept.append((placed, proposal))
    if not kept:
        return Timeline(abstain(question, "not_in_corpus", tuple(hits), ENGINE, asked=question.text))
    answer = compose(question, [proposal for _, proposal in kept], tuple(hits), ENGINE, asked=question.text)
    dated = tuple(Entry(placed.day, placed.basis, row) for row, (placed, _) in enumerate(kept))
    return Timeline(replace(answer, text=_text(answer, dated)), dated)


def label(entry: Entry, language: Language) -> str:
    """The day of ``entry`` and what kind of date it is, in words."""
    return f"{format_date(entry.day, language)} ({_BASIS[language][entry.basis]})"


def _chosen(
    question: Question, hits: Sequence[Hit], embedder: "Embedder", entries: int
) -> list[tuple[Placed, Proposal]]:
    candidates = [placed for sentence in candidates_of(hits) if (placed := place(sentence))]
    if not candidates:
        return []
    sentences = [placed.sentence for placed in candidates]
    vectors = embedder.embed_passages([sentence.text for sentence in sentences])
    near = relevance(question, hits, sentences, vectors @ embedder.embed_query(question.subject))
    worth = [
        value * placed.sentence.alone * (UNDATED if placed.basis == "published" else 1.0)
        for value, placed in zip(near, candidates, strict=True)
    ]
    groups = [(placed.sentence.passage.article_id, placed.day) for placed in candidates]
    ranked = choose(worth, vectors, OF_A_DAY * entries, groups=groups)
    rows = sorted(_spread(ranked, candidates)[:entries], key=lambda row: _order(candidates[row]))
    told_by = []
    for row in rows:
        same_day = [i for i, placed in enumerate(candidates) if placed.day == candidates[row].day]
        local = [sentences[i] for i in same_day]
        taken = [same_day.index(other) for other in rows if other in same_day]
        group = merge(same_day.index(row), taken, local, vectors[same_day], question.language)
        told_by.append((candidates[row], told(group, question.language)))
    return told_by


def _spread(ranked: Sequence[int], candidates: Sequence[Placed]) -> list[int]:
    """The best of ``ranked`` with at most `OF_A_DAY` a day."""
    days: dict[date, int] = {}
    kept = []
    for row in ranked:
        day = candidates[row].day
        days[day] = days.get(day, 0) + 1
        if days[day] <= OF_A_DAY:
            kept.append(row)
    return kept


def _order(placed: Placed) -> tuple[date, str, int]:
    return placed.day, placed.sentence.passage.article_id, placed.sentence.order


def _text(answer: Answer, entries: Sequence[Entry]) -> str:
    """The claims under their days."""
    lines = []
    for heading, group in groupby(entries, key=lambda entry: label(entry, answer.language)):
        lines += [heading, plain_text(answer.claims[entry.claim] for entry in group)]
    return "\n".join(lines)
