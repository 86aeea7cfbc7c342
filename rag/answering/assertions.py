"""Whether a sentence says what a question takes for granted, or the opposite of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.normalise import fold_accents
from rag.answering.opposites import one_way, opposites
from rag.answering.polarity import Kind, cues
from rag.answering.proper import is_name, same_name
from rag.answering.tokens import Token, stems, tokens

# The share of the question's words of content that a sentence in its language holds to be in its words.
COVERED = 0.75

_ARTICLE = r"(?:l|les?|la|un|une|the|an?|mm?|mme|mr|mrs|ms|president|ministre|minister)"
_PREPOSITION = re.compile(
    r"\b(?:d|de|du|des|a|au|aux|en|dans|chez|avec|sur|pour|contre|vers|of|to|in|at|with|on|for|from"
    r"|against|into)"
    rf"(?:\W+{_ARTICLE})?\W*\Z"
)
# What must or may be is not told to be so.
_NO_FACT = re.compile(
    r"\b(?:must|should|would|could|may|might|ought|if|whether|doit|doivent|devra|devrai\w+|faut|si|pourrai\w+)\b"
)
# « dément-elle »: the verb is a word of its own.
_INVERSION = re.compile(r"-(?=(?:t-)?(?:ils?|elles?|on|ce)\b)", re.IGNORECASE)
_BY = re.compile(rf"\b(?:par|by)(?:\W+{_ARTICLE})?\W*\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """The question or one sentence: its words, its text without accents and capitals."""

    text: str
    language: Language
    words: tuple[Token, ...]
    folded: str

    @property
    def undated(self) -> tuple[Token, ...]:
        """Its words without those of dates."""
        dates = [range(day.start, day.end) for day in dates_in(self.text, self.language)]
        return tuple(word for word in self.words if not any(word.start in day for day in dates))

    @property
    def content(self) -> frozenset[str]:
        """The stems of what it says besides dates."""
        return stems(self.undated)

    @property
    def names(self) -> tuple[Token, ...]:
        """The names in it; dates and what may only open the sentence are none."""
        return tuple(
            word for word in self.undated if word.capital and is_name(self.words, self.words.index(word))
        )


def covered(asked: Said, sentence: Said) -> float:
    """The share of the question's words of content that a sentence of its language holds."""
    wanted = asked.content
    if sentence.language != asked.language or not wanted:
        return 0.0
    return len(wanted & stems(sentence.words)) / len(wanted)


def analysed(text: str, language: Language) -> Said:
    """``text`` as it can be compared.

    Folding keeps each character's place, for places in the words and in the text must agree.
    """
    text = _INVERSION.sub(" ", text)
    folded = "".join(fold_accents(char)[:1].casefold()[:1] or " " for char in text)
    return Said(text, language, tokens(text, language), folded)


Test = Callable[[Said], bool]


def readings(asked: Said) -> Iterator[tuple[Token, Test, Test]]:
    """Each way to read the question: whose deed it is, what says the same and what the opposite."""
    names = asked.names
    if not names:
        return
    yield from outcomes(asked)
    for deed in one_way():
        if (match := deed.search(asked.folded)) and (pair := _doer_and_victim(asked, match)):
            yield pair[0], _Deed(deed, *pair, asked.language), _Deed(deed, *pair[::-1], asked.language)
    if not cues(asked.words, asked.language):
        yield names[0], _SameWords(asked, negated=False), _SameWords(asked, negated=True)


def outcomes(asked: Said, start: int = 0) -> Iterator[tuple[Token, Test, Test]]:
    """The readings by an outcome that the question tells from its character ``start`` on."""
    names = asked.names
    for same, other in opposites():
        match = same.search(asked.folded, start)
        if match and names and not other.search(asked.folded, start):
            if _negates(asked, match, "deny"):
                same, other = other, same
            doer = _before(names, match.start()) or names[0]
            yield doer, _Outcome(same), _Outcome(other, without=same, or_not=same)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Says ``words``, under no negation and without ``without``, or ``or_not`` under one."""

    words: re.Pattern[str]
    without: re.Pattern[str] | None = None
    or_not: re.Pattern[str] | None = None

    def __call__(self, sentence: Said) -> bool:
        there = self.words.search(sentence.folded)
        if (there and _negates(sentence, there)) or _NO_FACT.search(sentence.folded):
            return False
        besides = self.without is not None and self.without.search(sentence.folded)
        opposite = self.or_not and self.or_not.search(sentence.folded)
        return bool(there and not besides) or bool(opposite and _negates(sentence, opposite))


def _negates(text: Said, match: re.Match[str], kind: Kind = "not") -> bool:
    """Whether a negation, or a denial, bears on the words of ``match``."""
    here = {word.stem for word in text.words if match.start() <= word.start < match.end()} - {""}
    return any(
        cue.kind == kind and cue.scope & here and fold_accents(cue.word).casefold() not in match[0]
        for cue in cues(text.words, text.language)
    )


@dataclass(frozen=True, slots=True)
class _SameWords:
    """Holds most words of the question, with a negation or denial of some or with none; in its language."""

    asked: Said
    negated: bool

    def __call__(self, sentence: Said) -> bool:
        if covered(self.asked, sentence) < COVERED:
            return False
        said = self.asked.content - stems(self.asked.names)
        against = [cue for cue in cues(sentence.words, sentence.language) if cue.kind != "maybe"]
        return self.negated == any(cue.scope & said for cue in against)


@dataclass(frozen=True, slots=True)
class _Deed:
    """Tells ``deed`` as done by ``doer`` to ``victim``, names as a text of ``language`` writes them."""

    deed: re.Pattern[str]
    doer: Token
    victim: Token
    language: Language

    def __call__(self, sentence: Said) -> bool:
        across = sentence.language != self.language
        return any(
            (pair := _doer_and_victim(sentence, match)) is not None
            and same_name(self.doer.key, pair[0].key, across=across)
            and same_name(self.victim.key, pair[1].key, across=across)
            for match in self.deed.finditer(sentence.folded)
        )


def _doer_and_victim(said: Said, deed: re.Match[str]) -> tuple[Token, Token] | None:
    """Who does ``deed`` to whom: the first free name before it and the first one after it, or by whom."""
    runs = _heads(said)
    before = [name for name, start in runs if start < deed.start() and _free(said, start)]
    after = [(name, start) for name, start in runs if start >= deed.end()]
    by = [name for name, start in after if _BY.search(said.folded[:start])]
    free = [name for name, start in after if _free(said, start)]
    if before and by:
        return by[0], before[0]
    return (before[0], free[0]) if before and free else None


def _free(said: Said, start: int) -> bool:
    return not _PREPOSITION.search(said.folded[:start]) and not _BY.search(said.folded[:start])


def _heads(said: Said) -> list[tuple[Token, int]]:
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
