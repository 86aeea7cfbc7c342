"""Model folders: nothing is loaded that is altered or could run code."""

import hashlib
import json
from pathlib import Path

from corpus.reasons import system_reason
from rag.errors import ModelUnavailable
from rag.lines import told

# Pickles and Python files can run code when they are loaded; .bin is PyTorch's name for a pickle.
_CODE = (".bin", ".ckpt", ".pickle", ".pkl", ".pt", ".pth", ".py")
_DATA = (".json", ".model", ".safetensors", ".txt")


def expected_hashes(folder: Path) -> dict[str, str]:
    """File name → sha256, from the folder's ``weights.json``.

    :raises ModelUnavailable: it is missing or not such a table.
    """
    file = folder / "weights.json"
    try:
        hashes = json.loads(_bytes_of(file))
    except ValueError as error:
        raise _altered(file) from error
    if not isinstance(hashes, dict) or not hashes:
        raise _altered(file)
    return hashes


def digest_of(folder: Path, *names: str) -> str:
    """16 hex digits that change when one of the files ``names`` does; only ``weights.json`` is read.

    :raises ModelUnavailable: see `expected_hashes`.
    """
    hashes = expected_hashes(folder)
    return hashlib.sha256(" ".join(str(hashes.get(name)) for name in names).encode()).hexdigest()[:16]


def verified_files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file that ``weights.json`` names, so that what is loaded is what was hashed.

    :raises ModelUnavailable: a file is missing or altered.
    """
    files = {}
    for name, expected in expected_hashes(folder).items():
        files[name] = _bytes_of(folder / name)
        if hashlib.sha256(files[name]).hexdigest() != expected:
            raise _altered(folder / name)
    return files


def refuse_code(folder: Path) -> None:
    """Check that a sentence-transformers folder holds data only.

    :raises ModelUnavailable: a pickle, a Python file, or a module that is not sentence-transformers' own.
    """
    for file in sorted(folder.rglob("*")):
        if file.suffix in _CODE:
            raise ModelUnavailable(told("model_code", folder=folder, file=file.relative_to(folder)))
    modules = folder / "modules.json"
    if not modules.is_file():
        raise ModelUnavailable(told("model_no_modules", folder=folder))
    try:
        types = [str(module["type"]) for module in json.loads(_bytes_of(modules))]
    except (ValueError, TypeError, KeyError) as error:
        raise ModelUnavailable(told("model_modules", file=modules)) from error
    for name in types:
        if not name.startswith("sentence_transformers."):
            raise ModelUnavailable(told("model_class", file=modules, name=name))


def folder_digest(folder: Path) -> str:
    """The sha256 of all weights, tokenizers and configurations below ``folder``, names included."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.suffix in _DATA:
            content = hashlib.sha256(_bytes_of(file)).hexdigest()
            digest.update(f"{file.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ModelUnavailable(told("model_not_read", file=file, why=system_reason(error))) from error


def _altered(file: Path) -> ModelUnavailable:
    return ModelUnavailable(told("model_altered", file=file))
