"""What a generation holds, checked before anything in it is opened.

Chroma answers from a folder with a missing file as if the library were empty, and a flipped byte ends
the process. So every file is compared with its hash first; CURRENT holds the hash of the manifest.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.passage import CHUNKER_VERSION
from rag.errors import DamagedIndex, ForeignIndex
from rag.index.generations import Current
from rag.index.indexed import INDEXED_TEXT
from rag.index.lexical import analysis
from rag.index.store import CHROMA_VERSION
from rag.lines import told

MANIFEST = "manifest.json"
_BLOCK = 1 << 20
# The canary's cosine to itself. Other hardware may round 8-bit sums differently (the largest such effect
# measured, that of batching, gave 0.984); another model, pooling or prompt gives about 0.
_SAME = 0.95


@dataclass(frozen=True, slots=True)
class Manifest:
    """``counts`` are passages by language, ``corpus`` digests the articles, ``files`` maps names to sha256.

    ``server`` is the Chroma server that holds the collections, empty when the generation does;
    ``canary`` is the vector of `rag.index.layout.CANARY`.
    """

    form: str
    embedder: str
    dimension: int
    server: str
    corpus: str
    counts: Mapping[str, int]
    canary: tuple[float, ...]
    files: Mapping[str, str]


def form() -> str:
    """What must be the same to read an index: layout, Chroma, how text is cut, joined and analysed."""
    text = f"passages {CHUNKER_VERSION}, text {INDEXED_TEXT}, words {analysis()}"
    return f"layout 2, chroma {CHROMA_VERSION}, {text}"


def same_model(canary: Sequence[float], vector: NDArray[np.float32]) -> bool:
    """Whether the model that gave the canary ``canary`` is the one that now gives it ``vector``."""
    return len(canary) == len(vector) and float(np.asarray(canary, np.float32) @ vector) >= _SAME


def seal(folder: Path, manifest: Manifest) -> str:
    """Writes ``manifest`` to ``folder`` and returns its sha256, for CURRENT."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True).encode()
    (folder / MANIFEST).write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def read_manifest(index: Path, current: Current) -> Manifest:
    """The manifest of the generation that serves.

    :raises DamagedIndex: it is missing or altered.
    :raises ForeignIndex: another version of this program wrote it.
    """
    file = index / current.name / MANIFEST
    try:
        text = file.read_bytes()
    except OSError as error:
        raise damaged(file) from error
    if hashlib.sha256(text).hexdigest() != current.manifest:
        raise damaged(file)
    stored = json.loads(text)
    if stored.get("form") != form():
        made = stored.get("form", "unknown")
        raise ForeignIndex(told("other_form", made=made, form=form()))
    return Manifest(**{**stored, "canary": tuple(stored["canary"])})


def hashes(folder: Path) -> dict[str, str]:
    """Name → sha256 of every file below ``folder``, the manifest aside."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): sha256_of(path) for path in files}


def verify(folder: Path, manifest: Manifest, copy: Path | None = None, copied: str = "") -> None:
    """Checks every file of a generation.

    With ``copy``, those below ``folder/copied`` are copied to it: the very bytes that were checked.

    :raises DamagedIndex: a file is missing or altered.
    """
    for name, expected in manifest.files.items():
        source = folder / name
        try:
            if copy is None or not name.startswith(f"{copied}/"):
                found = sha256_of(source)
            else:
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                found = _copied(source, copy / name)
        except FileNotFoundError as error:
            raise damaged(source) from error
        if found != expected:
            raise damaged(source)


def damaged(file: Path) -> DamagedIndex:
    """The one line for a file that is not what was written."""
    return DamagedIndex(told("file_damaged", file=file))


def sha256_of(file: Path) -> str:
    """The sha256 of the content of ``file``."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copied(source: Path, target: Path) -> str:
    """Copies ``source`` to ``target``; the sha256 of the bytes that were copied."""
    digest = hashlib.sha256()
    with source.open("rb") as stream, target.open("wb") as copy:
        while block := stream.read(_BLOCK):
            digest.update(block)
            copy.write(block)
    return digest.hexdigest()
