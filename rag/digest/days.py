"""On which day something happened, as far as a sentence and the date of its article say."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.text.dates import DateMention, dates_in
from rag.digest.sentences import Sentence

Basis = Literal["stated", "resolved", "published"]

# A date after these words bounds a time and is not the day of what is told; so is a day to come.
_BOUND = re.compile(
    r"(?:depuis|jusqu['’]au|jusqu['’]à|d['’]ici au?|avant|après|à partir|prévue?s?|dès|au plus tard"
    r"|since|until|till|before|after|by|from|no later than|due)(?:\s+(?:le|la|du|au|the|on|for))?"
    r"(?:\s+\w+day|\s+(?:lun|mar|mercre|jeu|vendre|same)di|\s+dimanche)?\s*\Z",
    re.IGNORECASE,
)
_LOOK_BACK = 40  # characters: the longest of these with its article and weekday has 31
_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence and its day.

    ``basis``: ``stated`` in full by the sentence, ``resolved`` when the year is that nearest to the
    article's date, ``published`` when the sentence names no day and the article's date stands in.
    """

    sentence: Sentence
    day: date
    basis: Basis


def place(sentence: Sentence) -> Placed | None:
    """The day of ``sentence``; None when it tells of another, vaguer time or its article has no date."""
    published = sentence.passage.byline.published
    mentions = dates_in(sentence.text, sentence.passage.language)
    for mention in mentions:
        found = _event(sentence.text, mention, published)
        if found is not None and (published is None or found[0] <= published):
            return Placed(sentence, *found)
    if published is None or mentions:
        return None
    return Placed(sentence, published, "published")


def _event(text: str, mention: DateMention, published: date | None) -> tuple[date, Basis] | None:
    """The day that ``mention`` names and how it is known; None for a month, a year or a bound."""
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start]
    if not _DAY.fullmatch(mention.value) or _BOUND.search(before):
        return None
    if not mention.value.startswith("--"):
        return date.fromisoformat(mention.value), "stated"
    return None if published is None else _nearest_year(mention.value, published)


def _nearest_year(value: str, published: date) -> tuple[date, Basis] | None:
    """The day ``--MM-DD`` in the year that brings it nearest to ``published``."""
    days = []
    for year in (published.year, published.year - 1, published.year + 1):
        try:
            days.append(date.fromisoformat(f"{year:04}{value[1:]}"))
        except ValueError:
            continue  # the 29th of February of another year
    return (min(days, key=lambda day: abs(day - published)), "resolved") if days else None
