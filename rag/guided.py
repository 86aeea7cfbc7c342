"""The page that ``--help`` shows: its layout is Click's, its words those of `rag.guide`."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from corpus.article import Language
from rag.guide import guided, place
from rag.usage import name_of


class _Guided:
    """A command that explains itself in the language that the context carries."""

    params: list[Any]

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  (Click's, which Typer hides)
        """Write the page: usage, what the command does, and what may be given to it."""
        language: Language = ctx.obj
        arguments = [param for param in self.params if param.param_type_name == "argument"]
        options = [param for param in self.params if param.param_type_name == "option"]
        commands: dict[str, Any] = getattr(self, "commands", {})
        pieces = [_value(argument, language) for argument in arguments]
        if commands:
            pieces = [place("COMMAND").said(language), "…"]
        usage = guided("usage").said(language)
        formatter.write_usage(ctx.command_path, " ".join(["[OPTIONS]", *pieces]), prefix=usage)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(guided(ctx.info_name).said(language))
        rows = {
            "arguments": [(_value(one, language), guided(name_of(one)).said(language)) for one in arguments],
            "options": [*(_option(one, language) for one in options), _row("--help", language)],
            "commands": [_row(name, language) for name in commands],
        }
        for title, table in rows.items():
            _write(formatter, guided(title).said(language), table)


class GuidedCommand(_Guided, TyperCommand):
    """One command."""


class GuidedGroup(_Guided, TyperGroup):
    """The program, whose page lists its commands."""


def _value(argument: Any, language: Language) -> str:  # noqa: ANN401
    name = place(name_of(argument)).said(language) + ("…" if argument.nargs < 0 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any, language: Language) -> tuple[str, str]:  # noqa: ANN401
    name, text = _row(name_of(option), language)
    if option.default not in (None, False):
        text = guided("default", text=guided(name), value=str(option.default)).said(language)
    return (name if option.is_flag else f"{name} {place(option.metavar).said(language)}"), text


def _row(key: str, language: Language) -> tuple[str, str]:
    return key, guided(key).said(language)


def _write(formatter: Any, title: str, table: list[tuple[str, str]]) -> None:  # noqa: ANN401
    if table:
        formatter.write_paragraph()
        formatter.write_text(title)
        with formatter.indentation():
            formatter.write_dl(table)
