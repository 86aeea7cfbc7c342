"""A small newspaper on loopback, good and bad pages, and a wire on which its names look public."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from corpus.importers.fetching import Wire

PUBLIC = "93.184.215.14"  # an address of the public internet, never really connected to here


@dataclass(frozen=True)
class Reply:
    """What the newspaper answers; without ``length`` the body's end is that of the connection."""

    body: bytes = b""
    kind: str | None = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    length: int | None = None
    endless: bool = False  # the body again and again, until nobody listens
    dripping: bool = False  # one byte after another, until nobody listens


class Newspaper(ThreadingHTTPServer):
    """Answers the ``pages`` by their paths and remembers each request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A listener who leaves early is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: Newspaper

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        reply = self.server.pages.get(self.path, Reply(status=404))
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        if reply.kind is not None:
            self.send_header("Content-Type", reply.kind)
        if reply.length is not None:
            self.send_header("Content-Length", str(reply.length))
        self.end_headers()
        self.wfile.write(reply.body)
        while reply.endless and not self.server.over.is_set():
            self.wfile.write(reply.body)
        while reply.dripping and not self.server.over.wait(0.05):
            self.wfile.write(b" ")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def newspaper() -> Iterator[Newspaper]:
    """A newspaper that is there as long as the block."""
    with Newspaper() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


@dataclass(frozen=True)
class Town(Wire):
    """A wire where each host has the addresses of ``hosts``, and all of them lead to ``port`` on loopback."""

    port: int = 0
    hosts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    connected: list[tuple[str, int]] = field(default_factory=list)

    def look_up(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        self.looked_up.append(host)
        if host not in self.hosts:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return self.hosts[host]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def secure(self, connection: socket.socket, host: str) -> socket.socket:
        """The newspaper speaks no TLS."""
        return connection
