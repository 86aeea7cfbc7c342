"""The other side of a comparison: the first with the day or place of the second in the place of its own."""

import re

from corpus.article import Language
from corpus.text.dates import dates_in
from rag.answering.coordination import HEAD, LEAD

# Places and times are told after any of these, whatever the gender of what follows.
PREPOSITIONS = (
    r"(?:à|au|aux|en|dans|chez|in|on|at)", r"(?:de|du|des|d['’]|of|from)", r"(?:pour|for)",
    r"(?:contre|against)", r"(?:selon|d['’]après|according to)",
)  # fmt: skip
DAY_ALONE = re.compile(r"(?:le |the )?(?P<day>\d{1,2}|1er)(?:st|nd|rd|th)?(?!\w)", re.I)
_MONTH = re.compile(r"\d+\w*")
# What stands before the other day or place: « que celle du », “than on”.
PRONOUN = re.compile(r"(?:celui|celle|ceux|celles|that|those|the one)(?!\w) ?", re.I)
LEADS = re.compile(
    rf"\A(?:que |qu['’]|than )?(?:{PRONOUN.pattern})?(?:(?:du|on|of) (?=(?:the )?\d))?", re.I
)


def dated(first: str, second: str, language: Language) -> tuple[str, ...]:
    """The ``first`` side, and the same of the day that the ``second`` names; none where either has no day.

    A day without its month takes that of the other.
    """
    days, others = dates_in(first, language), dates_in(second, language)
    if not days:
        return ()
    day = days[-1]
    if others:
        other = second[others[0].start : others[0].end]
    elif alone := DAY_ALONE.match(LEADS.sub("", second)):
        other = f"{alone['day']}{_MONTH.sub('', first[day.start : day.end], count=1)}"
    else:
        return ()
    return first, f"{first[: day.start]}{other}{first[day.end :]}"


def swapped(first: str, where: str) -> tuple[str, ...]:
    """``first``, and the same with the place or time of its own that is told as ``where`` is; none without.

    What follows ``where`` is said of both: « plus à Lima qu’à Ica le 3 mai ».
    """
    for preposition in PREPOSITIONS:
        phrase = rf"{preposition} ?{LEAD}{HEAD}(?: \d{{4}})?"
        other = re.match(phrase, where)
        held = list(re.finditer(rf"(?<!\w){phrase}", first))
        if other and held:
            rest = where[other.end() :]
            before, after = first[: held[-1].start()], first[held[-1].end() :]
            return f"{first}{rest}", f"{before}{other[0]}{after}{rest}"
    return ()
