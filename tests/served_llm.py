"""A real OpenAI-compatible server on loopback, well-behaved or not."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class ChatServer(ThreadingHTTPServer):
    """Streams ``reply`` as chat completion chunks, cut at each bar, or misbehaves as ``manner`` says.

    Manners: answers, hangs, hangs midway, closes early, or an HTTP status.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.manner = "answers"
        self.reply = "La Russie a livré| des S-400 [1]."
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.released = threading.Event()

    @property
    def address(self) -> str:
        """Its base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def served() -> Iterator[ChatServer]:
    """A server that runs until the end of the block."""
    server = ChatServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body) | {"path": self.path})
        self.server.keys.append(str(self.headers["Authorization"]))
        manner = self.server.manner
        if manner == "hangs":
            self.server.released.wait(30)
        elif manner.isdigit():
            self._refuse(int(manner))
        else:
            self._stream(manner)

    def _stream(self, manner: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        pieces = self.server.reply.split("|")
        for piece in pieces if manner == "answers" else pieces[:-1]:
            delta = {"role": "assistant", "content": piece}
            chunk = {
                "id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test",
                "choices": [{"index": 0, "delta": delta, "finish_reason": None}],
            }  # fmt: skip
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
        if manner == "hangs midway":
            self.server.released.wait(30)
        else:
            self.wfile.write(b"data: [DONE]\n\n" if manner == "answers" else b'data: {"id": "1", "choi')

    def _refuse(self, status: int) -> None:
        """An error that repeats the key it was given, as some servers do."""
        body = json.dumps({"error": {"message": f"bad key {self.headers['Authorization']}"}}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Says nothing."""
