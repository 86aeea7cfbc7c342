"""The command that checks an exported conversation against the library."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.reasons import system_reason
from rag.cli_options import AsJson, Home, Lang, emit, settings_of, spoken
from rag.errors import UsageError
from rag.lines import told
from rag.settings import SAMPLE_ARTICLES


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    lang: Lang = "auto",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Print the citations that no longer hold; with any the exit code is 1."""
    from corpus.library import open_library
    from rag import export

    language = spoken(lang)
    settings = settings_of(home)
    form = _read(file)
    findings = export.verify(form, open_library(settings.library, SAMPLE_ARTICLES))
    total = export.citations_in(form)
    found = {"citations": total, "findings": [finding.form(language) for finding in findings]}
    fallen = sum(finding.fault != "not_vouched" for finding in findings)
    summary = told("held", held=total - fallen, total=total).said(language)
    lines = [finding.said(language) for finding in findings]
    emit(found, "\n".join([*lines, summary]), as_json=as_json)
    raise typer.Exit(1 if findings else 0)


def _read(file: Path) -> Any:  # noqa: ANN401  (export.verify tells whether it is an export)
    try:
        return json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise UsageError(told("export_read", file=file, why=system_reason(error))) from error
    except ValueError as error:
        raise UsageError(told("export_json", file=file)) from error
