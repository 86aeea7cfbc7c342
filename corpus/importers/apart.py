"""Untrusted files read in a process of their own, which is killed when it takes too long."""

import json
import signal
import subprocess
import sys
from typing import Any, Literal

from corpus.errors import UnreadableArticle
from corpus.importers.extraction import SECONDS
from corpus.reasons import reason
from corpus.wording import Line

Kind = Literal["html", "pdf", "feed"]
TIME_LIMIT = 30.0  # seconds; an ordinary page takes one, most of it to start


def read_apart(kind: Kind, data: bytes, name: str) -> dict[str, Any]:
    """What `corpus.importers.extraction` finds in ``data``; to be trusted no more than ``data``.

    :raises UnreadableArticle: nothing can be found, or it takes too much time or memory.
    """
    command = [sys.executable, "-I", "-m", "corpus.importers.extraction", kind]
    try:
        child = subprocess.run(  # noqa: S603  (our own module, nothing of the file on the command line)
            command, input=data, capture_output=True, timeout=TIME_LIMIT, check=True
        )
        found = json.loads(child.stdout)
    except subprocess.TimeoutExpired as error:
        raise UnreadableArticle(name, reason("slow", seconds=round(TIME_LIMIT))) from error
    except subprocess.CalledProcessError as error:
        raise UnreadableArticle(name, _why(kind, -error.returncode)) from error
    except ValueError as error:
        raise UnreadableArticle(name, reason(kind)) from error
    if "error" in found:
        raise UnreadableArticle(name, reason(found["error"]))
    return dict(found)


def _why(kind: Kind, ended_by: int) -> Line:
    """Why a process gave nothing that a signal ended, if one did; Windows has none of these."""
    if ended_by == getattr(signal, "SIGXCPU", None):
        return reason("slow", seconds=SECONDS)
    if ended_by == getattr(signal, "SIGKILL", None):  # by a system that has no more memory
        return reason("large")
    return reason(kind)
