"""The nouns of a question set: item, nugget, matchers; an invalid one cannot be built."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from corpus.article import LANGUAGES, Language
from corpus.text.normalise import normalise
from eval.phrases import phrase

Category = Literal[
    "factoid", "who", "number", "date", "list", "multi", "comparison", "summary", "crosslingual", "update",
    "disagreement", "unanswerable_near", "unanswerable_far", "false_premise", "injection", "noisy",
]  # fmt: skip
CATEGORIES: tuple[Category, ...] = get_args(Category)
SILENT: tuple[Category, ...] = ("unanswerable_near", "unanswerable_far")
# The corpus need not hold the answer in these, but it may.
EITHER: tuple[Category, ...] = ("false_premise", "injection")

_ITEM_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_PASSAGE_ID = re.compile(r"[a-z0-9][a-z0-9-]*#p\d+")
_DAY = re.compile(r"(?P<year>[0-9]{4}|-)(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Words:
    """These words, in this order and without a gap."""

    text: str

    def __post_init__(self) -> None:
        if not normalise(self.text):
            raise ValueError(phrase("no word to look for in {value}", value=repr(self.text)))

    def __str__(self) -> str:
        return f"“{self.text}”"


@dataclass(frozen=True, slots=True)
class Number:
    """This value with this canonical unit of `corpus.text.numbers` ("" is a bare number)."""

    value: Decimal
    unit: str

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise ValueError(phrase("not a number: {value}", value=self.value))

    def __str__(self) -> str:
        return f"{self.value} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year: ``2022-12-19``, ``2022-12``, ``2022``, or ``--12-19`` for any year."""

    value: str

    def __post_init__(self) -> None:
        parts = _DAY.fullmatch(self.value)
        if not parts or (parts["year"] == "-" and not parts["month"]):
            known = "not a date: {value} (2022-12-19, 2022-12, 2022 or --12-19)"
            raise ValueError(phrase(known, value=repr(self.value)))
        # 2000 is a leap year: --02-29 is a day of some years.
        year = 2000 if parts["year"] == "-" else int(parts["year"])
        date(year, int(parts["month"] or 1), int(parts["day"] or 1))

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or body by any of its names."""

    aliases: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.aliases or not all(normalise(alias) for alias in self.aliases):
            why = "an entity has at least one name, each with a word: {value}"
            raise ValueError(phrase(why, value=repr(self.aliases)))

    def __str__(self) -> str:
        return " or ".join(self.aliases)


Matcher = Words | Number | Day | Entity


@dataclass(frozen=True, slots=True)
class Nugget:
    """One fact of a right answer, said in any one of several ways; a right answer has every vital one."""

    id: str
    vital: bool
    any_of: tuple[Matcher, ...]

    def __post_init__(self) -> None:
        if not self.id or not self.any_of:
            raise ValueError(phrase("nugget {name} has no id or nothing to look for", name=repr(self.id)))

    def __str__(self) -> str:
        return " or ".join(str(way) for way in self.any_of)


@dataclass(frozen=True, slots=True)
class Item:
    """One question with what is known about its answer.

    ``gold`` is a tuple of groups: a full answer cites one passage of each group. A passage of
    ``acceptable`` may be cited too. ``forbidden`` values make an answer wrong. ``twin`` is the id
    of the same question in the other language, or empty.

    :raises ValueError: a contradiction between the fields, in words.
    """

    id: str
    lang: Language
    question: str
    category: Category
    answerable: bool
    gold: tuple[tuple[str, ...], ...] = ()
    acceptable: tuple[str, ...] = ()
    nuggets: tuple[Nugget, ...] = ()
    forbidden: tuple[Matcher, ...] = ()
    twin: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if not _ITEM_ID.fullmatch(self.id):
            raise ValueError(phrase("an id is lower-case letters, digits and hyphens"))
        if self.lang not in LANGUAGES:
            raise ValueError(phrase("unknown language {value}", value=repr(self.lang)))
        if self.category not in CATEGORIES:
            raise ValueError(phrase("unknown category {value}", value=repr(self.category)))
        if not self.question.strip():
            raise ValueError(phrase("the question is blank"))
        self._check_answerable()
        self._check_gold()
        ids = [nugget.id for nugget in self.nuggets]
        if len(ids) != len(set(ids)):
            raise ValueError(phrase("two nuggets have the same id"))

    def _check_answerable(self) -> None:
        if self.answerable and self.category in SILENT:
            raise ValueError(phrase("answerable, but of category {name}", name=self.category))
        if not self.answerable and self.category not in (*SILENT, *EITHER):
            raise ValueError(phrase("unanswerable, but of category {name}", name=self.category))
        if self.answerable and not self.gold:
            raise ValueError(phrase("answerable without gold passage"))
        if self.answerable and not any(nugget.vital for nugget in self.nuggets):
            raise ValueError(phrase("answerable without vital nugget"))
        if self.category in SILENT and (self.gold or self.nuggets):
            raise ValueError(phrase("unanswerable, but with gold passages or nuggets"))

    def _check_gold(self) -> None:
        if not all(self.gold):
            raise ValueError(phrase("an empty gold group"))
        ids = self.passage_ids
        if malformed := [ref for ref in ids if not _PASSAGE_ID.fullmatch(ref)]:
            raise ValueError(phrase("not a passage id: {value}", value=repr(malformed[0])))
        if len(ids) != len(set(ids)):
            raise ValueError(phrase("a passage stands twice in gold and acceptable"))

    @property
    def passage_ids(self) -> tuple[str, ...]:
        """Every passage that the item points to, gold first."""
        return (*(ref for group in self.gold for ref in group), *self.acceptable)
