"""The command that measures the answers; the evaluation itself loads only when it runs."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from rag.cli_options import Home, settings_of
from rag.settings import terminal_language

Out = Annotated[Path | None, typer.Option("--out", metavar="DIR")]
Sets = Annotated[Path | None, typer.Option("--set", metavar="FILE")]
Only = Annotated[list[str] | None, typer.Option("--only", metavar="ID")]
Category = Annotated[list[str] | None, typer.Option("--category", metavar="NAME")]
Explain = Annotated[str | None, typer.Option("--explain", metavar="ID")]
Update = Annotated[bool, typer.Option("--update")]
AllowRegression = Annotated[bool, typer.Option("--allow-regression")]
Pin = Annotated[bool, typer.Option("--pin")]
Mutants = Annotated[bool, typer.Option("--mutants")]


def evaluate(
    out: Out = None,
    sets: Sets = None,
    only: Only = None,
    category: Category = None,
    explain: Explain = None,
    update: Update = False,
    allow_regression: AllowRegression = False,
    pin: Pin = False,
    mutants: Mutants = False,
    home: Home = None,
) -> None:
    """Leave with the exit code of the evaluation."""
    settings, language = settings_of(home), terminal_language()
    if mutants:
        raise typer.Exit(import_module("eval.mutants").evaluate(settings, language=language))
    code = import_module("eval.main").evaluate(
        settings,
        out=out,
        sets=sets,
        only=tuple(only or ()),
        category=tuple(category or ()),
        explain=explain,
        update=update,
        allow_regression=allow_regression,
        pin=pin,
        language=language,
    )
    raise typer.Exit(code)
