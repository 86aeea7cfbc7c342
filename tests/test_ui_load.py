"""Many readers at once: each sees the answers to its own questions and nobody else's, or is told to wait."""

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fakes_ui import SAFES, safe_of
from served_ui import served

from ui.page import READERS, WAITING

ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


@pytest.fixture
def page() -> Iterator[str]:
    """The address of a page over one article for each reader, one paragraph for each question."""
    with served("safes") as address:
        yield address


class Tab:
    """One reader's tab, as the browser speaks to the page."""

    def __init__(self, page: str, name: str) -> None:
        self._api, self._name = f"{page}/gradio_api", name
        config = json.loads(_get(f"{page}/config"))
        places = {one["props"].get("elem_id"): one["id"] for one in config["components"]}
        answers = [places["past"], places["latest"]]
        for one in config["dependencies"]:
            if one["targets"] == [[places["box"], "submit"]]:
                self._submit = one["id"]
            if one["targets"] == [[places["language"], "input"]] and one["outputs"] == answers:
                self._speak = one["id"]

    def join(self, event: int, *data: str | None) -> int:
        """Puts an event in the queue, or does not; None stands for what the server keeps of this tab."""
        body = {"data": data, "fn_index": event, "session_hash": self._name}
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self._api}/queue/join", json.dumps(body).encode(), kind)  # noqa: S310
        try:
            _get(request)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        return 200

    def put(self, question: str) -> int:
        """Asks without waiting for the answer; the status of the request."""
        return self.join(self._submit, question, None, "fr", "auto", None)

    def latest(self) -> str:
        """The whole exchange that was asked last, as the page shows it."""
        return str(self._last()[1])

    def conversation(self) -> str:
        """All that this tab was answered, as the page shows it anew in another language."""
        self.join(self._speak, "en", None)
        return "".join(self._last())

    def _last(self) -> list[Any]:
        told = _get(f"{self._api}/queue/data?session_hash={self._name}")
        messages = [json.loads(line[6:]) for line in told.splitlines() if line.startswith("data: ")]
        (done,) = (one for one in messages if one["msg"] == "process_completed")
        assert done["success"], done
        data: list[Any] = done["output"]["data"]
        return data


def _get(request: Any) -> str:  # noqa: ANN401  (an address or a request)
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return str(answer.read().decode())


def _cited(html: str) -> list[str]:
    """The safes that are cited in what a reader sees, in order."""
    return re.findall(r"<mark[^>]*>Le (coffre-\d+-\d+) ", html)


def test_twenty_readers_ask_twenty_questions_each_and_see_their_own_answers_only(page: str) -> None:
    def visit(reader: int) -> None:
        tab = Tab(page, f"tab{reader}")
        for place in range(SAFES):
            assert tab.put(f"Que dit-on du {safe_of(reader, place)} ?") == 200
            shown = tab.latest()
            assert 'class="verified"' in shown
            assert _cited(shown) == [f"coffre-{reader}-{place}"]
        whole = tab.conversation()
        assert _cited(whole) == [f"coffre-{reader}-{place}" for place in range(SAFES)]
        assert set(re.findall(r"coffre-(\d+)-", whole)) == {str(reader)}

    with ThreadPoolExecutor(SAFES) as readers:
        assert list(readers.map(visit, range(SAFES))) == [None] * SAFES


def test_the_queue_has_an_end_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    sign = tmp_path / "go"
    with served("late", str(sign)) as page:
        tabs = [Tab(page, f"tab{n}") for n in range(2)]
        taken = [tabs[0].put(ASKED) for _ in range(READERS + WAITING + 1)]
        assert WAITING <= taken.index(503) <= READERS + WAITING
        sign.touch()
        while tabs[1].put(ASKED) == 503:
            time.sleep(0.1)
        assert 'class="verified"' in tabs[1].latest()
