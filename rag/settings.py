"""The settings: the only place that reads the environment."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

import platformdirs

from corpus.article import Language
from rag.errors import UsageError
from rag.lines import told

BUNDLED_ENCODER = Path(__file__).parent / "models" / "encoder"
BUNDLED_READER = Path(__file__).parent / "models" / "reader"
SAMPLE_ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"


def terminal_language() -> Language:
    """French where the terminal's locale is, else English; POSIX lets the first variable that is set win."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "fr" if locale.startswith("fr") else "en"


def _default_home() -> Path:
    return Path(platformdirs.user_data_dir("depeche", appauthor=False))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may choose; each field says why it exists.

    :raises UsageError: a value that makes no sense.
    """

    home: Path = field(default_factory=_default_home)  # two libraries on one machine
    embedder: str = ""  # any sentence-transformers id or folder instead of the bundled encoder
    llm: str = ""  # "provider:model"; empty: the extractive engine, nothing is contacted
    llm_base_url: str = ""  # any OpenAI-compatible server
    chroma: str = ""  # "http://host:port" of a Chroma server instead of the embedded one
    host: str = "127.0.0.1"  # the UI's address
    port: int = 7860  # the UI's port
    debug: bool = False  # tracebacks instead of one-line errors

    def __post_init__(self) -> None:
        if self.llm and ":" not in self.llm:
            raise UsageError(told("llm", value=self.llm, example="ollama:qwen3:4b"))
        if self.chroma and not self.chroma.startswith(("http://", "https://")):
            raise UsageError(told("chroma", value=self.chroma, example="http://127.0.0.1:8000"))
        if not 0 <= self.port <= 65535:
            raise UsageError(told("port", value=str(self.port)))

    @property
    def library(self) -> Path:
        """The folder of the user's articles, one Markdown file each."""
        return self.home / "library"

    @property
    def index(self) -> Path:
        """The folder of index generations."""
        return self.home / "index"

    def with_options(
        self, *, home: Path | None = None, host: str | None = None, port: int | None = None
    ) -> "Settings":
        """These settings with the command line's options on top; None leaves a field as it is."""
        options = {"home": home and home.expanduser(), "host": host, "port": port}
        return replace(self, **{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]

    @classmethod
    def from_env(cls) -> "Settings":
        """Settings from ``DEPECHE_*`` variables; what is unset keeps its default."""
        env = os.environ
        port = env.get("DEPECHE_PORT", "7860")
        if not port.isdecimal():
            raise UsageError(told("port_text", value=port))
        return cls(
            home=Path(env["DEPECHE_HOME"]).expanduser() if env.get("DEPECHE_HOME") else _default_home(),
            embedder=env.get("DEPECHE_EMBEDDER", ""),
            llm=env.get("DEPECHE_LLM", ""),
            llm_base_url=env.get("DEPECHE_LLM_BASE_URL", ""),
            chroma=env.get("DEPECHE_CHROMA", ""),
            host=env.get("DEPECHE_HOST", "127.0.0.1"),
            port=int(port),
            debug=env.get("DEPECHE_DEBUG", "") == "1",
        )
