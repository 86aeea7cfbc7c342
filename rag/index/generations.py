"""Generations of the index: each is complete and never altered; CURRENT names the one that serves."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.errors import DamagedIndex, NoIndex
from rag.lines import told

_NAME = re.compile(r"gen-(\d{6,})")
_CURRENT = re.compile(r"(gen-\d{6,}) ([0-9a-f]{64})\n")
_UNFINISHED = ".tmp"


@dataclass(frozen=True, slots=True)
class Current:
    """What CURRENT says: the generation that serves and the sha256 of its manifest."""

    name: str
    manifest: str


def read_current(index: Path) -> Current:
    """The generation that serves.

    :raises NoIndex: there is none yet.
    :raises DamagedIndex: CURRENT is not what was written.
    """
    try:
        text = (index / "CURRENT").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError as error:
        raise NoIndex(told("no_index", index=index)) from error
    except OSError as error:
        raise DamagedIndex(told("not_read", file=index / "CURRENT")) from error
    found = _CURRENT.fullmatch(text)
    if found is None:
        raise DamagedIndex(told("altered", file=index / "CURRENT"))
    return Current(found[1], found[2])


def new_folder(index: Path) -> Path:
    """An empty folder to build the next generation in; what an interrupted writer left is removed."""
    for leftover in index.glob(f"gen-*{_UNFINISHED}"):
        shutil.rmtree(leftover)
    last = max((int(name[4:]) for name in names(index)), default=0)
    folder = index / f"gen-{last + 1:06d}{_UNFINISHED}"
    folder.mkdir()
    return folder


def publish(folder: Path, manifest: str) -> Current:
    """Makes the generation built in ``folder`` the one that serves, at once or not at all.

    ``manifest`` is the sha256 of its manifest. Everything is on the disk before CURRENT moves.
    """
    for path in (*folder.rglob("*"), folder):
        _flush(path)
    index = folder.parent
    final = folder.with_suffix("")
    folder.rename(final)
    current = Current(final.name, manifest)
    aside = index / f"CURRENT{_UNFINISHED}"
    aside.write_text(f"{current.name} {current.manifest}\n", encoding="ascii")
    _flush(aside)
    _flush(index)
    aside.replace(index / "CURRENT")
    _flush(index)
    return current


def names(index: Path) -> tuple[str, ...]:
    """The names of all finished generations, oldest first."""
    return tuple(sorted(path.name for path in index.glob("gen-*") if _NAME.fullmatch(path.name)))


def collect(index: Path) -> Iterator[str]:
    """Removes all finished generations but the newest two; yields the name of each just before it goes.

    The one before the last stays for readers that are about to open it.
    """
    for name in names(index)[:-2]:
        yield name
        shutil.rmtree(index / name, ignore_errors=True)


def _flush(path: Path) -> None:
    """Waits until ``path`` is on the disk; a folder's own entries count as its content."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such call for folders
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
