"""The endpoints that scripts may call, called as scripts do: with `gradio_client`, and by hand."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from fakes_ui import WordAssistant
from served_ui import served

from rag.forms import answer_form, search_form

ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"
# In a process of its own: the client leaves threads and sockets open. Unless told not to, it calls home.
CALL = (
    "import json, sys\nfrom gradio_client import Client\n"
    "client = Client(sys.argv[1], verbose=False, analytics_enabled=False)\n"
    "try:\n    said = client.predict(**json.loads(sys.argv[3]), api_name=sys.argv[2])\n"
    "except Exception as error:\n    said = str(error)\n"
    "print(json.dumps(said))\nclient.close()\n"
)


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    """The address of a page over the articles of `fakes_ui`."""
    with served() as address:
        yield address


def _called(page: str, name: str, **values: Any) -> Any:  # noqa: ANN401
    command = [sys.executable, "-X", "utf8", "-c", CALL, page, f"/{name}", json.dumps(values)]
    environment = {"PATH": "", "GRADIO_ANALYTICS_ENABLED": "False"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100, env=environment)
    return json.loads(done.stdout)


def _info(page: str) -> Any:  # noqa: ANN401
    with urllib.request.urlopen(f"{page}/gradio_api/info", timeout=20) as answer:  # noqa: S310
        return json.load(answer)


def test_few_endpoints_are_public_and_each_says_what_it_gives(page: str) -> None:
    info = _info(page)
    named = info["named_endpoints"]
    assert {name: [one["parameter_name"] for one in said["parameters"]] for name, said in named.items()} == {
        "/ask": ["question", "lang"],
        "/search": ["query", "k"],
        "/articles": [],
    }
    assert info["unnamed_endpoints"] == {}
    assert "depeche ask --json" in named["/ask"]["description"]
    assert "depeche search --json" in named["/search"]["description"]
    assert "id, title, source" in named["/articles"]["description"]


def test_a_client_gets_the_answer_of_the_command_line(page: str) -> None:
    assert _called(page, "ask", question=ASKED, lang="fr") == answer_form(
        WordAssistant().ask(ASKED, language="fr")
    )


def test_a_client_searches_and_lists_the_articles(page: str) -> None:
    hits = WordAssistant().search(ASKED, k=2)
    assert _called(page, "search", query=ASKED, k=2) == search_form(ASKED, hits)
    listed = _called(page, "articles")
    assert [one["id"] for one in listed] == ["hostile-fr", "minsk-en", "minsk-fr"]
    assert listed[2] == {
        "id": "minsk-fr",
        "title": "Visite à Minsk",
        "source": "Dépêche",
        "published": "2022-12-19",
        "language": "fr",
        "url": "https://example.org/minsk?a=1&b=2",
        "paragraphs": 3,
    }


@pytest.mark.parametrize(
    ("name", "values", "why"),
    [
        ("ask", {"question": ASKED, "lang": "de"}, "lang “de” is not auto, fr or en"),
        ("ask", {"question": "?"}, "no word in the question “?”; ask in words"),
        ("ask", {"question": "?", "lang": "fr"}, "aucun mot dans la question «\u00a0?\u00a0»"),
        ("search", {"query": ASKED, "k": 0}, "0 passages; ask for 1 to 100"),
    ],
)
def test_a_client_that_asks_nonsense_is_told_why(
    page: str, name: str, values: dict[str, Any], why: str
) -> None:
    assert why in _called(page, name, **values)
