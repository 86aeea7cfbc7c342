"""The command that checks an exported conversation against the library."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from rag.errors import UsageError
from rag.settings import SAMPLE_ARTICLES, Settings


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A conversation exported as JSON.")],
    home: Annotated[Path | None, typer.Option("--home", help="Folder of library and index.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object on stdout and nothing else.")
    ] = False,
) -> None:
    """Check every citation of an exported conversation against the library."""
    from corpus.library import open_library
    from rag import export

    settings = Settings.from_env().with_options(home=home)
    form = _read(file)
    findings = export.verify(form, open_library(settings.library, SAMPLE_ARTICLES))
    total = export.citations_in(form)
    if as_json:
        found = {"citations": total, "findings": [finding.form() for finding in findings]}
        typer.echo(json.dumps(found, ensure_ascii=False))
    else:
        summary = f"{total - len(findings)} of {total} citations hold"
        typer.echo("\n".join([*map(str, findings), summary]))
    raise typer.Exit(1 if findings else 0)


def _read(file: Path) -> Any:  # noqa: ANN401  (export.verify tells whether it is an export)
    try:
        return json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}; give an exported .json file") from error
    except ValueError as error:
        raise UsageError(f"{file} is not JSON; give a conversation exported as JSON") from error
