"""The guards of the address: other people's names are refused, and nobody is served by mistake."""

import asyncio
from typing import Any

import pytest
from fakes_ui import WordAssistant
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import UsageError
from rag.settings import Settings
from ui.headers import Message
from ui.hosts import KnownHosts, is_loopback, is_ours
from ui.launch import launch

NAMES = frozenset({"localhost", "desk.lan"})
OURS = ["localhost", "LOCALHOST:7860", "127.0.0.1", "127.0.0.1:80", "[::1]:7860", "192.168.1.7", "desk.lan"]
FOREIGN = [
    "evil.test", "evil.test:7860", "localhost.evil.test", "127.0.0.1.evil.test", "evil.test#127.0.0.1", "",
    "evil.test/127.0.0.1", "[", "127.0.0.1@evil.test", "0x7f.1",
]  # fmt: skip


@pytest.mark.parametrize("asked", OURS)
def test_an_address_or_a_name_of_ours_is_welcome(asked: str) -> None:
    assert is_ours(asked, NAMES)


@pytest.mark.parametrize("asked", FOREIGN)
def test_another_name_is_not(asked: str) -> None:
    assert not is_ours(asked, NAMES)


@given(st.text())
def test_no_host_breaks_the_guard(asked: str) -> None:
    assert is_ours(asked, NAMES) in (True, False)


async def _page(scope: Message, receive: Any, send: Any) -> None:  # noqa: ANN401
    await send({"type": "page"})


def _sent(kind: str, *hosts: bytes) -> list[Message]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {}

    scope: Message = {"type": kind, "headers": [(b"host", host) for host in hosts]}
    asyncio.run(KnownHosts(_page, "127.0.0.1")(scope, receive, send))
    return sent


def test_a_request_without_exactly_one_host_is_refused() -> None:
    assert _sent("http", b"localhost") == [{"type": "page"}]
    assert _sent("http")[0]["status"] == 400
    assert _sent("http", b"localhost", b"evil.test")[0]["status"] == 400
    assert _sent("websocket", b"evil.test") == [{"type": "websocket.close", "code": 1008}]
    assert _sent("lifespan") == [{"type": "page"}]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "desk.lan", ""])  # noqa: S104
def test_the_page_is_not_shown_to_others_by_mistake(host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(UsageError, match=r"127\.0\.0\.1 .*exposed=True"):
        launch(WordAssistant(), Settings(host=host, port=0), block=False)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_this_machine_is_no_other(host: str) -> None:
    assert is_loopback(host)
