"""Sentences that lean on the one before: quoted alone they do not say who or what is meant."""

import re

from corpus.article import Language, Passage, Span

_LEANS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"[«“\"\s]*(?:il (?!y a|pleut|neige|faut|s['’]agit|est)|elle |ils |elles |celui-ci|celle-ci|ceux-ci"
        r"|celles-ci|cela |c['’](?!.*\bqu[ei'’])|ce (?!qu|week)|cet(?:te)? (?!année)|ces "
        r"|l['’]un d['’]eux|tous deux|toutes deux|son |sa |ses |leurs? )",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"[“\"\s]*(?:he|she|it(?! (?:is|was) \w+ (?:that|who))|they|this|these|those|his|her|its|their|both"
        r"|the latter|the former|the two)\b",
        re.IGNORECASE,
    ),
}
# Somebody speaks, and nothing before says who.
_SAYS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:a-t-(?:il|elle)|ont-(?:ils|elles)|(?:il|elle) a|ils ont) (?:dit|ajout|déclar|affirm|assur)"
    ),
    "en": re.compile(r"\b(?:he|she|they) (?:said|added|told|declared|claimed|insisted)\b"),
}
_NAME = re.compile(
    r"\b(?:M|Mme|Mr|Mrs|Ms|Dr)\.?\s[A-ZÀ-ÖØ-Þ]"
    r"|(?<!^)(?<![.!?«“\"]\s)(?<![«“\"])\b[A-ZÀ-ÖØ-Þ][\w’'-]+"
)
# Characters of a quote that is still read at a glance: two of the longest sentences of the dispatches.
LONGEST = 500


def leans(sentence: str, language: Language) -> bool:
    """Whether ``sentence`` opens with a pronoun or the like, or leaves it open who said it."""
    if _LEANS[language].match(sentence):
        return True
    says = _SAYS[language].search(sentence)
    return says is not None and not _NAME.search(sentence[: says.start()])


def standing(passage: Passage, span: Span) -> Span:
    """``span``, a sentence of ``passage``, with the sentences before it that it needs to be understood.

    None are added beyond 500 characters, nor where the paragraph begins.
    """
    place = passage.sentences.index(span)
    start = span.start
    while place and leans(passage.text[start : span.end], passage.language):
        before = passage.sentences[place - 1].start
        if span.end - before > LONGEST:
            break
        place, start = place - 1, before
    return Span(start, span.end)
