"""What kind of thing a question asks for, and whether a sentence holds one: French and English alike."""

import re
from typing import Literal

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.numbers import quantities

Kind = Literal["person", "date", "number", "place", "reason", "other"]

# Patterns are tried in order; the first that matches names the kind.
_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "number",
        re.compile(
            r"\b(?:combien|quel(?:le)? (?:est |était |a été |fut )?(?:le |la |l['’])?"
            r"(?:nombre|bilan|montant|prix|coût|taux|magnitude|score|part|proportion|durée|population)"
            r"|how (?:many|much|long|old|big|large|high|far|strong)"
            r"|what (?:is |was |were )?(?:the |its )?(?:\w+ )?"
            r"(?:number|toll|amount|price|cost|rate|magnitude|score|share|percentage|total))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "date",
        re.compile(
            r"\b(?:quand|depuis quand|à quelle (?:date|heure)|quel jour|en quelle année|quelle date|when"
            r"|(?:what|which) (?:day|date|year|month|time)|since when)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "person",
        re.compile(
            r"(?:\b(?:qui|à qui|par qui|de qui|who|whom|whose"
            r"|quel(?:le)? (?:ministre|président|présidente|dirigeant|responsable|joueur)"
            r"|which (?:minister|president|leader|player|official))\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "place",
        re.compile(
            r"(?:^|[^\w])(?:où|d['’]où|where|dans quel(?:le)? (?:ville|pays|région|lieu|endroit)"
            r"|(?:what|which) (?:city|country|place|region|town))\b",
            re.IGNORECASE,
        ),
    ),
    ("reason", re.compile(r"\b(?:pourquoi|pour quelles? raisons?|why|how come)\b", re.IGNORECASE)),
)
_NAME = re.compile(r"(?<!^)(?<![.!?«“\"] )\b[A-ZÀ-ÖØ-Þ][\w’'-]+")
_CAUSE = re.compile(
    r"\b(?:car|parce qu|puisqu|afin|pour|en raison|à cause|grâce|faute|because|since|due to|after|to|in order"
    r"|so that|owing)\b",
    re.IGNORECASE,
)


def kind_of(question: str) -> Kind:
    """The kind of answer that ``question`` asks for; ``other`` when its words do not say."""
    return next((kind for kind, pattern in _ASKS if pattern.search(question)), "other")


def holds(kind: Kind, sentence: str, language: Language, question: str) -> bool:
    """Whether ``sentence`` holds something of ``kind`` that ``question`` does not already say."""
    if kind == "number":
        said = {quantity.value for quantity in quantities(question, language)}
        return any(quantity.value not in said for quantity in quantities(sentence, language))
    if kind == "date":
        said_dates = {mention.value for mention in dates_in(question, language)}
        return any(mention.value not in said_dates for mention in dates_in(sentence, language))
    if kind in ("person", "place"):
        known = question.casefold()
        return any(match.group().casefold() not in known for match in _NAME.finditer(sentence))
    return kind == "other" or _CAUSE.search(sentence) is not None
