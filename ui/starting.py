"""Getting ready: the page is there before the index and the models are."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from rag.errors import DepecheError
from ui.answerer import Answerer
from ui.strings import say

_log = logging.getLogger(__name__)


class Starting:
    """What has to happen before questions can be answered, done beside the page; never raises."""

    def __init__(self, prepare: Callable[[], object] | None = None) -> None:
        """``prepare`` None means that everything is ready."""
        self._ready = Event()
        self.problem: Exception | None = None
        if prepare is None:
            self._ready.set()
        else:
            Thread(target=self._run, args=(prepare,), daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether it is done, well or badly."""
        return self._ready.is_set()

    def wait(self) -> None:
        """Returns once it is done."""
        self._ready.wait()

    def _run(self, prepare: Callable[[], object]) -> None:
        try:
            prepare()
        except Exception as error:
            self.problem = noted(error)
        finally:
            self._ready.set()


READY = Starting()


def make_ready(assistant: Answerer) -> None:
    """Brings the index up to date and loads the models, by a question that nobody asked.

    A chat model is not called for that.
    """
    assistant.sync()
    if assistant.facts().engine == "extractive":
        assistant.ask(say("example_1", "fr"))


def noted(error: Exception) -> Exception:
    """``error``, written to the log with its traceback unless it was raised on purpose."""
    if not isinstance(error, DepecheError):
        _log.error("unexpected error", exc_info=error)
    return error
