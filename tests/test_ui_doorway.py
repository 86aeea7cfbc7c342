"""The first second: somebody answers at the address while the page is still being made."""

import asyncio
import subprocess
import sys
from threading import Event
from typing import Any

import pytest

from rag.errors import Unavailable
from ui.doorway import Doorway, page_of_patience
from ui.headers import HEADERS, Message
from ui.server import bound, serve, serve_beside


async def _asked(
    door: Doorway, path: str = "/", host: str = "localhost", method: str = "GET"
) -> list[Message]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    headers = [(b"host", host.encode()), (b"accept-language", b"fr")]
    scope = {"type": "http", "path": path, "method": method, "headers": headers}
    await door(scope, receive, send)
    return sent


def _answer(path: str = "/", host: str = "localhost", method: str = "GET") -> tuple[int, dict[Any, Any], str]:
    begun, told = asyncio.run(_asked(Doorway(lambda: None, "127.0.0.1"), path, host, method))
    return begun["status"], dict(begun["headers"]), told["body"].decode()


def test_whoever_comes_early_is_asked_for_patience_in_their_language() -> None:
    status, headers, body = _answer()
    assert (status, headers[b"retry-after"], headers[b"cache-control"]) == (200, b"1", b"no-store")
    assert body == page_of_patience("fr")
    assert '<html lang="fr">' in body
    assert "préparation des modèles…" in body
    assert HEADERS[0] in headers.items()
    assert _answer(method="HEAD")[2] == ""


def test_what_is_not_the_page_is_to_be_tried_again() -> None:
    assert _answer("/config")[0] == 503


def test_early_too_only_our_own_names_are_answered() -> None:
    assert _answer(host="evil.test")[0] == 400


def test_a_page_that_cannot_be_made_ends_the_serving_with_its_reason() -> None:
    def build() -> None:
        raise Unavailable("no page; make one")

    for served in (serve, serve_beside):
        with pytest.raises(Unavailable, match="no page"):
            served(Doorway(build, "127.0.0.1"), bound("127.0.0.1", 0))


def test_the_door_is_there_without_gradio() -> None:
    code = "import sys, ui.launch\nprint({'gradio', 'fastapi', 'chromadb'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_nobody_waits_for_a_building_to_be_answered() -> None:
    going = Event()

    async def early() -> list[Message]:
        door = Doorway(going.wait, "127.0.0.1")
        mail: asyncio.Queue[Message] = asyncio.Queue()
        mail.put_nowait({"type": "lifespan.startup"})

        async def send(message: Message) -> None:
            assert message["type"] == "lifespan.startup.complete"

        life = asyncio.create_task(door._live(mail.get, send))
        await asyncio.sleep(0)
        told = await _asked(door)
        going.set()
        with pytest.raises(AttributeError):  # True is no site
            await life
        return told

    assert asyncio.run(early())[0]["status"] == 200
