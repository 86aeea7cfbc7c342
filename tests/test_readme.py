"""The README says what is true: its commands exist, its options are known, its links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from rag.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
BLOCKS = "\n".join(re.findall(r"```(?:sh|python)\n(.*?)```", README, re.DOTALL))
CODE = re.sub(r"#.*", "", BLOCKS) + "\n".join(re.findall(r"`([^`\n]+)`", README))
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def depeche_lines() -> list[list[str]]:
    calls = [re.search(r"(?:^|&& |\" )(depeche \w.*)", line) for line in CODE.splitlines()]
    return [shlex.split(call.group(1)) for call in calls if call]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", CODE))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_two_commands_are_there() -> None:
    assert {"run", "test"} <= set(re.findall(r"\bmake ([a-z]+)", CODE))


@pytest.mark.parametrize("words", depeche_lines(), ids=" ".join)
def test_every_depeche_line_uses_commands_and_options_that_exist(words: list[str]) -> None:
    command = COMMANDS[words[1]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words[2:] if word.startswith("-")} <= known


def test_every_command_of_the_contract_exists() -> None:
    asked = {"ask", "search", "summarize", "timeline", "briefing", "chat", "ui"}
    assert asked | {"add", "index", "eval", "doctor", "rebuild"} <= COMMANDS.keys()


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_extras_named_are_offered() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for extra in re.findall(r'-e "\.\[(\w+)\]"', README):
        assert re.search(rf"^{extra} = \[", pyproject, re.MULTILINE)


def test_the_python_example_runs(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import rag

    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    rag.open_assistant(rag.Settings(home=home)).sync()
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  (our own README)
    assert capsys.readouterr().out.strip()
