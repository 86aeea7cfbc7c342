"""What stands between quotation marks, and whether a passage says it in these very words."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

_QUOTED = re.compile(
    r"«([^«»]*)»|“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\""
    r"|(?<!\w)‘([^‘]*?)’(?!\w)|(?<!\w)'([^'\n]{3,}?)'(?!\w)"
)
# A quotation that a model left open or that was cut in two: up to, or from, the mark that is there.
_HALF = re.compile(r"\A([^«»“”]+)[»”]|[«“]([^«»“”]+)\Z")
_ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:…|\.\.\.)\s*[\])]|…|\.\.\.)\s*")
_FOLD = str.maketrans(
    dict.fromkeys("‘’‚‛`´′ʼ", "'") | dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("«»“”„‟″\"", None)
)
_TRIM = " .,;:!?-"


def misquotes(text: str, passages: Iterable[str]) -> tuple[str, ...]:
    """The quotations in ``text`` that none of ``passages`` holds word for word.

    Kinds of quotation marks, apostrophes, dashes and spaces do not matter, nor the case of the first
    letter; the parts around « […] » must stand in one passage in that order.
    """
    folded = [fold_quote(passage) for passage in passages]
    return tuple(
        quotation
        for quotation in quotations(text)
        if not any(_holds(passage, quotation) for passage in folded)
    )


def quotations(text: str) -> Iterator[str]:
    """What stands between the quotation marks of ``text``, a half-open pair included; none is blank."""
    found = [next(filter(None, match.groups()), "") for match in _QUOTED.finditer(text)]
    found += [next(filter(None, match.groups()), "") for match in _HALF.finditer(_QUOTED.sub("", text))]
    return (quotation for quotation in found if fold_quote(quotation).strip(_TRIM))


def without_quotations(text: str) -> str:
    """``text`` without what stands between quotation marks, which may be in another language."""
    return _HALF.sub(" ", _QUOTED.sub(" ", text))


def fold_quote(text: str) -> str:
    """``text`` without quotation marks; apostrophes, dashes and spaces of one kind; NFKC, case kept."""
    folded = " ".join(normalize("NFKC", text).translate(_FOLD).split())
    return re.sub(r" (?=[?!;:%,.])", "", folded)


def _holds(passage: str, quotation: str) -> bool:
    place = 0
    for part in _ELLIPSIS.split(quotation):
        words = fold_quote(part).strip(_TRIM)
        if not words:
            continue
        first = "|".join({re.escape(words[0].lower()), re.escape(words[0].upper())})
        match = re.compile(rf"(?<!\w)(?:{first}){re.escape(words[1:])}(?!\w)").search(passage, place)
        if not match:
            return False
        place = match.end()
    return True
