"""Which of the passages found are about a topic, and which only lie nearest to it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from corpus.article import LANGUAGES, Language
from corpus.text.analyser import content_words
from corpus.text.language import identify
from corpus.text.normalise import ELIDED, fold_accents
from rag.answer import Hit
from rag.answering.draft import Question
from rag.answering.exonyms import rows
from rag.answering.names import anchors_in, keys_of

# Cosine of a topic and the nearest passage of an article about it; with LEAST an article must also say every
# word of the topic. For 46 topics that the sample dispatches treat, `about` finds 83 % of their articles at a
# precision of 0.87, none for « la mort de Pelé », and tells of 1 of 20 topics that they do not treat; with
# 0.42 86 % at 0.81 and of 3, with 0.50 77 % at 0.89 and of 1; with a LEAST of 0.25 84 % at 0.83.
NEAR, LEAST = 0.45, 0.35
# An article whose nearest passage has less than this share of the best cosine in its language (between
# languages they are lower) is about something else; with 0.6 the precision is 0.85, with 0.7 as here.
SHARE = 0.65

# The share of a topic's names that an article about it names.
NAMED = 0.5
# Consonants that tell a name from others: Pelé shares its two with « plus ».
TELLING = 3

# Without what is elided before it: « l’ONU » names the same as « ONU ».
_WORD = re.compile(rf"(?:\b(?:{ELIDED})['’](?=\w))?([^\W_]+(?:[-’'][^\W_]+)*)", re.IGNORECASE)


def names_of(topic: str) -> tuple[str, ...]:
    """Names and numbers in ``topic``; its first word is one when it stands alone or before another."""
    words = _WORD.findall(topic)
    opens = bool(words) and words[0][:1].isupper() and (len(words) == 1 or words[1][:1].isupper())
    return (*((words[0],) if opens else ()), *anchors_in(topic))


def about(question: Question, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits of the articles that are about ``question``, in their order; empty when none is."""
    articles: dict[str, list[Hit]] = {}
    for hit in hits:
        articles.setdefault(hit.passage.article_id, []).append(hit)
    best: dict[Language, float] = {}
    for hit in hits:
        best[hit.passage.language] = max(best.get(hit.passage.language, 0.0), nearness(hit))
    kept = {
        name
        for name, own in articles.items()
        if _is_about(question, own, SHARE * best[own[0].passage.language])
    }
    return tuple(hit for hit in hits if hit.passage.article_id in kept)


def names_it(question: Question, hits: Sequence[Hit]) -> bool:
    """Whether one article's ``hits`` name half of what ``question`` names."""
    return names_said(names_of(question.subject), map(_told_by, hits)) >= NAMED


def nearness(hit: Hit) -> float:
    """The cosine of topic and passage, 0 when it was not measured."""
    return hit.similarity or 0.0


def spelled_in(question: Question, hits: Iterable[Hit]) -> Language:
    """The language of a topic; one of names alone speaks that whose passages spell them so (Finlande).

    That of the question when both or neither do.
    """
    topic = question.text
    if identify(topic, "fr") == identify(topic, "en"):
        return question.language
    names = {fold_accents(word).casefold() for word in _WORD.findall(topic)}
    words: dict[Language, set[str]] = {language: set() for language in LANGUAGES}
    for hit in hits:
        told = _WORD.findall(fold_accents(hit.passage.text).casefold())
        words[hit.passage.language].update(told)
    spelled = [language for language in LANGUAGES if names <= words[language]]
    return spelled[0] if len(spelled) == 1 else question.language


def names_said(names: Sequence[str], texts: Iterable[str]) -> float:
    """The share (0…1) of ``names`` that ``texts`` name, in either language's spelling; 1 without names.

    Only words with a capital or digit are names: « people » has the consonants of Pelé.
    """
    if not names:
        return 1.0
    said = [word for text in texts for word in _WORD.findall(text) if not word[0].islower()]
    words, there = {fold_accents(word).casefold() for word in said}, keys_of(said)
    return sum(_said(name, words, there) for name in names) / len(names)


def _said(name: str, words: set[str], there: frozenset[str]) -> bool:
    """Whether a name stands there as it is, as the other language has it, or by enough consonants."""
    if _spellings(fold_accents(name).casefold()) & words:
        return True
    return bool({key for key in keys_of([name]) if len(key) >= TELLING} & there)


@cache
def _spellings(folded: str) -> frozenset[str]:
    """A folded name and what both languages call it."""
    return frozenset((folded,)).union(*(row for row in rows() if folded in row))


def _is_about(question: Question, hits: Sequence[Hit], least: float) -> bool:
    """Whether one article's ``hits`` name half of the topic's names, and are near it or say all of it."""
    texts = [_told_by(hit) for hit in hits]
    names = names_of(question.subject)
    named = names_said(names, texts)
    if named < NAMED:
        return False
    wanted = set(content_words(question.subject, question.spoken))
    if names and wanted <= set(content_words(" ".join(names), question.spoken)):
        return named == 1.0  # nothing but names: short texts whose cosines say little
    near = max(map(nearness, hits))
    return near >= max(NEAR, least) or (near >= LEAST and bool(wanted) and wanted <= _words(hits, texts))


def _words(hits: Iterable[Hit], texts: Iterable[str]) -> set[str]:
    told = zip(hits, texts, strict=True)
    return {word for hit, text in told for word in content_words(text, hit.passage.language)}


def _told_by(hit: Hit) -> str:
    """What a passage tells of a topic: not its source, for an article is not about who published it."""
    byline = hit.passage.byline
    year = byline.published.year if byline.published else ""
    return f"{byline.title} {year} {hit.passage.text}"
