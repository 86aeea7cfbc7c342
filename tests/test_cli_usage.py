"""A command that Click refuses is told what is wrong in the language of the session, with a remedy."""

import pytest

from rag.cli import run

NBSP, NARROW = "\u00a0", "\u202f"
HELP = f"voyez «{NBSP}depeche {{}} --help{NBSP}»"
MISSING = f"il manque {{}}{NARROW}; "
UNKNOWN = f"l’option {{}} n’existe pas{NARROW}; "
CASES = (
    (["ask"], "QUESTION is missing; see: depeche ask", MISSING.format("QUESTION") + HELP.format("ask")),
    (
        ["verify"],
        "FILE is missing; see: depeche verify --help",
        MISSING.format("FICHIER") + HELP.format("verify"),
    ),
    (["timeline"], "TOPIC is missing", MISSING.format("SUJET") + HELP.format("timeline")),
    (["add", ""], "PATH|URL is missing; see: depeche add", MISSING.format("CHEMIN|URL") + HELP.format("add")),
    (["add"], "PATH|URL is missing; see: depeche add", MISSING.format("CHEMIN|URL") + HELP.format("add")),
    (["--nope"], "there is no option --nope; see: depeche --help", f"«{NBSP}depeche --help{NBSP}»"),
    (["ask", "who?", "-z"], "no option -z; see: depeche ask", UNKNOWN.format("-z") + HELP.format("ask")),
    (["index", "--quite"], "no option --quite; try --quiet", UNKNOWN.format("--quite") + "essayez --quiet"),
    (
        ["ask", "who?", "--since"],
        "option --since needs a value; see: depeche ask --help",
        f"l’option --since attend une valeur{NARROW}; " + HELP.format("ask"),
    ),
    (
        ["ask", "who?", "--json=1"],
        "option --json takes no value; write it alone",
        f"l’option --json ne prend pas de valeur{NARROW}; écrivez-la seule",
    ),
    (["nonsense"], "no command “nonsense”; see: depeche --help", f"«{NBSP}nonsense{NBSP}» n’existe pas"),
    (["serach", "x"], "no command “serach”; try: depeche search", f"essayez «{NBSP}depeche search{NBSP}»"),
    (["ask", "who", "won?"], "a word too many; put what has spaces", "il y a un mot de trop"),
    (["search", "x", "-k", "ten"], "“ten” is not a whole number; try 7", f"-k «{NBSP}ten{NBSP}» n’est pas"),
    (["search", "x", "-k", "0"], "0 passages; ask for 1 to 100", f"0 passages{NARROW}; demandez-en"),
    (["search", "x", "-k", "101"], "101 passages; ask for 1 to 100", "demandez-en de 1 à 100"),
    (["ui", "--port", "http"], "--port “http” is not a whole number", f"«{NBSP}http{NBSP}» n’est pas"),
    (["briefing", "--days", "1.5"], "--days “1.5” is not a whole number", f"«{NBSP}1.5{NBSP}» n’est pas"),
    (["summarize", "a", "--sentences", ""], "--sentences “” is not a whole number", "--sentences «"),
)  # fmt: skip


@pytest.mark.parametrize(("arguments", "english", "french"), CASES, ids=lambda value: str(value)[:40])
def test_a_refused_command_is_told_why_in_one_line_of_either_language(
    arguments: list[str],
    english: str,
    french: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for locale, said in (("en_GB.UTF-8", english), ("fr_FR.UTF-8", french)):
        monkeypatch.setenv("LC_ALL", locale)
        assert run(arguments) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith("depeche: ")
        assert printed.err.count("\n") == 1
        assert said in printed.err


def test_the_language_that_a_refused_command_names_wins(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--lang", "fr"]) == 2
    assert "il manque QUESTION" in capsys.readouterr().err


def test_a_command_without_anything_shows_how_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    printed = capsys.readouterr()
    assert "\n  ask " in printed.out
    assert printed.err == ""


def test_numbers_are_read_wherever_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["briefing", "--days", "999"]) == 2
    assert "999 days" in capsys.readouterr().err
    assert run(["summarize", "a", "--sentences", "21"]) == 2
    assert "21 sentences" in capsys.readouterr().err
