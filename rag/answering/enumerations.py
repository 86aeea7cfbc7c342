"""Sentences that enumerate: what a question for several things is answered with."""

import re

# An entry: at most seven words, none of them the opening of a clause.
_ENTRY = (
    r"(?!(?:qui|que|dont|où|mais|who|which|where|but|while|when|after|before|il|elle|he|she|it|they)\b)"
    r"[^\s,;:.]+(?: [^\s,;:.]+){0,6}"
)
_AND = r",? (?:et|and|ou|or|ainsi que|as well as) "
_LIST = re.compile(rf"(?:(?:{_ENTRY}, )+|: ){_ENTRY}{_AND}{_ENTRY}")


def enumerates(sentence: str) -> bool:
    """Whether ``sentence`` lists three things or more, or two after a colon, as far as commas tell."""
    return _LIST.search(sentence) is not None
