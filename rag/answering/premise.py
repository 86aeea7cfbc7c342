"""What a question takes for granted, and the sentence of an article that denies it.

Questions why, how, when, where and in, by or for what take it for granted that the thing happened; which,
that it ended as it says. A sentence denies that when its passage names most of what the question
names, the sentence is about who is said to have done it, and says the opposite: the same words under a
negation, the other outcome, or the same deed with doer and victim exchanged. It must be among the sentences
about that doer that are nearest to the question, and no other one of these may say what the question says:
articles that disagree are no denial.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from rag.answer import Hit
from rag.answering.assertions import Said, Test, analysed, covered, outcomes, readings
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.leaning import standing
from rag.answering.phrases import frame, quotation
from rag.answering.polarity import cues
from rag.answering.proper import same_name
from rag.answering.tokens import Token, stems, tokens

Similarity = Callable[[str, str], float]

# Passages in which a denial is looked for, and how many sentences about the doer may be nearer than it:
# a denial further down is about something else.
PASSAGES = 5
NEARER = 5
# The share of the question's names that the passage with its title must hold, and of its words that a
# sentence must hold to be about the same doer without naming him.
NAMED = 0.5
# The share of the question's words of content that a passage in its language must hold.
SHARED = 1 / 3

_TAKES_FOR_GRANTED = re.compile(
    r"^\W*(?:et |mais |and |but |so |alors )?(?:pourquoi|comment|quand|où|d['’]où|why|when|where"
    r"|how(?! (?:many|much|long|old|big|large|high|far|strong|often|likely))"
    r"|quel jour|(?:what|which) day|quelle date|what date"
    r"|(?:à|dans|sous|en|pour|sur|contre|par|depuis|avec|de|on|in|under|for|by|at|against|with|since|from)"
    r" (?:quel(?:le)?s?|quoi|quand|what|which|when))\b",
    re.IGNORECASE,
)
# Which one takes less for granted: that there was an outcome, “Which prize did she win?”. Votes have both.
_ASKS_WHICH = re.compile(
    r"^\W*(?:et |mais |and |but |so |alors )?(?:quel(?:le)?s?|what|which) \w+(?!.*\bvot)", re.IGNORECASE
)


def denied(question: Question, hits: Sequence[Hit], similarity: Similarity | None) -> Proposal | None:
    """The framed quote that denies what ``question`` takes for granted; None when nothing found does."""
    evidence = denial(question, hits, similarity)
    if evidence is None:
        return None
    byline = evidence.passage.byline
    framed = frame(byline, evidence.passage.language, question.language)
    return Proposal(f"{framed} {quotation(evidence.quote, question.language)}", (evidence,), quoted=True)


def denial(question: Question, hits: Sequence[Hit], similarity: Similarity | None) -> Evidence | None:
    """The sentence of the first ``hits`` that denies what ``question`` takes for granted, or None.

    ``similarity`` tells which sentences are nearest to the question; without it the words in common do.
    """
    asked = analysed(question.subject, question.spoken)
    if any(cue.kind == "not" for cue in cues(asked.words, asked.language)):
        return None
    for doer, says, opposes in _ways(asked):
        about = list(_about(asked, doer, hits[:PASSAGES]))
        if not any(opposes(sentence) for _, sentence in about):
            continue
        nearest = sorted(about, key=lambda pair: -_nearness(asked, pair[1], similarity))[: NEARER + 1]
        against = [evidence for evidence, sentence in nearest if opposes(sentence)]
        if against and not any(says(sentence) and not opposes(sentence) for _, sentence in nearest):
            return against[0]
    return None


def _ways(asked: Said) -> Iterator[tuple[Token, Test, Test]]:
    """The readings of what ``asked`` takes for granted, see `rag.answering.assertions.readings`."""
    if _TAKES_FOR_GRANTED.match(asked.text):
        yield from readings(asked)
    elif which := _ASKS_WHICH.match(asked.text):
        yield from outcomes(asked, which.end())


def _about(asked: Said, doer: Token, hits: Sequence[Hit]) -> Iterator[tuple[Evidence, Said]]:
    """The sentences about ``doer``, each with those that it leans on, of passages about what is asked."""
    for hit in hits:
        passage = hit.passage
        across = passage.language != asked.language
        around = [word.key for word in tokens(f"{passage.byline.title} {passage.text}", passage.language)]
        there = [name for name in asked.names if any(same_name(name.key, k, across=across) for k in around)]
        if len(there) < NAMED * len(asked.names) or _strange(asked, hit):
            continue
        for span in passage.sentences:
            sentence = analysed(passage.text[span.start : span.end], passage.language)
            whole = standing(passage, span)
            context = tokens(passage.text[whole.start : span.end], passage.language)
            named = any(same_name(doer.key, word.key, across=across) for word in context)
            if named or covered(asked, sentence) >= NAMED:
                yield Evidence(passage, whole.start, whole.end), sentence


def _strange(asked: Said, hit: Hit) -> bool:
    """Whether the passage with its title shares too few words with a question in its language."""
    around = analysed(f"{hit.passage.byline.title} {hit.passage.text}", hit.passage.language)
    return around.language == asked.language and covered(asked, around) < SHARED


def _nearness(asked: Said, sentence: Said, similarity: Similarity | None) -> float:
    if similarity is not None:
        return similarity(asked.text, sentence.text)
    return float(len(stems(asked.words) & stems(sentence.words)))
