"""Whether two sentences speak of one thing, and on whose word."""

import re
from datetime import date

from corpus.article import Language
from rag.answering.attribution import on_two_words, teller
from rag.answering.engines.candidates import Candidate
from rag.answering.mentions import mentions

# Who gives a figure: without it a difference may be one of two things, not of two accounts.
_ATTRIBUTES = re.compile(
    r"\b(?:selon|d['’]après|according to|affirm|estim|évalu|crédit|credit|compt|count(?:s|ed)?\b|dénombr"
    r"|recens|revendiqu|fait état|chiffr|déclar|annonc|put[s]?\b|said|says|spoke of|claim|report|record)",
    re.IGNORECASE,
)
# What sets a figure against the one before, whatever it is called: « parle, lui, de 640 postes ».
_CONTRASTS = re.compile(
    r", (?:lui|elle|eux|elles),|\b(?:de (?:son|leur) côté|pour (?:sa|leur) part|au contraire|however"
    r"|by contrast|for (?:its|their|his|her) part|spoke of|speaks? of)\b",
    re.IGNORECASE,
)


def day_of(candidate: Candidate) -> date:
    """The day its article was published; one without a date counts as the oldest."""
    return candidate.hit.passage.byline.published or date.min


def contrasts(candidate: Candidate) -> bool:
    """Whether a sentence sets what it says against what was said before."""
    return _CONTRASTS.search(candidate.text) is not None


def answers_back(one: Candidate, other: Candidate) -> bool:
    """Whether one sentence comes right after the other, each on the word of another teller.

    A paragraph that opens with a contrast answers any sentence of the one before.
    """
    first, later = sorted((one, other), key=place_of)
    before, passage = first.hit.passage, later.hit.passage
    place = passage.sentences.index(later.span)
    if before.article_id != passage.article_id:
        return False
    if before.id == passage.id:
        follows = place - before.sentences.index(first.span) == 1
    else:
        follows = passage.index - before.index == 1 and place == 0 and contrasts(later)
    return follows and on_two_words(said(one), said(other))


def place_of(candidate: Candidate) -> tuple[int, int]:
    """Where in its article a sentence stands."""
    return candidate.hit.passage.index, candidate.span.start


def attributed(candidate: Candidate) -> bool:
    """Whether a sentence gives what it says on somebody's word."""
    return bool(_ATTRIBUTES.search(candidate.text) or teller(*said(candidate)))


def said(candidate: Candidate) -> tuple[str, Language]:
    """The words of a sentence and their language."""
    return candidate.text, candidate.language


def speaks_alike(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences, with their headlines, name somebody or some place in common.

    A country is enough only when it is all that the question names: half the news names one.
    """
    if one.hit.passage.article_id == other.hit.passage.article_id:
        return one.hit.passage.id != other.hit.passage.id
    return bool(_names(one) & _names(other)) or (one.named and other.named)


def _names(candidate: Candidate) -> frozenset[str]:
    """The keys of the names in a sentence and its headline, countries aside."""
    passage = candidate.hit.passage
    told = (candidate.text, passage.byline.title)
    return frozenset(m.key for text in told for m in mentions("person", text, passage.language))
