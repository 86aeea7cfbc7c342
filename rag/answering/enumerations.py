"""Sentences that enumerate: what a question for several things is answered with."""

import re

from corpus.article import Language
from rag.answering.spans import names_in

# An entry: at most seven words, none of them the opening of a clause.
_ENTRY = (
    r"(?!(?:qui|que|dont|où|mais|who|which|where|but|while|when|after|before|il|elle|he|she|it|they)\b)"
    r"[^\s,;:.]+(?: [^\s,;:.]+){0,6}"
)
# “a firm, based in Lima and belonging to …” lists nothing.
_AND = r",? (?:et|and|ou|or|ainsi que|as well as) (?!\w{3,}(?:ant|ing)\b)"
_LIST = re.compile(rf"(?:(?:{_ENTRY}, )+|: ){_ENTRY}{_AND}{_ENTRY}")
# What has a name of its own.
_NAMED = re.compile(
    r"\b(?:states|countries|nations|members|cities|towns|villages|regions|provinces|ministers|officials"
    r"|companies|banks|parties|clubs|teams|leaders|players|newspapers|états|pays|nations|membres|villes|villages"
    r"|régions|provinces|ministres|responsables|entreprises|banques|partis|équipes|dirigeants|joueurs|journaux)\b",
    re.IGNORECASE,
)


def asks_for_names(question: str) -> bool:
    """Whether ``question`` asks for several things that have names, as far as its nouns tell."""
    return _NAMED.search(question) is not None


def enumerates(sentence: str, language: Language, *, names: bool = False) -> bool:
    """Whether ``sentence`` lists three things or more, or two after a colon; ``names``: two of them names."""
    found = _LIST.search(sentence)
    if not found or not names:
        return found is not None
    return len(names_in(found[0], language)) > 1
