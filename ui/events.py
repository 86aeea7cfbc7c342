"""What the page's events have in common: how quiet they are and what the browser tells with them."""

from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
TO_THE_BOX = "() => window.depeche.compose()"
Changes = tuple[Any, ...]


def told(event: gr.EventData, name: str) -> str:
    """What the browser says under ``name``, empty when it says nothing."""
    return str(event._data.get(name) or "")


def number(event: gr.EventData, name: str) -> int | None:
    """A whole number that the browser says under ``name``, None for anything else."""
    digits = told(event, name)
    return int(digits) if digits.isdecimal() else None
