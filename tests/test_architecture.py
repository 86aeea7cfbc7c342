"""The house keeps its rooms: imports run downhill, each library has one door, importing does nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "rag", "ui", "eval")
FILES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

# Which of our packages each room may import.
DOWNHILL = {
    "corpus": {"corpus"},
    "rag": {"corpus", "rag"},
    "ui": {"corpus", "rag", "ui"},
    "eval": {"corpus", "rag", "eval"},
}
# The only files that may import a library; a folder stands for all its files.
DOORS = {
    "chromadb": ("rag/index/store.py",),
    "onnxruntime": ("rag/index/graph.py", "rag/training/"),
    "tokenizers": ("rag/index/graph.py", "rag/training/"),
    "sentence_transformers": ("rag/index/embedder.py", "rag/training/", "eval/bench.py"),
    "bm25s": ("rag/index/lexical.py",),
    "langchain": ("rag/answering/engines/llm.py",),
    "langchain_core": (
        "rag/answering/retriever.py", "rag/answering/chain.py", "rag/answering/engines/llm.py",
        "eval/bench.py",
    ),
    "langchain_chroma": ("eval/bench.py",),
    "gradio": ("ui/app.py", "ui/page.py", "ui/layout.py", "ui/events.py", "ui/rooms.py", "ui/api.py"),
    "typer": (
        "rag/cli.py", "rag/cli_add.py", "rag/cli_digest.py", "rag/cli_eval.py", "rag/cli_export.py",
        "rag/cli_options.py", "rag/guided.py",
    ),
    "yaml": ("corpus/frontmatter.py",),
    "trafilatura": ("corpus/importers/extraction.py",),
    "lxml": ("corpus/importers/extraction.py", "corpus/importers/extraction_feed.py"),
    "pypdf": ("corpus/importers/extraction_pdf.py",),
    "ssl": ("corpus/importers/fetching.py",),
    "Stemmer": ("corpus/text/analyser.py",),
    "spellchecker": ("corpus/text/ordinary.py",),
    "rapidfuzz": ("rag/answering/spelling.py",),
    "sklearn": ("eval/fit.py",),
}  # fmt: skip
# The command line names these by string, and only it crosses the rooms.
PRINTERS = ("rag/cli.py", "eval/report.py", "eval/bench.py")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_imports_run_downhill(path: Path) -> None:
    room = _name(path).split("/")[0]
    ours = {module.split(".")[0] for module in _imports(path)} & {*ROOMS, "tests"}
    assert ours <= DOWNHILL[room]


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_each_library_comes_in_by_its_own_door(path: Path) -> None:
    name = _name(path)
    for library in {module.split(".")[0] for module in _imports(path)} & DOORS.keys():
        assert any(name == door or name.startswith(door) for door in DOORS[library] if door), (
            f"{name} imports {library}"
        )


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_only_the_settings_read_the_environment(path: Path) -> None:
    reads = any(
        isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "putenv")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
    assert not reads or _name(path) == "rag/settings.py"


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_only_the_command_line_and_reports_print(path: Path) -> None:
    prints = any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )
    assert not prints or _name(path) in PRINTERS


def test_nothing_hides_the_builtin_eval() -> None:
    sources = [*FILES, *(ROOT / "tests").glob("*.py")]
    hiders = [
        _name(path)
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(a.name == "eval" and not a.asname for a in node.names)
    ]
    assert hiders == []


def test_the_tests_are_flat() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_files_and_functions_keep_the_house_numbers() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 250, f"{_name(path)} is over 250 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                assert lines <= 40, f"{_name(path)}:{node.lineno} {node.name} has {lines} lines"


def _modules_after(code: str) -> set[str]:
    report = f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_loads_nothing_heavy(room: str) -> None:
    heavy = {"torch", "gradio", "chromadb", "onnxruntime", "langchain_core", "numpy"}
    assert not heavy & _modules_after(f"from {room} import __doc__")


def test_help_loads_nothing_heavy() -> None:
    loaded = _modules_after("from rag.cli import run\nassert run(['--help']) == 0")
    assert (
        not {"torch", "gradio", "chromadb", "onnxruntime", "langchain_core", "sentence_transformers"} & loaded
    )


def test_adding_loads_neither_parsers_nor_what_talks_to_networks() -> None:
    loaded = _modules_after("import corpus.importers, rag.adding, rag.cli_add")
    assert not {"socket", "ssl", "http.client", "corpus.importers.fetching"} & loaded
    assert not {"lxml", "trafilatura", "pypdf"} & loaded


def test_the_public_interface_is_what_it_says() -> None:
    import rag

    assert rag.__all__ == sorted(rag.__all__)
    assert all(getattr(rag, name) is not None for name in rag.__all__)
    assert {"Settings", "open_assistant", "open_embedder", "Filters", "Answer", "Hit"} <= set(rag.__all__)
