"""The command that measures the answers; the evaluation itself loads only when it runs."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from rag.cli_options import Home, settings_of

Out = Annotated[Path | None, typer.Option("--out", help="Folder for JSON, Markdown, JUnit and HTML reports.")]
Sets = Annotated[
    Path | None, typer.Option("--set", help="Your own questions, about the articles of --home.")
]
Only = Annotated[list[str] | None, typer.Option("--only", help="Only this item; repeatable.")]
Category = Annotated[list[str] | None, typer.Option("--category", help="Only this category; repeatable.")]
Explain = Annotated[str | None, typer.Option("--explain", metavar="ID", help="Show how one item was judged.")]
Update = Annotated[bool, typer.Option("--update", help="Pin what was measured.")]
AllowRegression = Annotated[bool, typer.Option("--allow-regression", help="Let --update lower floors.")]
Pin = Annotated[bool, typer.Option("--pin", help="Store the hashes of the gold passages.")]
Mutants = Annotated[bool, typer.Option("--mutants", help="Falsify right answers; count what is noticed.")]


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
    """Measure the answers on the question set and hold them to their floors."""
    settings = settings_of(home)
    if mutants:
        raise typer.Exit(import_module("eval.mutants").evaluate(settings))
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
    )
    raise typer.Exit(code)
