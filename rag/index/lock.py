"""One writer at a time: two processes writing one Chroma folder destroy it silently."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.reasons import system_reason
from rag.errors import IndexBusy, Unavailable
from rag.lines import told

_PATIENCE_S = 0.5  # long enough for a writer that is just finishing, short enough to answer within 2 s


@contextmanager
def writing(index: Path) -> Iterator[None]:
    """Holds the writer's lock of the ``index`` folder, which is created when it is missing.

    The operating system drops the lock of a process that dies.

    :raises IndexBusy: another process or thread holds it.
    :raises Unavailable: the folder cannot be written.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / "lock")
        lock.acquire(timeout=_PATIENCE_S)
    except Timeout as error:
        raise IndexBusy(told("busy", index=index)) from error
    except OSError as error:
        raise cannot_write(index, error) from error
    try:
        yield
    finally:
        lock.release()


def cannot_write(index: Path, error: OSError) -> Unavailable:
    """The one line for an index folder that cannot be written."""
    return Unavailable(told("index_not_written", index=index, why=system_reason(error)))
