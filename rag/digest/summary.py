"""Summaries in the articles' own words: of one article, and of all that is said about a topic."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus.article import Article, Language
from corpus.passage import passages_of
from corpus.text.dates import format_date
from rag.answer import Answer, Hit
from rag.answering.citations import abstain, compose
from rag.answering.draft import Question
from rag.answering.phrases import quotation
from rag.digest.choosing import SAME, Vectors, choose, unit
from rag.digest.sentences import Sentence, sentences_of
from rag.digest.telling import ENGINE, quoted, sound, told
from rag.digest.topic import about, names_of, names_said, nearness

if TYPE_CHECKING:
    from rag.index.embedder import Embedder

# Sentences of a summary unless another number is asked for: a lead paragraph, and a topic's five articles.
OF_ARTICLE, OF_TOPIC = 3, 5
# Sentences looked at of an article: the 200th has a prior of 0.02.
CANDIDATES = 200
# The oldest article of a topic counts this share of the newest.
OLDEST = 0.85
# A sentence that names nothing of what the topic names counts this share of one that does.
UNNAMED = 0.6
# A merged claim quotes at most this many further articles: two languages and one more.
ALSO = 2

_HEADING: dict[Language, str] = {"fr": "Résumé de {title} ({origin})", "en": "Summary of {title} ({origin})"}
_ORIGINAL: dict[tuple[Language, Language], str] = {
    ("fr", "en"): "original en anglais",
    ("en", "fr"): "original in French",
}
_UNDATED: dict[Language, str] = {"fr": "date inconnue", "en": "date unknown"}


def summarise_article(
    article: Article, embedder: "Embedder", *, sentences: int = OF_ARTICLE, language: Language
) -> Answer:
    """The ``sentences`` that tell most of ``article``, verbatim, in reading order.

    Worth is the cosine to the article's centre (its sentences and title) times a prior that fades with
    the place in the article; repetitions are passed over. Abstains (``not_in_corpus``) when the article
    holds nothing but page furniture.
    """
    question = Question(article.id, language)
    chosen = leading(article, embedder, sentences)
    proposals = sound((quoted(sentence, language) for sentence in chosen), language)
    if not proposals:
        return abstain(question, "not_in_corpus", (), ENGINE, asked=article.id)
    return compose(question, proposals, (), ENGINE, asked=article.id, notice=_heading(article, language))


def leading(article: Article, embedder: "Embedder", count: int) -> tuple[Sentence, ...]:
    """The at most ``count`` sentences of ``article`` that tell most of it, in reading order."""
    candidates = sentences_of(passages_of(article))[:CANDIDATES]
    if not candidates:
        return ()
    vectors = embedder.embed_passages([article.byline.title, *(sentence.text for sentence in candidates)])
    central = vectors[1:] @ unit(vectors.mean(axis=0))
    worth = [
        max(0.0, float(middle)) * sentence.at_home
        for sentence, middle in zip(candidates, central, strict=True)
    ]
    return tuple(candidates[row] for row in sorted(choose(worth, vectors[1:], count)))


def summarise_topic(
    question: Question, hits: Sequence[Hit], embedder: "Embedder", *, sentences: int = OF_TOPIC
) -> Answer:
    """What the articles of ``hits`` say about ``question``: one sentence an article, newest first.

    Sentences of several articles that say the same make one claim that quotes them all, the one in the
    reader's language first. Abstains (``not_in_corpus``) when no article is about the topic.
    """
    asked = question.text
    fitting = about(question, hits)
    if not fitting:
        return abstain(question, "not_in_corpus", tuple(hits), ENGINE, asked=asked)
    candidates = candidates_of(fitting)
    vectors = embedder.embed_passages([sentence.text for sentence in candidates])
    near = relevance(question, fitting, candidates, vectors @ embedder.embed_query(question.subject))
    worth = _worth(candidates, vectors, near)
    groups = [sentence.passage.article_id for sentence in candidates]
    chosen = choose(worth, vectors, sentences, groups=groups)
    merged = [merge(row, chosen, candidates, vectors, question.language) for row in chosen]
    merged.sort(key=lambda group: _newest_first(group[0]))
    proposals = sound((told(group, question.language) for group in merged), question.language)
    if not proposals:
        return abstain(question, "not_in_corpus", tuple(hits), ENGINE, asked=asked)
    return compose(question, proposals, tuple(hits), ENGINE, asked=asked)


def candidates_of(hits: Sequence[Hit]) -> tuple[Sentence, ...]:
    """The sentences of ``hits``, by article and place."""
    passages = sorted((hit.passage for hit in hits), key=lambda passage: (passage.article_id, passage.index))
    return sentences_of(passages)


def relevance(
    question: Question, hits: Sequence[Hit], candidates: Sequence[Sentence], cosines: Vectors
) -> tuple[float, ...]:
    """How near each sentence is to the topic, 0…1: the mean of its own cosine and its passage's.

    A sentence without the topic's names counts less.
    """
    passages = {hit.passage.id: nearness(hit) for hit in hits}
    names = names_of(question.subject)
    return tuple(
        max(0.0, (float(cosine) + passages[sentence.passage.id]) / 2)
        * (UNNAMED + (1 - UNNAMED) * names_said(names, [sentence.text]))
        for sentence, cosine in zip(candidates, cosines, strict=True)
    )


def merge(
    row: int, chosen: Sequence[int], candidates: Sequence[Sentence], vectors: Vectors, language: Language
) -> tuple[Sentence, ...]:
    """The sentence of ``row`` and those of other articles that say the same, the reader's language first."""
    used = {candidates[other].passage.article_id for other in chosen}
    cosines = vectors @ vectors[row]
    alike: dict[str, Sentence] = {}
    for other in sorted(range(len(candidates)), key=lambda other: (-round(float(cosines[other]), 6), other)):
        article = candidates[other].passage.article_id
        if cosines[other] >= SAME and article not in used:
            alike.setdefault(article, candidates[other])
    group = (candidates[row], *list(alike.values())[:ALSO])
    return tuple(sorted(group, key=lambda sentence: sentence.passage.language != language))


def _worth(candidates: Sequence[Sentence], vectors: Vectors, near: Sequence[float]) -> list[float]:
    """Relevance × centrality × recency × form and place, each 0…1."""
    central = vectors @ unit(np.asarray(vectors.mean(axis=0), np.float32))
    days = [_day(sentence) for sentence in candidates]
    known = [day for day in days if day is not None]
    first, span = min(known, default=0), max(known, default=0) - min(known, default=0)
    return [
        relevant
        * max(0.0, float(middle)) ** 0.5
        * (OLDEST + (1 - OLDEST) * ((day - first) / span if day is not None and span else 0.0))
        * sentence.alone
        for sentence, relevant, middle, day in zip(candidates, near, central, days, strict=True)
    ]


def _day(sentence: Sentence) -> int | None:
    """The day of publication as a number, None when unknown."""
    published = sentence.passage.byline.published
    return published.toordinal() if published else None


def _newest_first(sentence: Sentence) -> tuple[int, str]:
    return (-(_day(sentence) or 0), sentence.passage.id)


def _heading(article: Article, language: Language) -> str:
    byline = article.byline
    when = format_date(byline.published, language) if byline.published else _UNDATED[language]
    origin = [byline.source, when]
    if article.language != language:
        origin.append(_ORIGINAL[language, article.language])
    return _HEADING[language].format(title=quotation(byline.title, language), origin=", ".join(origin))
