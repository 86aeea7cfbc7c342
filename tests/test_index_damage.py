"""Whatever happens to a file of the index, it is noticed before Chroma opens it and ends the process."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fakes import KeywordEmbedder
from toys_index import copied, library, opened, subjects

from rag.errors import DamagedIndex, ForeignIndex, NoIndex
from rag.index import manifest as manifests
from rag.index import reading
from rag.index.generations import read_current
from rag.index.reading import open_index
from rag.index.store import PassageStore
from rag.index.sync import sync
from rag.settings import Settings


def _halve(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for middle in range(len(content) // 2, len(content))[:1]:
        content[middle] ^= 1
    file.write_bytes(content)


def _zero(file: Path) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def _grow(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\0")


HARMS: tuple[Callable[[Path], None], ...] = (_halve, _flip, _zero, _grow, Path.unlink)


@pytest.fixture
def copy(sound: Settings, home: Path) -> Settings:
    return copied(sound, home)


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_no_harm_to_any_file_reaches_chroma(
    sound: Settings, copy: Settings, harm: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(place: object) -> None:
        raise AssertionError(f"Chroma was about to open {place}")

    monkeypatch.setattr(PassageStore, "open", never)
    generation = copy.index / read_current(sound.index).name
    files = [path for path in generation.rglob("*") if path.is_file()]
    assert len(files) > 20
    for file in files:
        before = file.read_bytes()
        harm(file)
        if file.exists() and file.read_bytes() == before:
            continue  # an empty file cannot be halved
        with pytest.raises(DamagedIndex, match="run: depeche rebuild") as caught:
            open_index(copy, subjects())
        assert file.name in str(caught.value)
        assert "\n" not in str(caught.value)
        file.write_bytes(before)


@pytest.mark.parametrize("harm", HARMS[:-1], ids=lambda harm: harm.__name__)
def test_harm_to_the_pointer_is_noticed(copy: Settings, harm: Callable[[Path], None]) -> None:
    harm(copy.index / "CURRENT")
    with pytest.raises(DamagedIndex, match="run: depeche rebuild"):
        opened(copy)


def test_a_missing_pointer_means_that_nothing_is_indexed(copy: Settings) -> None:
    (copy.index / "CURRENT").unlink()
    with pytest.raises(NoIndex, match="run: depeche index"):
        opened(copy)


def test_files_of_another_generation_are_noticed(copy: Settings) -> None:
    first = read_current(copy.index).name
    sync(copy, library()[:2], subjects())
    second = read_current(copy.index).name
    shutil.rmtree(copy.index / second)
    shutil.copytree(copy.index / first, copy.index / second)
    with pytest.raises(DamagedIndex, match=r"manifest\.json"):
        opened(copy)


def test_a_synchronisation_cures_damage(copy: Settings) -> None:
    _flip(next(copy.index.rglob("data_level0.bin")))
    assert sync(copy, library(), subjects()).added == 6
    assert len(opened(copy).articles()) == 6


def test_another_model_is_refused(copy: Settings) -> None:
    with pytest.raises(ForeignIndex, match=r"made with model keywords-.*run: depeche rebuild"):
        open_index(copy, KeywordEmbedder(("séisme",), ("élection",), ("retraite",)))


class _Drifted(KeywordEmbedder):
    """Says that it is the model of the index, but gives other vectors of the same length."""

    fingerprint = subjects().fingerprint


def test_a_model_that_gives_other_vectors_is_refused(copy: Settings) -> None:
    same_length = _Drifted(("systems",), ("y",), ("z",))
    with pytest.raises(ForeignIndex, match="gives other vectors"):
        open_index(copy, same_length)


def test_vectors_of_another_length_are_refused(copy: Settings) -> None:
    with pytest.raises(ForeignIndex, match="gives other vectors"):
        open_index(copy, _Drifted(("systems",)))


def test_an_index_of_another_version_is_refused_and_replaced(
    copy: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifests, "CHROMA_VERSION", "9.9.9")
    with pytest.raises(ForeignIndex, match=r"chroma 1\.5\.9.*this is.*chroma 9\.9\.9"):
        opened(copy)


def test_a_collection_that_lost_passages_is_noticed(copy: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PassageStore, "count", lambda *_: 1)
    with pytest.raises(DamagedIndex, match="holds 1 passages in fr instead of 5"):
        opened(copy)


def test_a_collection_that_finds_nothing_is_noticed(copy: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PassageStore, "nearest", lambda *_: ())
    with pytest.raises(DamagedIndex, match="finds none of its passages"):
        opened(copy)


def test_a_writer_that_moves_on_while_we_open_is_followed(
    copy: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify, opening = manifests.verify, [True]

    def late(*args: object) -> None:
        if opening.pop() if opening else False:
            for count in (1, 2):  # the generation that we read is removed by the second
                sync(copy, library()[:count], subjects())
        verify(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "verify", late)
    assert len(opened(copy).articles()) == 2
