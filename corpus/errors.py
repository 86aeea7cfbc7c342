"""The root of every error that Dépêche raises on purpose, and the errors of the corpus.

DepecheError                one line for the user: what, value, remedy
└── CorpusError             bad input: exit code 2
    ├── UnreadableArticle   a file that is not an article we can read
    ├── UnknownArticle      an id that the library does not hold
    ├── NoArticles          a folder or library without a single article
    └── UnwritableLibrary   the library's folder is read-only or full
"""


class DepecheError(Exception):
    """An error whose message is one line for the user; ``exit_code`` is the command line's."""

    exit_code = 1


class CorpusError(DepecheError):
    """Something is wrong with the articles given."""

    exit_code = 2


class UnreadableArticle(CorpusError):  # noqa: N818  (the tree names what is wrong, not that it is an error)
    """A file is binary, empty, too large, of an unknown kind or cannot be read."""


class UnknownArticle(CorpusError):  # noqa: N818
    """No article of this id is in the library."""


class NoArticles(CorpusError):  # noqa: N818
    """A folder holds no file that can be read as an article."""


class UnwritableLibrary(CorpusError):  # noqa: N818
    """The library's folder is read-only or its disk full; nothing was changed."""
