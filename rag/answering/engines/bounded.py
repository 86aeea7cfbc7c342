"""A stream of text that ends in time, whatever its source does."""

import threading
from collections.abc import Callable, Generator, Iterator
from queue import Empty, SimpleQueue
from time import monotonic

_Piece = str | Exception | None
# Opens a stream; it is given what says whether anyone still reads.
OpenStream = Callable[[Callable[[], bool]], Iterator[str]]


def bounded(open_stream: OpenStream, seconds: float) -> Generator[str, None, None]:
    """The pieces of text of a stream, as they come; raises what the stream raises.

    The stream is opened and read in a thread of its own, because a client may never return. At the
    deadline, or when the caller stops reading, that thread is left behind; it ends with its next piece
    or with its client's own timeout, and never holds up the end of the program. Closing a stream is not
    enough: LangChain then reads it to its end, for its traces. So ``open_stream`` is told when to end.

    :raises TimeoutError: the stream has not ended after ``seconds``.
    """
    pieces: SimpleQueue[_Piece] = SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_pump, args=(open_stream, pieces, stop), daemon=True).start()
    end = monotonic() + seconds
    try:
        while (left := end - monotonic()) > 0:
            try:
                piece = pieces.get(timeout=left)
            except Empty:
                break
            if piece is None:
                return
            if isinstance(piece, Exception):
                raise piece
            yield piece
        raise TimeoutError
    finally:
        stop.set()


def _pump(open_stream: OpenStream, pieces: "SimpleQueue[_Piece]", stop: threading.Event) -> None:
    try:
        for piece in open_stream(stop.is_set):
            if stop.is_set():
                break
            if piece:
                pieces.put(piece)
    except Exception as error:
        pieces.put(error)
    else:
        pieces.put(None)
