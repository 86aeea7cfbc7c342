"""``--help`` explains every command and all that may be given to it, in the language of the session."""

import re

import pytest
import typer

from corpus.text.typography import FIXED, NARROW
from rag.cli import app, run
from rag.guide import GUIDE, PLACES
from rag.usage import name_of

COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PARAMS = [param for command in COMMANDS.values() for param in command.params]
OF_THE_PAGE = {"usage", "arguments", "options", "commands", "default", "--help", "depeche"}
PAGES = ([], *([name] for name in COMMANDS))
LOCALES = {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}


def page(
    words: list[str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setenv("LC_ALL", LOCALES[language])
    assert run([*words, "--help"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def unbroken(text: str) -> str:
    return " ".join(re.split(r"[ \n]+", text))


def test_all_that_may_be_typed_is_explained_and_nothing_else() -> None:
    assert {*COMMANDS, *map(name_of, PARAMS), *OF_THE_PAGE} == GUIDE.keys()


def test_all_that_stands_for_a_value_has_its_french_or_is_the_same() -> None:
    options = [param for param in PARAMS if param.param_type_name == "option" and not param.is_flag]
    places = {option.metavar for option in options} | {"COMMAND"}
    places |= {name_of(param) for param in PARAMS if param.param_type_name == "argument"}
    assert places - PLACES.keys() == {"N", "ID", "QUESTION", "auto|fr|en", "fr|en"}
    assert PLACES.keys() <= places


def test_no_two_rows_are_the_same_and_each_is_said_in_two_languages() -> None:
    rows = [*GUIDE.values(), *PLACES.values()]
    assert all(french != english for french, english in rows)
    assert len({english for _, english in rows}) == len(rows)


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words) or "depeche")
@pytest.mark.parametrize("language", LOCALES)
def test_a_page_says_each_thing_whole_and_in_one_language(
    words: list[str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = page(words, language, monkeypatch, capsys)
    keys = {name_of(param) for param in COMMANDS[words[0]].params} if words else set(COMMANDS)
    plain = unbroken(shown.replace(FIXED, " ").replace(NARROW, " "))
    for french, english in [GUIDE[key] for key in ("--help", *(words or ["depeche"]), *keys)]:
        said, unsaid = (french, english) if language == "fr" else (english, french)
        assert said in plain
        assert unsaid not in plain
    assert max(map(len, shown.splitlines())) <= 80
    assert (re.search(r" [?!;:%»]|« ", shown) is None) or language == "en"


def test_the_language_that_is_named_wins(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--help", "--lang=fr"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage{FIXED}: depeche ask [OPTIONS] QUESTION\n")


def test_a_page_names_values_and_defaults_in_its_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    french = page(["search"], "fr", monkeypatch, capsys)
    assert "depeche search [OPTIONS] REQUÊTE\n" in french
    assert "--since AAAA-MM-JJ " in french
    assert f"de 1 à 100. [par défaut{FIXED}: 10]\n" in french
    english = page(["search"], "en", monkeypatch, capsys)
    assert "--since YYYY-MM-DD " in english
    assert "1 to 100. [default: 10]\n" in english
    assert "[ID_ARTICLE]\n" in page(["summarize"], "fr", monkeypatch, capsys)
    assert "[OPTIONS] CHEMIN|URL…\n" in page(["add"], "fr", monkeypatch, capsys)
