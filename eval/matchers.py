"""Decides whether a text says what a matcher asks for, in French or English, by rule and not by opinion."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import Language
from corpus.text.dates import dates_in
from corpus.text.normalise import fold_accents, normalise
from corpus.text.numbers import quantities
from eval.items import Day, Entity, Matcher, Number, Words


@dataclass(frozen=True, slots=True)
class Statement:
    """Something an answer says, in the language that its numbers and dates are written in.

    ``quoted``: it is a quote, which its frame attributes and dates.
    """

    text: str
    language: Language
    quoted: bool = False


def matches(matcher: Matcher, statement: Statement) -> bool:
    """Whether ``statement`` says it: words without a gap, value with unit, date as precise, any alias."""
    match matcher:
        case Words(text):
            return says(statement.text, text)
        case Number(value, unit):
            found = quantities(statement.text, statement.language)
            return any(quantity.value == value and quantity.unit == unit for quantity in found)
        case Day(day):
            return any(agree(day, said.value) for said in dates_in(statement.text, statement.language))
        case Entity(aliases):
            return any(says(statement.text, alias) for alias in aliases)


def matched(matcher: Matcher, statements: Iterable[Statement]) -> bool:
    """Whether any of the statements says it."""
    return any(matches(matcher, statement) for statement in statements)


def says(text: str, words: str) -> bool:
    """Whether the words stand in ``text`` whole, in order and without gap.

    Case, accents, quotes, dashes, articles and elisions do not count: readers type without accents
    and capitals often drop them.
    """
    hay, needle = (f" {fold_accents(normalise(side))} " for side in (text, words))
    return needle in hay


def agree(asked: str, said: str) -> bool:
    """Whether the date ``said`` is ``asked`` or a part of it: 2022-12-19 agrees with 2022-12 asked.

    A year that either side leaves out (``--12-19``) agrees with every year.
    """
    wanted, given = _parts(asked), _parts(said)
    if len(given) < len(wanted):
        return False
    return all(want in ("", part) or part == "" for want, part in zip(wanted, given, strict=False))


def _parts(day: str) -> tuple[str, ...]:
    """``2022-12-19`` → ("2022", "12", "19"); ``--12-19`` → ("", "12", "19")."""
    return ("", *day[2:].split("-")) if day.startswith("--") else tuple(day.split("-"))
