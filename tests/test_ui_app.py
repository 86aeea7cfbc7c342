"""The app as it is served: guarded headers, limits, nothing beyond this machine."""

import json
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from served_ui import served

from ui.adding import HARD_LIMIT_MB
from ui.headers import HEADERS


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    """The address of a page, started where the environment names a proxy that is dead."""
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
                patch.setenv(name, "http://127.0.0.1:9")
            address = stack.enter_context(served())
        yield address


def _get(url: str) -> tuple[dict[str, str], str]:
    with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310
        return {name.lower(): value for name, value in answer.headers.items()}, answer.read().decode()


@pytest.mark.parametrize("path", ["/", "/config", "/gradio_api/info", "/nothing-here"])
def test_every_response_carries_the_guards(page: str, path: str) -> None:
    try:
        headers, _ = _get(page + path)
    except urllib.error.HTTPError as error:
        headers = {name.lower(): value for name, value in error.headers.items()}
        error.close()
    for name, value in HEADERS:
        assert headers[name.decode()] == value.decode()


@pytest.mark.parametrize("host", ["evil.test", "evil.test:7860", "127.0.0.1.evil.test"])
def test_a_name_that_others_point_at_this_machine_is_refused(page: str, host: str) -> None:
    request = urllib.request.Request(f"{page}/config", headers={"Host": host})  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(request, timeout=20)  # noqa: S310
    assert refusal.value.code == 400
    assert refusal.value.headers["x-content-type-options"] == "nosniff"
    refusal.value.close()


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "[::1]:7860"])
def test_an_address_is_answered(page: str, host: str) -> None:
    request = urllib.request.Request(f"{page}/config", headers={"Host": host})  # noqa: S310
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
        assert answer.status == 200


def test_whoever_wants_to_be_seen_by_others_can_be() -> None:
    said = _in_another_process(
        "from urllib.request import ProxyHandler, build_opener\n"
        "from rag.settings import Settings\nfrom ui.launch import launch\n"
        "page = launch(WordAssistant(), Settings(host='0.0.0.0', port=0), block=False, exposed=True)\n"
        "at = page.url.replace('0.0.0.0', '127.0.0.1')\n"
        "status = build_opener(ProxyHandler({})).open(at).status\npage.close()\nprint(status)\n"
    )
    assert said == "200"


def test_files_of_the_machine_are_not_served(page: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refusal:
        _get(f"{page}/gradio_api/file=/etc/passwd")
    assert refusal.value.code == 403
    refusal.value.close()


def test_the_page_knows_its_limits_and_keeps_no_history(page: str) -> None:
    config = json.loads(_get(f"{page}/config")[1])
    assert config["max_file_size"] == HARD_LIMIT_MB << 20
    assert config["run_history"] is False
    assert config["analytics_enabled"] is False


def _in_another_process(code: str) -> str:
    ready = "import sys\nsys.path[:0] = ['.', 'tests']\nfrom fakes_ui import WordAssistant\n" + code
    command = [sys.executable, "-X", "utf8", "-c", ready]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100)
    return done.stdout.strip()


def test_the_address_is_told_once_it_is_ours() -> None:
    said = _in_another_process(
        "from rag.settings import Settings\nfrom ui.launch import launch\n"
        "page = launch(WordAssistant(), Settings(port=0), block=False, told=print)\n"
        "print(page.url)\npage.close()\n"
    )
    first, second = said.splitlines()
    assert first == second
    assert first.startswith("http://127.0.0.1:")


def test_a_taken_port_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        said = _in_another_process(
            "from rag.errors import Unavailable\nfrom rag.settings import Settings\n"
            "from ui.launch import launch\n"
            f"try:\n    launch(WordAssistant(), Settings(port={port}), block=False, told=print)\n"
            "except Unavailable as error:\n    print(error)\n"
        )
    assert said == f"the page cannot be served on 127.0.0.1:{port}; try another --port"


def test_serving_the_page_reaches_for_nobody() -> None:
    said = _in_another_process(
        "import os, socket\nos.environ.pop('GRADIO_ANALYTICS_ENABLED', None)\nreached = []\n"
        "connect, find = socket.socket.connect, socket.getaddrinfo\n"
        "socket.socket.connect = lambda self, to: (reached.append(to[0]), connect(self, to))[1]\n"
        "socket.getaddrinfo = lambda at, *some, **more: (reached.append(at), find(at, *some, **more))[1]\n"
        "from urllib.request import ProxyHandler, build_opener\n"
        "from rag.settings import Settings\nfrom ui.launch import launch\n"
        "assistant = WordAssistant()\npage = launch(assistant, Settings(port=0), block=False)\n"
        "status = build_opener(ProxyHandler({})).open(page.url).status\npage.close()\n"
        "print(status, set(reached))\n"
    )
    assert said == "200 {'127.0.0.1'}"


def test_the_queue_has_an_end() -> None:
    said = _in_another_process(
        "from ui.app import build_app\nprint(build_app(WordAssistant())._queue.max_size)"
    )
    assert int(said) == 64


def test_leaving_while_a_tab_is_open_is_quiet() -> None:
    with served() as address:
        tab = urllib.request.urlopen(f"{address}/gradio_api/heartbeat/tab", timeout=20)  # noqa: S310
        assert tab.readline()
    tab.close()
