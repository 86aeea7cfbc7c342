"""A question under way: its updates are fetched beside, so that it can be left at any moment.

Gradio's own way to cancel races: updates of the cancelled run that are already on the wire overwrite
what stands there after it, and the browser may go on waiting for its end. Here the run is told to stop
and says itself, as its last word, that it has: nobody else writes where it writes.
"""

from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from threading import Event, Thread

from rag.answer import Update


class Asking:
    """One question and the way to stop it; safe to share between threads."""

    def __init__(self) -> None:
        self._mail: SimpleQueue[Update | Exception | None] = SimpleQueue()
        self._left = Event()
        self.over = False  # whether nothing more comes

    def stop(self) -> None:
        """Lets `listen` end now, whatever the model is busy with; what comes later is dropped."""
        self._left.set()
        self._mail.put(None)

    def listen(self, updates: Iterable[Update]) -> Iterator[Update]:
        """``updates`` until they end or are stopped. Raises what they raise."""
        Thread(target=self._fetch, args=(updates,), daemon=True).start()
        try:
            while (said := self._mail.get()) is not None:
                if isinstance(said, Exception):
                    raise said
                yield said
        finally:  # also when the reader has closed the page
            self._left.set()
            self.over = True

    def _fetch(self, updates: Iterable[Update]) -> None:
        try:
            for update in updates:
                self._mail.put(update)
                if self._left.is_set():
                    break
        except Exception as error:
            self._mail.put(error)
        finally:
            self._mail.put(None)
