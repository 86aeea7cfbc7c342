"""The whole path works without a network: no interface is up, so native code cannot reach out either."""

import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CLI = (sys.executable, "-m", "rag.cli")


def _without_network() -> tuple[str, ...]:
    """The prefix that runs a command in a network namespace of its own, where this system allows one."""
    for prefix in (("unshare", "-n"), ("unshare", "-r", "-n")):
        if shutil.which(prefix[0]) and subprocess.run([*prefix, "true"], capture_output=True).returncode == 0:
            return prefix
    pytest.skip("this system lends no network namespace (unshare -n)")


def test_index_and_ask_need_no_network_at_all(home: Path) -> None:
    alone = _without_network()
    subprocess.run([*alone, *CLI, "index", "--home", str(home)], check=True, capture_output=True)
    asked = [*alone, *CLI, "ask", "Qui a racheté Credit Suisse ?", "--json", "--home", str(home)]
    done = subprocess.run(asked, check=True, capture_output=True, text=True)
    answer = json.loads(done.stdout)
    assert answer["status"] == "answered"
    assert "UBS" in answer["text"]


def test_the_namespace_is_really_cut_off() -> None:
    alone = _without_network()
    listening = socket.create_server(("127.0.0.1", 0))
    reach = f"import socket; socket.create_connection(('127.0.0.1', {listening.getsockname()[1]}), 2)"
    with listening:
        assert subprocess.run([*alone, sys.executable, "-c", reach], capture_output=True).returncode != 0
        assert subprocess.run([sys.executable, "-c", reach], capture_output=True).returncode == 0


def test_a_test_that_reaches_out_is_stopped() -> None:
    from conftest import NetworkRefusedError

    with pytest.raises(NetworkRefusedError, match="look up example"):
        socket.create_connection(("example.org", 80), timeout=1)
    with socket.socket() as outward, pytest.raises(NetworkRefusedError, match="connect"):
        outward.connect(("192.0.2.1", 80))
