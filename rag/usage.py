"""What Click and Typer find wrong with a command, in the words of the house.

Click's errors are English text. They are told apart by the names of their classes, which Typer's own copy of
Click and Click itself share, and never by their words.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from corpus.wording import Line
from rag.errors import UsageError
from rag.guide import place
from rag.lines import told


def is_misuse(error: Exception) -> bool:
    """Whether ``error`` is one of Click's."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def name_of(param: Any) -> str:  # noqa: ANN401  (one of Click's)
    """What is typed for a parameter: the option, or what stands for the argument."""
    if param.param_type_name == "option":
        return str(param.opts[0])
    return str(param.metavar or param.name.upper())


def misuse(error: Any, arguments: Sequence[str]) -> Line:  # noqa: ANN401  (one of Click's)
    """What is wrong with the ``arguments`` that Click refused with ``error``, and what to do about it."""
    first = next(iter(arguments), "-")
    command = "depeche" if first.startswith("-") else f"depeche {first}"
    kind = type(error).__name__
    if kind == "MissingParameter":
        return told("missing", what=place(name_of(error.param)), command=command)
    if kind == "NoSuchOption":
        name, near = error.option_name, error.possibilities
        if near:
            return told("option_near", name=name, near=near[0])
        return told("option_unknown", name=name, command=command)
    if kind == "BadOptionUsage":
        full = any(one.startswith(f"{error.option_name}=") for one in arguments)
        return told("option_full" if full else "option_bare", option=error.option_name, command=command)
    if kind == "UsageError" and error.ctx is not None:
        commands = getattr(error.ctx.command, "commands", None)  # only the whole program has any
        return told("extra", command=command) if commands is None else _unknown_command(first, commands)
    return told("misused", command=command)


def _unknown_command(name: str, known: Iterable[str]) -> Line:
    near = get_close_matches(name, list(known), n=1)
    return told("command_near", name=name, near=near[0]) if near else told("command_unknown", name=name)


def whole(option: str) -> Callable[[str], int]:
    """The parser of an ``option`` whose value is a whole number; it raises `UsageError` for any other."""

    def parsed(value: str) -> int:
        try:
            return int(value)
        except ValueError:
            raise UsageError(told("whole", option=option, value=value)) from None

    return parsed
