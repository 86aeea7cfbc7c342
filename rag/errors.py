"""The errors of the answering side; the tree starts in `corpus.errors`.

DepecheError
├── CorpusError …           see corpus.errors (exit 2)
├── UsageError              wrong use or bad input: exit code 2
│   └── BadQuestion         empty, too long or without a single word
└── Unavailable             not measurable or not reachable: exit code 3
    ├── NoIndex             nothing has been indexed yet
    ├── DamagedIndex        the index does not match its manifest
    ├── ForeignIndex        the index was made by another model or version
    ├── ModelUnavailable    weights missing, altered or of an unknown kind
    ├── EngineFailed        the chat model is unreachable, slow, empty or raised
    └── IndexBusy           another process is writing: exit code 75
"""

from corpus.errors import CorpusError, DepecheError, NoArticles, UnknownArticle, UnreadableArticle

__all__ = [
    "BadQuestion", "CorpusError", "DamagedIndex", "DepecheError", "EngineFailed", "ForeignIndex",
    "IndexBusy", "ModelUnavailable", "NoArticles", "NoIndex", "Unavailable", "UnknownArticle",
    "UnreadableArticle", "UsageError",
]  # fmt: skip


class UsageError(DepecheError):
    """The command or setting makes no sense as given."""

    exit_code = 2


class BadQuestion(UsageError):  # noqa: N818
    """The question is empty, too long or holds no word."""


class Unavailable(DepecheError):  # noqa: N818
    """Something that the answer needs is not there."""

    exit_code = 3


class NoIndex(Unavailable):
    """Nothing has been indexed yet."""


class DamagedIndex(Unavailable):
    """A file of the index is missing, altered or does not match its manifest."""


class ForeignIndex(Unavailable):
    """The index was made by another model, schema or library version."""


class ModelUnavailable(Unavailable):
    """Model weights are missing, altered or cannot be loaded safely."""


class EngineFailed(Unavailable):
    """The chat model is unreachable, too slow, empty or raised."""


class IndexBusy(Unavailable):
    """Another process holds the index for writing."""

    exit_code = 75  # EX_TEMPFAIL of sysexits.h
