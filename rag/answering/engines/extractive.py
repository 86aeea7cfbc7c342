"""The default engine: the sentences of the articles that answer, quoted verbatim; deterministic, no LLM."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from corpus.article import Language, Span
from corpus.text.analyser import content_words
from rag.answer import Hit
from rag.answering.draft import Draft, Evidence, Proposal, Question
from rag.answering.kinds import holds, kind_of
from rag.answering.names import anchors_in, keys_of
from rag.answering.phrases import frame, quotation

if TYPE_CHECKING:
    from rag.index.embedder import Embedder

# Passages whose sentences are weighed; the gold passage lies beyond for under 3 % of the questions.
PASSAGES = 8
# Claims shown at most; issue: at most 5.
CLAIMS = 5


@dataclass(frozen=True)
class Candidate:
    """One sentence that may answer, with what speaks for it; each part lies in 0…1 or is a cosine."""

    hit: Hit
    span: Span
    similarity: float
    coverage: float
    anchored: float
    fits: bool

    @property
    def text(self) -> str:
        """The sentence."""
        return self.hit.passage.text[self.span.start : self.span.end]

    @cached_property
    def score(self) -> float:
        """The weighted sum of its parts."""
        return (
            0.4 * self.similarity
            + 0.2 * (self.hit.similarity or 0.0)
            + 0.25 * self.coverage
            + 0.15 * self.fits
        )


class ExtractiveEngine:
    """Proposes verbatim sentences; ``embedder`` compares them with the question."""

    name = "extractive"

    def __init__(self, embedder: "Embedder") -> None:
        self._embedder = embedder

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        """The best sentences of ``hits``, or none and ``not_in_corpus`` when nothing is good enough."""
        ranked = sorted(
            self.candidates(question, hits[:PASSAGES]),
            key=lambda c: (-c.score, c.hit.passage.id, c.span.start),
        )
        chosen = choose(ranked)
        if not chosen:
            return Draft(self.name, reason="not_in_corpus")
        return Draft(self.name, tuple(propose_quote(candidate, question.language) for candidate in chosen))

    def candidates(self, question: Question, hits: Sequence[Hit]) -> tuple[Candidate, ...]:
        """Every sentence of ``hits`` with its parts, in reading order."""
        sentences = [(hit, span) for hit in hits for span in hit.passage.sentences]
        if not sentences:
            return ()
        texts = [hit.passage.text[span.start : span.end] for hit, span in sentences]
        vectors = self._embedder.embed_passages(texts)
        cosines = vectors @ self._embedder.embed_query(question.text)
        weigh = _Scale(question)
        return tuple(
            Candidate(
                hit,
                span,
                similarity=float(np.clip(cosine, -1.0, 1.0)),
                coverage=weigh.coverage(text, hit),
                anchored=weigh.anchored(hit),
                fits=weigh.fits(text, hit.passage.language),
            )
            for (hit, span), text, cosine in zip(sentences, texts, cosines, strict=True)
        )


class _Scale:
    """Weighs sentences against one question; what depends on the question alone is computed once."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._words = frozenset(content_words(question.text, question.language))
        self._anchors = tuple(keys_of([anchor]) for anchor in anchors_in(question.text))
        self._kind = kind_of(question.text)

    def coverage(self, sentence: str, hit: Hit) -> float:
        """The share of the question's content words in the sentence, half for the passage or title.

        Between languages only names and numbers can match, so only they count.
        """
        if hit.passage.language != self._question.language:
            return self._name_coverage(sentence, hit)
        if not self._words:
            return 0.0
        near = set(content_words(sentence, hit.passage.language))
        around = set(content_words(f"{hit.passage.byline.title} {hit.passage.text}", hit.passage.language))
        return sum(1.0 if word in near else 0.5 * (word in around) for word in self._words) / len(self._words)

    def _name_coverage(self, sentence: str, hit: Hit) -> float:
        if not self._anchors:
            return 0.0
        near, around = keys_of([sentence]), keys_of([hit.passage.byline.title, hit.passage.text])
        return sum(
            1.0 if keys & near else 0.5 * bool(keys & around) for keys in self._anchors
        ) / len(self._anchors)

    def anchored(self, hit: Hit) -> float:
        """The share of the question's names and numbers that the passage or its byline holds."""
        if not self._anchors:
            return 1.0
        byline = hit.passage.byline
        published = byline.published.strftime("%Y") if byline.published else ""
        there = keys_of([byline.title, byline.source, hit.passage.text, published])
        return sum(bool(keys & there) for keys in self._anchors) / len(self._anchors)

    def fits(self, sentence: str, language: Language) -> bool:
        """Whether the sentence holds the kind of thing that is asked for."""
        return holds(self._kind, sentence, language, self._question.text)


def choose(ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The sentences worth showing among ``ranked`` (best first): none when even the best is too weak."""
    if not ranked or ranked[0].score < MINIMUM or ranked[0].anchored < ANCHORED:
        return ()
    floor = ranked[0].score - MARGIN
    chosen: list[Candidate] = []
    for candidate in ranked:
        if len(chosen) == CLAIMS or candidate.score < floor:
            break
        if candidate.anchored >= ANCHORED and not any(candidate.text == other.text for other in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def propose_quote(candidate: Candidate, language: Language) -> Proposal:
    """The framed verbatim quote of one sentence."""
    passage = candidate.hit.passage
    evidence = Evidence(passage, candidate.span.start, candidate.span.end)
    text = f"{frame(passage.byline, passage.language, language)} {quotation(evidence.quote, language)}"
    return Proposal(text, (evidence,), quoted=True)


# First guesses, to be fitted on the development half of the evaluation set.
MINIMUM = 0.45
ANCHORED = 0.5
MARGIN = 0.06
