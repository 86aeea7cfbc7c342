"""Lines for a person, put into words where they are shown: until then a key and its values."""

from dataclasses import dataclass

from corpus.article import Language
from corpus.text.typography import number, printable, typeset

# French, with plain spaces for `typeset` to make no-break, and English: one row per key, so that no two
# tables drift apart.
Row = tuple[str, str]

LONGEST = 240  # characters of a value: three lines of a terminal, longer than most paths


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; ``str`` gives its English. A value may be a line, said in the same language."""

    key: str
    row: Row
    values: tuple[tuple[str, object], ...] = ()

    def said(self, language: Language) -> str:
        """The line in ``language``, its numbers grouped, its other values printable and not too long."""
        french, english = self.row
        values = {name: _worded(value, language, whole=self.key == "plain") for name, value in self.values}
        return (typeset(french) if language == "fr" else english).format(**values)

    def __str__(self) -> str:
        return self.said("en")


def line(table: dict[str, Row], key: str, values: dict[str, object]) -> Line:
    """The line of ``table`` that ``key`` names.

    :raises KeyError: no such key.
    """
    return Line(key, table[key], tuple(values.items()))


def plain(text: str) -> Line:
    """``text`` that is the same in both languages: a name, a path."""
    return Line("plain", ("{text}", "{text}"), (("text", text),))


def _worded(value: object, language: Language, *, whole: bool) -> str:
    if isinstance(value, Line):
        return value.said(language)
    if isinstance(value, int):
        return number(value, language)
    text = printable(str(value))
    if whole or len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]} … {text[-LONGEST // 4 :]}"  # the words around it are not to be lost
