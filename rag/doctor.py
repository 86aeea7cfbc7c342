"""The check-up: what is there, whether it holds, and what to do about what does not."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rag.errors import DepecheError

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.forms import Json


@dataclass(frozen=True, slots=True)
class Check:
    """One finding; ``detail`` says what was found, or what is wrong and its remedy."""

    name: str
    ok: bool
    detail: str

    def form(self) -> "Json":
        """The finding as a JSON object."""
        return asdict(self)

    def __str__(self) -> str:
        return f"{'ok  ' if self.ok else 'FAIL'} {self.name}: {self.detail}"


def examine(assistant: "Assistant") -> tuple[Check, ...]:
    """Checks of library, model, index and engine; none of them changes anything."""
    settings = assistant.settings
    checks = {
        "home": lambda: str(settings.home),
        "library": lambda: _library(assistant),
        "model": lambda: _model(assistant),
        "index": lambda: _index(assistant),
        "engine": lambda: assistant.facts().engine,
    }
    return tuple(_run(name, check) for name, check in checks.items())


def _run(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, True, check())
    except DepecheError as error:
        return Check(name, False, " ".join(str(error).split()))


def _library(assistant: "Assistant") -> str:
    library = assistant.library()
    good, bad = library.read_all()
    if bad:
        path, why = bad[0]
        raise DepecheError(f"{len(bad)} of {len(good) + len(bad)} files cannot be read, first {path}: {why}")
    return f"{len(good)} articles in {library.folder}"


def _model(assistant: "Assistant") -> str:
    embedder = assistant.embedder
    vector = embedder.embed_query("canari")
    return f"{embedder.fingerprint}, {len(vector)} dimensions"


def _index(assistant: "Assistant") -> str:
    facts = assistant.facts()
    return f"{facts.generation}: {facts.articles} articles, {facts.passages} passages, manifest verified"
