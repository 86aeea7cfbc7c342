"""How French and English set what is shown: spaces before signs, thousands, what a terminal can print."""

import re

from corpus.article import Language

NARROW = "\u202f"  # narrow no-break space: before ? ! ; % and between thousands
FIXED = "\u00a0"  # no-break space: before : and inside « »


def typeset(text: str) -> str:
    """``text`` with the no-break spaces that French puts before ? ! ; % : and inside « »."""
    text = re.sub(r" (?=[?!;%])", NARROW, text)
    return re.sub(r" (?=[:»])|(?<=«) ", FIXED, text)


def number(n: int, language: Language) -> str:
    """``n`` with thousands as the language groups them: « 12 480 » or “12,480”."""
    return f"{n:,}".replace(",", NARROW) if language == "fr" else f"{n:,}"


def decimal(value: float, places: int, language: Language) -> str:
    """``value`` with ``places`` behind the mark that the language puts there: « 0,63 » or “0.63”."""
    written = f"{value:.{places}f}"
    return written.replace(".", ",") if language == "fr" else written


def printable(text: str) -> str:
    """``text`` on one line that any terminal can print."""
    return "".join(char if char.isprintable() else "?" for char in text)
