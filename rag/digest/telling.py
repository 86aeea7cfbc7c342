"""From chosen sentences to an answer: framed, quoted word for word, and checked like every other claim."""

from collections.abc import Iterable, Sequence

from corpus.article import Language
from rag.answering.draft import Proposal
from rag.answering.grounding import check
from rag.answering.phrases import frame, quotation
from rag.digest.sentences import Sentence

ENGINE = "extractive"

_BETWEEN: dict[Language, str] = {"fr": "\u202f; ", "en": "; "}


def told(sentences: Sequence[Sentence], language: Language) -> Proposal:
    """One claim that quotes each of ``sentences`` after its source and date; equal ones are said once."""
    once = {sentence.text: sentence for sentence in reversed(sentences)}
    parts = [_framed(sentence, language) for sentence in reversed(once.values())]
    text = _BETWEEN[language].join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
    return Proposal(text, tuple(sentence.evidence for sentence in sentences), quoted=True)


def quoted(sentence: Sentence, language: Language) -> Proposal:
    """One claim that is a bare quotation, for where source and date are said above it."""
    return Proposal(quotation(sentence.text, language), (sentence.evidence,), quoted=True)


def sound(proposals: Iterable[Proposal], language: Language) -> tuple[Proposal, ...]:
    """Those proposals in which the grounding check finds no fault."""
    return tuple(proposal for proposal in proposals if not check(proposal, language=language))


def _framed(sentence: Sentence, language: Language) -> str:
    passage = sentence.passage
    return f"{frame(passage.byline, passage.language, language)} {quotation(sentence.text, language)}"
