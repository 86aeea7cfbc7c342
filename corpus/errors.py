"""The root of every error that Dépêche raises on purpose, and the errors of the corpus.

DepecheError                one line for the user: what, value, remedy
└── CorpusError             bad input: exit code 2
    ├── UnreadableArticle   a file that is not an article we can read
    ├── UnknownArticle      an id that the library does not hold
    ├── NoArticles          a folder or library without a single article
    └── UnwritableLibrary   the library's folder is read-only or full
"""

from corpus.reasons import reason
from corpus.wording import Line, plain


class DepecheError(Exception):
    """An error whose message is one line for the user; ``exit_code`` is the command line's."""

    exit_code = 1

    @property
    def line(self) -> Line:
        """What to say, in either language; a message given as text is said as it is."""
        message = self.args[0] if self.args else ""
        return message if isinstance(message, Line) else plain(" ".join(str(message).split()))


class CorpusError(DepecheError):
    """Something is wrong with the articles given."""

    exit_code = 2


class UnreadableArticle(CorpusError):  # noqa: N818  (the tree names what is wrong, not that it is an error)
    """A file is binary, empty, too large, of an unknown kind or cannot be read; ``why`` says which."""

    def __init__(self, name: object, why: Line) -> None:
        super().__init__(reason("of_file", name=name, why=why))
        self.why = why


class UnknownArticle(CorpusError):  # noqa: N818
    """No article of this id is in the library."""


class NoArticles(CorpusError):  # noqa: N818
    """A folder holds no file that can be read as an article."""


class UnwritableLibrary(CorpusError):  # noqa: N818
    """The library's folder is read-only or its disk full; nothing was changed."""
