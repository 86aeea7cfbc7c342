"""The check-up: what is there, whether it holds, and what to do about what does not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.article import Language
from corpus.wording import Line, plain
from rag.errors import DepecheError
from rag.lines import engine_called, told

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.forms import Json


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; ``detail`` says what was found, or what is wrong and its remedy."""

    name: str
    ok: bool
    detail: Line

    def form(self, language: Language) -> "Json":
        """The finding as a JSON object; scripts go by ``name`` and ``ok``, ``detail`` is in ``language``."""
        return {"name": self.name, "ok": self.ok, "detail": self.detail.said(language)}

    def said(self, language: Language) -> str:
        """The finding in one line."""
        key = "check_ok" if self.ok else "check_failed"
        return told(key, name=told(f"check_{self.name}"), detail=self.detail).said(language)


def examine(assistant: "Assistant") -> tuple[Check, ...]:
    """Checks of library, model, index and engine; none of them changes anything."""
    settings = assistant.settings
    checks = {
        "home": lambda: plain(str(settings.home)),
        "library": lambda: _library(assistant),
        "model": lambda: _model(assistant),
        "index": lambda: _index(assistant),
        "engine": lambda: engine_called(assistant.engine().name),
    }
    return tuple(_run(name, check) for name, check in checks.items())


def _run(name: str, check: Callable[[], Line]) -> Check:
    try:
        return Check(name, True, check())
    except DepecheError as error:
        return Check(name, False, error.line)


def _library(assistant: "Assistant") -> Line:
    library = assistant.library()
    good, bad = library.read_all()
    if bad:
        path, why = bad[0]
        total = len(good) + len(bad)
        raise DepecheError(told("library_unread", bad=len(bad), total=total, path=path, why=why))
    return told("library", articles=len(good), folder=library.folder)


def _model(assistant: "Assistant") -> Line:
    embedder = assistant.embedder
    dimension = len(embedder.embed_query("canari"))
    return told("model", fingerprint=embedder.fingerprint, dimension=dimension)


def _index(assistant: "Assistant") -> Line:
    facts = assistant.facts()
    behind = assistant.behind(assistant.library().read_all()[0])
    if not behind.idle:
        lacks = {"added": behind.added, "changed": behind.changed, "removed": behind.removed}
        raise DepecheError(told("index_behind", **lacks))
    return told("index", generation=facts.generation, articles=facts.articles, passages=facts.passages)
