"""The page on the wire: a socket of our own and uvicorn.

Gradio's own launcher first fetches its page through whatever proxy the environment names, and dies when
that proxy cannot reach this machine (measured on 6.31 with HTTP_PROXY set); a mounted app has no such check.
"""

import logging
import socket
import threading
from dataclasses import dataclass
from typing import Any, cast

import uvicorn

from rag.errors import Unavailable
from rag.lines import told
from ui.doorway import Doorway

FAREWELL = 1  # seconds that open streams get on leaving; they would otherwise hold the process for ever


@dataclass(frozen=True, slots=True)
class Serving:
    """A page that is being served at ``url`` until it is closed."""

    url: str
    server: uvicorn.Server
    thread: threading.Thread

    def close(self) -> None:
        """Stops serving and waits for the end."""
        self.server.should_exit = True
        self.thread.join()


def serve(door: Doorway, listening: socket.socket) -> None:
    """Serves what is behind ``door`` until interrupted; raises what its building raises."""
    _server(door).run(sockets=[listening])
    if door.problem:
        raise door.problem


def serve_beside(door: Doorway, listening: socket.socket) -> Serving:
    """Serves what is behind ``door`` from a thread; returns once it is there. Raises as `serve`."""
    server = _server(door)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while thread.is_alive() and not door.opened.wait(0.1):
        pass
    if door.problem:
        thread.join()
        raise door.problem
    return Serving(address_of(listening), server, thread)


def bound(host: str, port: int) -> socket.socket:
    """A listening socket on ``host`` and ``port``; port 0 takes any free one.

    :raises Unavailable: the port is taken or the host is not this machine's.
    """
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise Unavailable(told("not_served", place=f"{host}:{port}")) from error


def address_of(listening: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


class _Server(uvicorn.Server):
    """On leaving, the streams of open tabs are cut: no error worth a traceback."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


def _server(door: Doorway) -> uvicorn.Server:
    server = _Server(uvicorn.Config(cast(Any, door), log_level="warning", timeout_graceful_shutdown=FAREWELL))
    door.leave = lambda: setattr(server, "should_exit", True)
    return server
