"""The command that brings articles in: files, folders, pages of the web and feeds."""

import sys
from typing import Annotated

import typer

from corpus.text.typography import printable
from rag import forms, shown
from rag.answer import NEWEST
from rag.cli_options import AsJson, Home, Lang, assistant_of, emit, spoken
from rag.errors import UsageError
from rag.guide import place
from rag.lines import told
from rag.usage import whole

MOST_ITEMS = 1_000  # of one feed; the fetches of so many take an hour
_WIDTH = 72  # characters of a name that fit a terminal's line beside the count

Given = Annotated[list[str], typer.Argument(metavar="PATH|URL")]
Limit = Annotated[int, typer.Option("--limit", parser=whole("--limit"), metavar="N")]
AllowPrivate = Annotated[bool, typer.Option("--allow-private")]


def add(
    paths: Given,
    limit: Limit = NEWEST,
    allow_private: AllowPrivate = False,
    lang: Lang = "auto",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Report what was added and why the rest was not; with nothing but the rest it is bad input."""
    language = spoken(lang)
    if not all(paths):  # a variable of the shell that is not set; as a path it is the folder one is in
        raise UsageError(told("missing", what=place("PATH|URL"), command="depeche add"))
    if not 1 <= limit <= MOST_ITEMS:
        raise UsageError(told("items", n=limit, most=MOST_ITEMS))
    progress = Progress()
    try:
        report = assistant_of(home).add(paths, limit=limit, private=allow_private, begun=progress.begun)
    finally:
        progress.ended()
    emit(forms.add_form(report, language), shown.add_report(report, language), as_json=as_json)
    if report.skipped and not (report.added or report.changed or report.unchanged):
        raise typer.Exit(2)


class Progress:
    """What is being read, on one line of the terminal that errors go to; nothing where there is none."""

    def __init__(self) -> None:
        self._count, self._seen = 0, sys.stderr.isatty()

    def begun(self, name: str) -> None:
        """Show ``name`` in the place of the one before."""
        self._count += 1
        cut = name if len(name) <= _WIDTH else f"{name[: _WIDTH - 1]}…"
        self._write(f"{self._count} {printable(cut)}")

    def ended(self) -> None:
        """Leave an empty line to what follows."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._seen:
            typer.echo(f"\r\x1b[K{text}", nl=False, err=True)
