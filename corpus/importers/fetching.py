"""One page from the network, within limits of time, size and place; the only file that reaches out."""

import io
import re
import socket
import ssl
import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import cast
from urllib.parse import urldefrag, urljoin

from corpus.errors import UnreadableArticle
from corpus.importers.addresses import PORTS, Target, is_public, target_of
from corpus.importers.reading import MAX_BYTES
from corpus.reasons import reason

TIME_LIMIT = 20.0  # seconds for name, redirects and page together; a slow newspaper takes five
REDIRECTS = 5
_CHUNK = 2**16
_MOVED = frozenset((301, 302, 303, 307, 308))
_ABSENT, _CLOSED = frozenset((404, 410)), frozenset((401, 402, 403, 429, 451))
_MEDIA = frozenset((
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml",
    "", "application/octet-stream",  # said by servers that do not know: the content tells
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the address that gave it, its media type (empty when not said) and charset."""

    url: str
    media: str
    charset: str | None
    data: bytes


class Deadline:
    """A moment that ``seconds`` lead to; whatever waits asks how long it may."""

    def __init__(self, seconds: float) -> None:
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds until then.

        :raises TimeoutError: none are left.
        """
        if (seconds := self._end - monotonic()) > 0:
            return seconds
        raise TimeoutError


@dataclass(frozen=True)
class Wire:
    """The edge to the network; ``private`` allows private addresses and any port. Proxies are not used."""

    private: bool = False

    def look_up(self, host: str, port: int, seconds: float) -> tuple[str, ...]:
        """The IP addresses of ``host``, in the system's order.

        :raises OSError: there are none, or not within ``seconds``.
        """
        answers: Queue[tuple[str, ...] | Exception] = Queue()

        def ask() -> None:
            try:
                found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
                answers.put(tuple(dict.fromkeys(str(info[4][0]) for info in found)))
            except UnicodeError as error:  # a name that no DNS can hold
                answers.put(socket.gaierror(str(error)))
            except Exception as error:
                answers.put(error)

        Thread(target=ask, daemon=True).start()  # the system's own look-up cannot be told to hurry
        try:
            answer = answers.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        """A connection to this very address: nothing is looked up again."""
        return socket.create_connection((address, port), seconds)

    def secure(self, connection: socket.socket, host: str) -> socket.socket:
        """TLS over ``connection``, its certificate checked for ``host``."""
        return ssl.create_default_context().wrap_socket(connection, server_hostname=host)


def fetch(url: str, wire: Wire) -> Fetched:
    """The page at ``url``, through at most ``REDIRECTS`` redirects, each checked like the first address.

    :raises UnreadableArticle: not allowed, not there, not readable, too large or too slow; nothing is kept.
    """
    deadline, target = Deadline(TIME_LIMIT), target_of(url)
    try:
        for _ in range(REDIRECTS + 1):
            with closing(_connected(target, wire, deadline)) as connection:
                response = _asked(connection, target, deadline)
                place = response.getheader("location")
                if response.status not in _MOVED or not place:
                    return _page(response, target)
                target = _next(target, place)
    except ssl.SSLCertVerificationError as error:
        why = reason("certificate", host=target.host, why=error.verify_message)
        raise UnreadableArticle(url, why) from error
    except TimeoutError as error:
        why = reason("slow_page", host=target.host, seconds=round(TIME_LIMIT))
        raise UnreadableArticle(url, why) from error
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise UnreadableArticle(url, reason("cut", host=target.host)) from error
    raise UnreadableArticle(url, reason("redirects", most=REDIRECTS))


def _connected(target: Target, wire: Wire, deadline: Deadline) -> socket.socket:
    """A connection to an address of the target's host, after all of its addresses were found public."""
    if not wire.private and target.port != PORTS[target.scheme]:
        raise UnreadableArticle(target.url, reason("port", port=str(target.port)))
    try:
        addresses = wire.look_up(target.host, target.port, deadline.left())
    except socket.gaierror as error:
        raise UnreadableArticle(target.url, reason("host", host=target.host)) from error
    near = [address for address in addresses if not is_public(address)]
    if near and not wire.private:
        raise UnreadableArticle(target.url, reason("private", host=target.host, address=near[0]))
    failure: OSError = socket.gaierror("no address")
    for address in addresses:
        try:
            connection = wire.connect(address, target.port, deadline.left())
        except OSError as error:
            failure = error
            continue
        return _secured(connection, target, wire, deadline) if target.scheme == "https" else connection
    raise failure


def _secured(connection: socket.socket, target: Target, wire: Wire, deadline: Deadline) -> socket.socket:
    try:
        connection.settimeout(deadline.left())
        return wire.secure(connection, target.host)
    except BaseException:
        connection.close()
        raise


class _Timed(io.RawIOBase):
    """What a connection receives; no byte may come after the deadline, however slowly they drip."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection, self._deadline = connection, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(cast(memoryview, buffer))

    def makefile(self, _mode: str) -> io.BufferedReader:
        """What ``HTTPResponse`` asks of a socket."""
        return io.BufferedReader(self)


def _asked(connection: socket.socket, target: Target, deadline: Deadline) -> HTTPResponse:
    """The head of the answer to a request for ``target``, without cookies or anything about this machine."""
    request = (
        f"GET {target.path} HTTP/1.1\r\nHost: {target.authority}\r\nUser-Agent: Depeche/0.1\r\n"
        "Accept: text/html,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5\r\n"
        "Accept-Language: fr,en\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )
    connection.settimeout(deadline.left())
    connection.sendall(request.encode("ascii"))
    response = HTTPResponse(cast(socket.socket, _Timed(connection, deadline)), method="GET")
    response.begin()
    return response


def _next(target: Target, place: str) -> Target:
    """Where a redirect leads; from https only to https, so that nobody between can put in other words."""
    place = place.strip().replace(" ", "%20").encode("latin-1").decode("utf-8", "replace")
    after = target_of(urljoin(target.url, place))
    if target.scheme == "https" and after.scheme == "http":
        raise UnreadableArticle(target.url, reason("downgrade", address=after.url))
    return after


def _page(response: HTTPResponse, target: Target) -> Fetched:
    """What ``response`` holds, once its head promises something readable."""
    status, said = response.status, response.headers.get("content-type", "")
    media = said.partition(";")[0].strip().lower()
    if status != 200:
        key = "page_absent" if status in _ABSENT else "page_closed" if status in _CLOSED else "page_failed"
        raise UnreadableArticle(target.url, reason(key, status=status))
    if media not in _MEDIA:
        raise UnreadableArticle(target.url, reason("media", media=media[:60]))
    charset = re.search(r"charset=[\"']?([\w.:-]+)", said, re.IGNORECASE)
    data = _body(response, target)
    if not data:
        raise UnreadableArticle(target.url, reason("empty"))
    return Fetched(urldefrag(target.url).url, media, charset[1] if charset else None, data)


def _body(response: HTTPResponse, target: Target) -> bytes:
    """All that comes, unpacked; what is too large is given up as soon as that shows."""
    too_large = UnreadableArticle(target.url, reason("larger", limit=MAX_BYTES >> 20))
    unpack, whole = _unpacking(response.headers.get("content-encoding", ""), target)
    promised, received, data = response.length, 0, bytearray()
    if (promised or 0) > MAX_BYTES:
        raise too_large
    while promised is None or received < promised:
        if not (chunk := response.read1(_CHUNK)):
            break
        received += len(chunk)
        data += unpack(chunk, MAX_BYTES + 1 - len(data))
        if max(received, len(data)) > MAX_BYTES:
            raise too_large
    if received < (promised or 0) or not whole():  # the connection ended before the page did
        raise ConnectionError
    return bytes(data)


def _unpacking(encoding: str, target: Target) -> tuple[Callable[[bytes, int], bytes], Callable[[], bool]]:
    """How to unpack a chunk, to at most so many bytes, and whether the last one has been."""
    match encoding.strip().lower():
        case "" | "identity":
            return (lambda chunk, _most: chunk), (lambda: True)
        case "gzip" | "x-gzip" | "deflate":
            packed = zlib.decompressobj(wbits=47)  # 32 for either header, 15 for the largest window
            return packed.decompress, (lambda: packed.eof)
        case other:
            raise UnreadableArticle(target.url, reason("packed", packing=other[:20]))
