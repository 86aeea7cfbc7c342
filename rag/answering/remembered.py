"""A reader that remembers: what is read to find passages is read again to quote them."""

from collections.abc import Sequence

from rag.answering.reader import Reader, Reading
from rag.recent import Recent

# Readings kept, of about 20 kB each: those of the last 40 questions, asked at the same time or again.
CAPACITY = 512


class RememberingReader:
    """Reads each passage once for a question while that is remembered. Thread-safe."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: Recent[tuple[str, str, str], Reading] = Recent(CAPACITY)

    @property
    def fingerprint(self) -> str:
        """That of the reader behind."""
        return self._reader.fingerprint

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> tuple[Reading, ...]:
        """One reading for each passage, as the reader behind gives it."""
        keys = [(question, *told) for told in zip(passages, titles or [""] * len(passages), strict=True)]
        found = self._known.among(keys)
        if missing := [key for key in dict.fromkeys(keys) if key not in found]:
            _, unread, untitled = zip(*missing, strict=True)
            found |= dict(zip(missing, self._reader.read(question, unread, untitled), strict=True))
        self._known.keep(found)
        return tuple(found[key] for key in keys)
