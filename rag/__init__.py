"""How we answer: find passages, propose claims, check them, or abstain with a reason.

The names below are the public interface; each loads on first use, so importing this does nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.answer import (
        AddReport,
        Answer,
        Citation,
        Claim,
        Facts,
        Filters,
        Hit,
        IndexReport,
        Skipped,
        Turn,
        Update,
    )
    from rag.answering.reader import open_reader
    from rag.assistant import Assistant, open_assistant
    from rag.index.embedder import open_embedder
    from rag.settings import Settings

_HOMES = {
    "rag.answer": (
        "AddReport", "Answer", "Citation", "Claim", "Facts", "Filters", "Hit", "IndexReport", "Skipped",
        "Turn", "Update",
    ),
    "rag.answering.reader": ("open_reader",),
    "rag.assistant": ("Assistant", "open_assistant"),
    "rag.index.embedder": ("open_embedder",),
    "rag.settings": ("Settings",),
}  # fmt: skip

__all__ = [
    "AddReport",
    "Answer",
    "Assistant",
    "Citation",
    "Claim",
    "Facts",
    "Filters",
    "Hit",
    "IndexReport",
    "Settings",
    "Skipped",
    "Turn",
    "Update",
    "open_assistant",
    "open_embedder",
    "open_reader",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the name stands for)
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'rag' has no attribute {name!r}")
