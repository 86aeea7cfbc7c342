"""What a question takes for granted, and the sentence of an article that denies it.

Only questions why, how, when and where something happened take it for granted. A sentence denies it when
the passage names all that the question names, the sentence names its doer, and it says the opposite: the
same words under a negation, the other outcome, or the same deed with doer and victim exchanged. It must be
among the sentences about that doer that are nearest to the question, and no other one of these may say
what the question says: articles that disagree are no denial.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.normalise import fold_accents
from rag.answer import Hit
from rag.answering.draft import Evidence, Proposal, Question
from rag.answering.opposites import one_way, opposites
from rag.answering.phrases import frame, quotation
from rag.answering.polarity import cues
from rag.answering.proper import is_name, same_name
from rag.answering.tokens import Token, stems, tokens

Similarity = Callable[[str, str], float]

# Passages in which a denial is looked for, and how many sentences about the doer may be nearer than it:
# a denial further down is about something else.
PASSAGES = 5
NEARER = 3
# The share of the question's names that the passage with its title must hold, its doer among them.
NAMED = 0.5
# The share of the question's words of content that a passage in its language must hold.
SHARED = 1 / 3
# The share of the question's words of content that a negating sentence must hold.
COVERED = 0.6

_TAKES_FOR_GRANTED = re.compile(
    r"^\W*(?:et |mais |and |but |so |alors )?(?:pourquoi|pour quelles? raisons?|comment|quand|depuis quand"
    r"|où|why|how come|how(?! (?:many|much|long|old|big|large|high|far|strong|often|likely))|when|since when"
    r"|where|(?:à|dans|sous) quelles? (?:conditions?|circonstances?)"
    r"|(?:on|under) what (?:terms|conditions))\b",
    re.IGNORECASE,
)
_ARTICLE = r"(?:l|les?|la|un|une|the|an?|mm?|mme|mr|mrs|ms|president|ministre|minister)"
_PREPOSITION = re.compile(
    r"\b(?:d|de|du|des|a|au|aux|en|dans|chez|avec|sur|pour|contre|vers|of|to|in|at|with|on|for|from|against|into)"
    rf"(?:\W+{_ARTICLE})?\W*\Z"
)
_BY = re.compile(rf"\b(?:par|by)(?:\W+{_ARTICLE})?\W*\Z")


@dataclass(frozen=True, slots=True)
class _Said:
    """The question or one sentence: its words, its text without accents and capitals."""

    text: str
    language: Language
    words: tuple[Token, ...]
    folded: str

    @property
    def names(self) -> tuple[Token, ...]:
        """The names in it; dates and what may only open the sentence are none."""
        dates = [range(day.start, day.end) for day in dates_in(self.text, self.language)]
        return tuple(
            word
            for place, word in enumerate(self.words)
            if word.capital and is_name(self.words, place) and not any(word.start in day for day in dates)
        )


def denied(question: Question, hits: Sequence[Hit], similarity: Similarity | None) -> Proposal | None:
    """The framed quote that denies what ``question`` takes for granted; None when nothing found does."""
    evidence = denial(question, hits, similarity)
    if evidence is None:
        return None
    byline = evidence.passage.byline
    said = frame(byline, evidence.passage.language, question.language)
    return Proposal(f"{said} {quotation(evidence.quote, question.language)}", (evidence,), quoted=True)


def denial(question: Question, hits: Sequence[Hit], similarity: Similarity | None) -> Evidence | None:
    """The sentence of the first ``hits`` that denies what ``question`` takes for granted, or None.

    ``similarity`` tells which sentences are nearest to the question; without it the words in common do.
    """
    asked = _said(question.subject, question.spoken)
    if not _TAKES_FOR_GRANTED.match(question.subject) or any(
        cue.kind == "not" for cue in cues(asked.words, asked.language)
    ):
        return None
    for doer, says, opposes in _readings(asked):
        about = list(_about(asked, doer, hits[:PASSAGES]))
        if not any(opposes(sentence) for _, sentence in about):
            continue
        nearest = sorted(about, key=lambda pair: -_nearness(asked, pair[1], similarity))[: NEARER + 1]
        against = [evidence for evidence, sentence in nearest if opposes(sentence)]
        if against and not any(says(sentence) and not opposes(sentence) for _, sentence in nearest):
            return against[0]
    return None


_Test = Callable[[_Said], bool]


def _readings(asked: _Said) -> Iterator[tuple[Token, _Test, _Test]]:
    """Each way to read the question: whose deed it is, what says the same and what the opposite."""
    names = asked.names
    if not names:
        return
    for same, other in opposites():
        if match := same.search(asked.folded):
            doer = _before(names, match.start()) or names[0]
            yield doer, _Outcome(same), _Outcome(other, without=same, or_not=same)
    for deed in one_way():
        if (match := deed.search(asked.folded)) and (pair := _doer_and_victim(asked, match)):
            yield pair[0], _Deed(deed, *pair, asked.language), _Deed(deed, *pair[::-1], asked.language)
    if not cues(asked.words, asked.language):
        yield names[0], _SameWords(asked, negated=False), _SameWords(asked, negated=True)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Says ``words``, under no negation and without ``without``, or ``or_not`` under one."""

    words: re.Pattern[str]
    without: re.Pattern[str] | None = None
    or_not: re.Pattern[str] | None = None

    def __call__(self, sentence: _Said) -> bool:
        if _negates(sentence, self.words):
            return False
        there = self.words.search(sentence.folded)
        besides = self.without is not None and self.without.search(sentence.folded)
        return bool(there and not besides) or (
            self.or_not is not None and _negates(sentence, self.or_not)
        )


def _negates(sentence: _Said, words: re.Pattern[str]) -> bool:
    """Whether a negation of the sentence bears on one of ``words``."""
    match = words.search(sentence.folded)
    if not match:
        return False
    here = {word.stem for word in sentence.words if match.start() <= word.start < match.end()} - {""}
    return any(
        cue.kind == "not" and cue.scope & here for cue in cues(sentence.words, sentence.language)
    )


@dataclass(frozen=True, slots=True)
class _SameWords:
    """Holds most words of the question, with a negation or denial of some or with none; in its language."""

    asked: _Said
    negated: bool

    def __call__(self, sentence: _Said) -> bool:
        wanted, named = stems(self.asked.words), stems(self.asked.names)
        shared = wanted & stems(sentence.words)
        if sentence.language != self.asked.language or len(shared) < COVERED * len(wanted):
            return False
        against = [cue for cue in cues(sentence.words, sentence.language) if cue.kind != "maybe"]
        return self.negated == any(cue.scope & (wanted - named) for cue in against)


@dataclass(frozen=True, slots=True)
class _Deed:
    """Tells ``deed`` as done by ``doer`` to ``victim``, names as a text of ``language`` writes them."""

    deed: re.Pattern[str]
    doer: Token
    victim: Token
    language: Language

    def __call__(self, sentence: _Said) -> bool:
        across = sentence.language != self.language
        return any(
            (pair := _doer_and_victim(sentence, match)) is not None
            and same_name(self.doer.key, pair[0].key, across=across)
            and same_name(self.victim.key, pair[1].key, across=across)
            for match in self.deed.finditer(sentence.folded)
        )


def _doer_and_victim(said: _Said, deed: re.Match[str]) -> tuple[Token, Token] | None:
    """Who does ``deed`` to whom: the first free name before it and the first one after it, or by whom."""
    runs = _heads(said)
    before = [name for name, start in runs if start < deed.start() and _free(said, start)]
    after = [(name, start) for name, start in runs if start >= deed.end()]
    by = [name for name, start in after if _BY.search(said.folded[:start])]
    free = [name for name, start in after if _free(said, start)]
    if before and by:
        return by[0], before[0]
    return (before[0], free[0]) if before and free else None


def _free(said: _Said, start: int) -> bool:
    return not _PREPOSITION.search(said.folded[:start]) and not _BY.search(said.folded[:start])


def _heads(said: _Said) -> list[tuple[Token, int]]:
    """The last word of each name of several words, and where the name begins."""
    heads: list[tuple[Token, int]] = []
    end = -1
    for name in said.names:
        joined = heads and not said.text[end : name.start].strip()
        start = heads.pop()[1] if joined else name.start
        heads.append((name, start))
        end = name.start + len(name.text)
    return heads


def _before(names: Sequence[Token], place: int) -> Token | None:
    return next((name for name in reversed(names) if name.start < place), None)


def _about(asked: _Said, doer: Token, hits: Sequence[Hit]) -> Iterator[tuple[Evidence, _Said]]:
    """The sentences that name ``doer``, of passages that with their titles name all that is asked about."""
    for hit in hits:
        passage = hit.passage
        across = passage.language != asked.language
        around = [word.key for word in tokens(f"{passage.byline.title} {passage.text}", passage.language)]
        there = [name for name in asked.names if any(same_name(name.key, k, across=across) for k in around)]
        if len(there) < NAMED * len(asked.names) or (not across and _strange(asked, hit)):
            continue
        for span in passage.sentences:
            sentence = _said(passage.text[span.start : span.end], passage.language)
            if any(same_name(doer.key, word.key, across=across) for word in sentence.words):
                yield Evidence(passage, span.start, span.end), sentence


def _strange(asked: _Said, hit: Hit) -> bool:
    """Whether the passage with its title shares too few words with a question in its language."""
    wanted = stems(asked.words)
    around = tokens(f"{hit.passage.byline.title} {hit.passage.text}", asked.language)
    return len(wanted & stems(around)) < SHARED * len(wanted)


def _nearness(asked: _Said, sentence: _Said, similarity: Similarity | None) -> float:
    if similarity is not None:
        return similarity(asked.text, sentence.text)
    return float(len(stems(asked.words) & stems(sentence.words)))


def _said(text: str, language: Language) -> _Said:
    """Folding keeps each character's place, for places in the words and in the text must agree."""
    folded = "".join(fold_accents(char)[:1].casefold()[:1] or " " for char in text)
    return _Said(text, language, tokens(text, language), folded)
