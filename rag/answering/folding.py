"""Text as the patterns of what is typed see it, and lists of words as patterns."""

from corpus.text.normalise import fold_accents

_QUOTES = str.maketrans(dict.fromkeys("«»“”„", '"') | {"’": "'", "‘": "'"})


def one_of(words: str) -> str:
    """A pattern for any of ``words``, folded; «_» is a space or hyphen, «*» any ending."""
    return "(?:" + "|".join(words.split()).replace("_", "[ -]").replace("*", r"\w*") + ")"


def folded(text: str) -> str:
    """Without accents, capitals, pictures and the marks around it; quotation marks within are straight."""
    plain = fold_accents(text).casefold().translate(_QUOTES)
    words = "".join(char if char.isascii() or char in "×÷" else " " for char in plain)
    return " ".join(words.split()).strip(" \t.,;:!?\"'()[]<>#*-~")
