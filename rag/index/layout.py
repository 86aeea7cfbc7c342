"""Where the parts of a generation are, and the text that tells its model from another."""

import hashlib
from pathlib import Path

from corpus.article import Language
from rag.index.store import Place
from rag.settings import Settings

CATALOGUE = "articles.json"
CHROMA = "chroma"
CANARY = "Quels systèmes ont été livrés ? What systems were delivered?"


def vectors_file(folder: Path, language: Language) -> Path:
    """The float32 matrix (n, dimension) of the passages of ``language``."""
    return folder / f"vectors-{language}.npy"


def hashes_file(folder: Path, language: Language) -> Path:
    """The sha256 of each indexed text of ``language``, a line for each row of the matrix."""
    return folder / f"texts-{language}.txt"


def words_folder(folder: Path, language: Language) -> Path:
    """The BM25 index of the passages of ``language``."""
    return folder / f"words-{language}"


def place_of(settings: Settings, generation: str, folder: Path) -> Place:
    """Where the collections of ``generation`` are: on the server of ``settings``, else below ``folder``.

    Several homes can share a server: the names of their collections differ.
    """
    if not settings.chroma:
        return Place("depeche", folder / CHROMA)
    home = hashlib.sha256(str(settings.index.resolve()).encode()).hexdigest()[:12]
    return Place(f"depeche-{home}-{generation}", url=settings.chroma)
