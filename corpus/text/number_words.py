"""Cardinal numbers in words, French and English, below a million."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Language


@dataclass(frozen=True, slots=True)
class WordNumber:
    """The number that ``text[start:end]`` spells."""

    value: int
    start: int
    end: int


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_VALUES: dict[Language, dict[str, int]] = {
    "fr": _numbered("zéro un deux trois quatre cinq six sept huit neuf", 0)
    | _numbered("dix onze douze treize quatorze quinze seize", 10)
    | _numbered("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10)
    | {"une": 1, "vingts": 20, "octante": 80, "cent": 100, "cents": 100, "mille": 1000},
    "en": _numbered("zero one two three four five six seven eight nine ten", 0)
    | _numbered("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 11)
    | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | {"a": 1, "hundred": 100, "thousand": 1000},
}
_WORD = re.compile(r"(?<![^\W\d_])(?!(?:et|and)(?![^\W\d_]))[^\W\d_]+")  # connectors are read with the glue
_GLUE = re.compile(r"[ \n\u00a0\u202f-]\Z|[ \u00a0-](et|and)[ \u00a0-]\Z")
_NO_NUMBER = re.compile(  # ordinals and fractions by name: months, health and youth end like them
    r"[ \u00a0-](?:first|second|tiers|quarts?|quarters|halves|\w{2,}ièmes?|(?:third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|eleventh|twelfth|hundredth|thousandth|\w+(?:teen|tie|illion)th)s?)(?!\w)",
    re.IGNORECASE,
)
_HUNDRED = re.compile(r"[ \u00a0]hundred", re.IGNORECASE)
_COMPOUND = re.compile(r"-[^\W\d_]")
_NINE = re.compile(r"[ \u00a0\u202f](?:[^\W\d_]{2,}[sx]|pour[ \u00a0]cent)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Run:
    """A number while it is read: ``thousands`` are multiplied out, ``rest`` is below a thousand."""

    thousands: int
    rest: int
    start: int
    end: int


def word_numbers(text: str, language: Language) -> Iterator[WordNumber]:
    """The cardinals spelled out in ``text``, in order; a lone « un », "one" or "a" is one of them.

    Ordinals, fractions (« deux tiers »), French compounds (« deux-roues »), the cent of « pour cent » and
    the adjective « neuf » are none.
    """
    run: _Run | None = None
    for match in _WORD.finditer(text):
        value = _VALUES[language].get(match[0].lower())
        longer = _continued(run, text, match, value, language) if run and value is not None else None
        if run and not longer and _counts(run, text, language):
            yield WordNumber(run.thousands + run.rest, run.start, run.end)
        run = longer or (_started(text, match, value, language) if value is not None else None)
    if run and _counts(run, text, language):
        yield WordNumber(run.thousands + run.rest, run.start, run.end)


def _started(text: str, match: re.Match[str], value: int, language: Language) -> _Run | None:
    before = text[max(0, match.start() - 6) : match.start()].lower()
    if before[-1:] == "-" or (value == 100 and before.rstrip(" \u00a0\u202f").endswith("pour")):
        return None
    if language == "en" and value in (100, 1000):  # "several hundred": nothing is counted
        return None
    return _Run(1000 if value == 1000 else 0, 0 if value == 1000 else value, *match.span())


def _continued(run: _Run, text: str, match: re.Match[str], value: int, language: Language) -> _Run | None:
    """``run`` with ``value`` added or multiplied in; None when the language does not say it so."""
    glue = _GLUE.match(text[run.end : match.start()])
    if not glue or not (run.rest or run.thousands):
        return None
    tens = run.rest % 100
    if glue[1] == "et" and not (value in (1, 11) and tens in (20, 30, 40, 50, 60)):
        return None
    if glue[1] == "and" and (value >= 100 or tens or _HUNDRED.match(text, match.end())):
        return None
    if value == 1000:
        return None if run.thousands else _Run(1000 * run.rest, 0, run.start, match.end())
    rest = _joined(run.rest, value, french=language == "fr")
    return None if rest is None else _Run(run.thousands, rest, run.start, match.end())


def _joined(rest: int, value: int, *, french: bool) -> int | None:
    """``rest`` followed by ``value`` as one number below a thousand, or None."""
    tens = rest % 100
    if value == 100:
        return 100 * rest if 0 < rest < (10 if french else 100) else None
    if french and value == 20 and tens == 4:
        return rest + 76  # quatre-vingt
    if value >= 10:
        fits = tens == 0 or (french and value <= 16 and tens in (60, 80))  # soixante-dix, quatre-vingt-onze
    else:
        fits = value > 0 and ((tens % 10 == 0 and tens != 10) or (french and value >= 7 and tens == 10))
    return rest + value if fits else None


def _counts(run: _Run, text: str, language: Language) -> bool:
    if _NO_NUMBER.match(text, run.end) or (language == "fr" and _COMPOUND.match(text, run.end)):
        return False
    return text[run.start : run.end].lower() != "neuf" or bool(_NINE.match(text, run.end))
