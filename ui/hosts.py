"""Which names the page answers to, and where it may listen: the guards against other people's pages.

A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding) and then read what we serve,
but the request still carries that name. An IP address in its place cannot be pointed anywhere.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from rag.errors import UsageError
from rag.lines import told
from ui.headers import App, Message, Receive, Send

_REFUSAL = b"This page answers only to its own address, not to the name in the request.\n"


class KnownHosts:
    """ASGI middleware that answers 400 to a request for a name that is not one of ours."""

    def __init__(self, app: App, host: str) -> None:
        """``host`` is the one that the page is served on; see `is_ours` for the others."""
        self._app = app
        self._names = frozenset({"localhost", host.casefold()})

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Passes the request on when its Host is ours; what is no request goes through."""
        if scope["type"] == "lifespan" or self._welcomes(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            headers = [(b"content-type", b"text/plain; charset=utf-8")]
            await send({"type": "http.response.start", "status": 400, "headers": headers})
            await send({"type": "http.response.body", "body": _REFUSAL})

    def _welcomes(self, scope: Message) -> bool:
        asked = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        return len(asked) == 1 and is_ours(asked[0], self._names)


def is_ours(asked: str, names: frozenset[str]) -> bool:
    """Whether a Host header, with or without a port, is an IP address or one of ``names``."""
    try:
        host = urlsplit(f"//{asked}").hostname or ""
    except ValueError:
        return False
    return host in names or _is_address(host)


def check_host(host: str, *, exposed: bool) -> None:
    """Lets the page be served on this machine only, unless ``exposed`` says that others may see it.

    :raises UsageError: ``host`` is not a loopback address and ``exposed`` is not set.
    """
    if not exposed and not is_loopback(host):
        raise UsageError(told("exposed", host=host))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``; a name other than localhost may be anybody's."""
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
