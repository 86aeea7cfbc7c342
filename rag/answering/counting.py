"""What a figure counts that news counts again and again: the dead, the injured, the missing."""

import re

from corpus.article import Language
from rag.answering.figures import Figure, figures_of

# The later figure of one thing replaces the earlier. Bodies that are found are dead who are counted.
_COUNTED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for name, words in (
        ("dead", r"morte?s?\b|décès|décéd|tué|péri|dead\b|deaths?\b|died?\b|kill|fatalit|lives\b|corps\b"
                 r"|dépouilles|bod(?:y|ies)\b"),
        ("hurt", r"bless|injur|wound|hurt"),
        ("missing", r"disparu|introuvable|missing"),
        ("held", r"arrêt|arrest|interpell|détenu|detain|gard[ée]e?s? à vue"),
        ("homeless", r"sans[- ]abri|déplacé|évacu|homeless|displaced|evacuat"),
        ("seized", r"saisi|seiz"),
        ("given", r"livr|remis|promis|deliver|hand(?:ed|s)? over|pledg"),
    )
)  # fmt: skip
# Of these a figure counts one alone; who is dead is not hurt.
_FATES = frozenset({"dead", "hurt", "missing", "held", "homeless"})
# Characters around a figure that say what it counts.
_REACH = 60
# Where another clause begins: what was counted before it is not counted after it.
_CLAUSE = re.compile(r"[;:] |,? (?:et|and|while|tandis que|alors que|mais|but) ", re.IGNORECASE)


def counted(figure: Figure, text: str, language: Language) -> str:
    """What ``figure`` of ``text`` counts, "" for what is not counted again: by the words after or before.

    Those of its own clause say it first: « a tué six personnes et en a blessé 294 ».
    """
    figures = figures_of(text, language)
    end = min((other.start for other in figures if other.start > figure.start), default=len(text))
    start = max((other.end for other in figures if other.end < figure.end), default=0)
    after = text[figure.end : min(end, figure.end + _REACH)]
    before = text[max(start, figure.start - _REACH) : figure.start]
    own = _CLAUSE.split(after, maxsplit=1)[0]
    return _first_of(own) or _first_of(_CLAUSE.split(before)[-1]) or _first_of(after)


def counts_others(question: str, text: str, language: Language) -> bool:
    """Whether all figures of ``text`` count people of another fate than the one ``question`` asks for."""
    asked = _fates_in(question)
    told = {counted(figure, text, language) for figure in figures_of(text, language)}
    return len(asked) == 1 and bool(told) and told <= _FATES - asked


def _fates_in(question: str) -> frozenset[str]:
    return frozenset(name for name, words in _COUNTED if name in _FATES and words.search(question))


def _first_of(text: str) -> str:
    found = [(match.start(), name) for name, words in _COUNTED if (match := words.search(text))]
    return min(found)[1] if found else ""
