"""Settings come from the environment, the command line wins, and nonsense is told with a remedy."""

from pathlib import Path

import pytest

from rag.errors import UsageError
from rag.settings import Settings


def test_what_is_unset_keeps_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEPECHE_HOME")
    settings = Settings.from_env()
    assert (settings.host, settings.port, settings.llm, settings.chroma) == ("127.0.0.1", 7860, "", "")
    assert settings.home.name == "depeche"


def test_every_setting_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    values = {
        "HOME": str(tmp_path), "EMBEDDER": "some/model", "LLM": "ollama:qwen3:4b", "PORT": "8000",
        "LLM_BASE_URL": "http://127.0.0.1:1/v1", "CHROMA": "http://127.0.0.1:2", "HOST": "::1", "DEBUG": "1",
    }  # fmt: skip
    for name, value in values.items():
        monkeypatch.setenv(f"DEPECHE_{name}", value)
    assert Settings.from_env() == Settings(
        tmp_path,
        "some/model",
        "ollama:qwen3:4b",
        "http://127.0.0.1:1/v1",
        "http://127.0.0.1:2",
        "::1",
        8000,
        True,
    )


def test_the_home_may_start_at_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPECHE_HOME", "~/news")
    assert Settings.from_env().home == Path.home() / "news"


def test_library_and_index_live_in_the_home(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert (settings.library, settings.index) == (tmp_path / "library", tmp_path / "index")


def test_options_win_and_what_is_not_given_stays(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, port=1).with_options(port=0)
    assert (settings.home, settings.port) == (tmp_path, 0)


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("LLM", "gpt", "ollama:qwen3:4b"),
        ("CHROMA", "localhost:8000", "http://127.0.0.1:8000"),
        ("PORT", "web", "7860"),
        ("PORT", "70000", "7860"),
    ],
)
def test_nonsense_is_told_with_a_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, remedy: str
) -> None:
    monkeypatch.setenv(f"DEPECHE_{name}", value)
    with pytest.raises(UsageError, match=remedy):
        Settings.from_env()
