"""Every test runs offline, with a home of its own and no setting of the machine's."""

import ipaddress
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from rag.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

for name in ("HF_HUB_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "TRANSFORMERS_OFFLINE"):
    os.environ[name] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["LANGSMITH_TRACING"] = "false"
# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


class NetworkRefusedError(RuntimeError):
    """A test tried to reach something beyond this machine."""


def _is_loopback(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0])
    try:
        return host in ("localhost", "") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:  # noqa: ANN401
        if not _is_loopback(address):
            raise NetworkRefusedError(f"the test was about to connect to {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401
        if host is not None and not _is_loopback((host if isinstance(host, str) else host.decode(), 0)):
            raise NetworkRefusedError(f"the test was about to look up {host}")
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty home, also named by ``DEPECHE_HOME``; nothing else is inherited, no language either."""
    for name in [name for name in os.environ if name.startswith("DEPECHE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = tmp_path / "home"
    monkeypatch.setenv("DEPECHE_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a home whose toy library is indexed, to be read only."""
    from toys_index import indexed

    return indexed(tmp_path_factory.mktemp("sound"))[0]


@pytest.fixture
def settings(sound: Settings, home: Path) -> Settings:
    """The settings of a copy of that home, to do with as a test likes."""
    from toys_index import copied

    return copied(sound, home)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a page over the articles of `fakes_ui`."""
    from served_ui import served

    with served() as address:
        yield address


@pytest.fixture
def own_site() -> Iterator[str]:
    """Another one, for a test that changes its library."""
    from served_ui import served

    with served() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests of a file."""
    from chromium_ui import started

    with started() as chromium:
        yield chromium
