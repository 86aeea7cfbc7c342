"""Every fault that grounding finds has a French, which keeps what is found fault with."""

import ast
import inspect
from collections.abc import Iterator
from types import ModuleType

import pytest

from eval.grounds import ground
from rag.answering import grounding, polarity


def reasons(module: ModuleType) -> Iterator[str]:
    """The sentences that ``module`` finds fault with, « X » in the place of what it is found with."""
    tree = ast.parse(inspect.getsource(module))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    documented = {ast.get_docstring(node, clean=False) for node in functions}
    inside = [node for function in functions for node in ast.walk(function)]
    joined = [node for node in inside if isinstance(node, ast.JoinedStr)]
    parts = {part for node in joined for part in ast.walk(node) if part is not node}
    for node in inside:
        if isinstance(node, ast.JoinedStr) and node not in parts:
            told = (part.value if isinstance(part, ast.Constant) else "« X »" for part in node.values)
            yield "".join(map(str, told))
        elif isinstance(node, ast.Constant) and node not in parts and node.value not in documented:
            yield str(node.value)


SAID = sorted({why for module in (grounding, polarity) for why in reasons(module) if why.count(" ") > 2})


def test_faults_are_found_in_the_source() -> None:
    assert "« X » is not in the passage" in SAID
    assert len(SAID) > 15


@pytest.mark.parametrize("why", SAID)
def test_a_fault_has_a_french(why: str) -> None:
    said = ground(why)
    assert said.english == why
    assert said.french != why
    assert ("« X »" in said.french) == ("« X »" in why)
