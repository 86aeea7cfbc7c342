"""One spelling for texts that say the same: the key on which evidence and answers are compared."""

import re
from unicodedata import category, normalize

_SINGLE_QUOTES = "‘’‚‛`´′ʼ＇"
_DOUBLE_QUOTES = "«»“”„‟″＂"
_DASHES = "‐‑‒–—―−"
_FOLD = str.maketrans(
    dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DOUBLE_QUOTES, '"') | dict.fromkeys(_DASHES, "-")
)
# Letters that Unicode does not decompose, though a keyboard without them writes these.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE"})
_PLAIN = _LIGATURES | str.maketrans("øØłŁđĐðÐıħĦ", "oOlLdDdDihH")

_ELISION = re.compile(r"\b(jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'(?=\w)")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
# French and English together: a quotation is compared without knowing its language.
_ARTICLES = frozenset(
    ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "a", "an", "the")
)


def fold_accents(text: str) -> str:
    """``text`` without diacritics and ligatures (``élu`` → ``elu``, ``cœur`` → ``coeur``); case is kept."""
    bare = "".join(char for char in normalize("NFD", text.translate(_PLAIN)) if category(char) != "Mn")
    return normalize("NFC", bare)


def normalise(text: str) -> str:
    """``text`` as bare lower-case words: the primary key of grounding and of the evaluation's matchers.

    NFKC and case folded; quotes, dashes, spaces and ligatures unified; French elisions split; articles
    of both languages dropped; punctuation off, except ``,`` and ``.`` between digits; accents kept.
    Idempotent, and blind to the input's Unicode form.
    """
    words = _without_punctuation(_ELISION.sub(r"\1 ", _caseless(text))).split()
    return normalize("NFKC", " ".join(word for word in words if word not in _ARTICLES))


def _caseless(text: str) -> str:
    """Unicode's compatibility caseless form (The Unicode Standard §3.13, D146), composed and unified.

    The marks come first: NFKC would turn an acute accent used as an apostrophe into a space.
    """
    folded = normalize("NFD", normalize("NFC", text).translate(_FOLD)).casefold()
    folded = normalize("NFKC", normalize("NFKD", folded).casefold()).translate(_FOLD)
    return "".join(
        " " if char.isspace() else char for char in folded.translate(_LIGATURES)
        if char.isspace() or category(char) not in _INVISIBLE
    )


def _without_punctuation(text: str) -> str:
    text = _ACRONYM.sub(lambda match: match[0].replace(".", ""), text)
    return "".join(
        char if category(char)[0] != "P" or _inside_number(text, place) else " "
        for place, char in enumerate(text)
    )


def _inside_number(text: str, place: int) -> bool:
    return text[place] in ".," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
