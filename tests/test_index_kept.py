"""The index made anew embeds only texts that no earlier generation of the same model holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import KeywordEmbedder
from numpy.typing import NDArray
from toys_index import ALL, AXIS, library, opened, subjects, texts

from rag.index import manifest as manifests
from rag.index.generations import names, read_current
from rag.index.sync import sync
from rag.settings import Settings

FRENCH = 5  # passages of the toy library


def embedded_by_a_rebuild(settings: Settings, embedder: KeywordEmbedder | None = None) -> list[str]:
    """The texts that a rebuild embeds; the index that it makes answers as it should."""
    embedder = embedder or subjects()
    assert sync(settings, library(), embedder, rebuild=True).added == 6
    return embedder.embedded


def _found(settings: Settings) -> object:
    index = opened(settings)
    return texts(index), index.dense(AXIS, 5, ALL, "fr"), index.dense(AXIS, 5, ALL, "en")


def test_a_rebuild_embeds_nothing_again_and_finds_the_same(settings: Settings) -> None:
    before = _found(settings)
    assert embedded_by_a_rebuild(settings) == []
    assert read_current(settings.index).name == "gen-000002"
    assert _found(settings) == before


def test_another_model_embeds_everything_and_the_way_back_nothing(settings: Settings) -> None:
    assert len(embedded_by_a_rebuild(settings, KeywordEmbedder(("route", "road")))) == 9
    assert embedded_by_a_rebuild(settings) == []


class _Drifted(KeywordEmbedder):
    """Says that it is the model of the index, but gives other vectors of the same length."""

    fingerprint = subjects().fingerprint


def test_a_rebuild_cures_the_vectors_of_a_model_that_changed_under_its_name(settings: Settings) -> None:
    assert len(embedded_by_a_rebuild(settings, _Drifted(("systems",), ("y",), ("z",)))) == 9


def test_an_index_of_another_form_still_gives_its_vectors(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifests, "CHROMA_VERSION", "9.9.9")
    embedder = subjects()
    assert sync(settings, library(), embedder).added == 6
    assert embedder.embedded == []


@pytest.mark.parametrize("file", ["CURRENT", "chroma/chroma.sqlite3", "words-fr/vocab.index.json"])
def test_damage_elsewhere_costs_no_embedding(settings: Settings, file: str) -> None:
    folder = settings.index if file == "CURRENT" else settings.index / read_current(settings.index).name
    assert (folder / file).stat().st_size
    (folder / file).write_bytes(b"")
    assert embedded_by_a_rebuild(settings) == []
    assert len(opened(settings).articles()) == 6


def _halve(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def _flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[-5] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("harm", [_halve, _flip, Path.unlink], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("file", ["vectors-fr.npy", "texts-fr.txt"])
def test_damaged_vectors_are_left_out_and_made_again(
    settings: Settings, file: str, harm: Callable[[Path], None]
) -> None:
    before = _found(settings)
    harm(settings.index / read_current(settings.index).name / file)
    assert len(embedded_by_a_rebuild(settings)) == FRENCH
    assert _found(settings) == before


@pytest.mark.parametrize("content", ["", "[]", "{}", "null", '{"embedder": 1}'])
def test_a_manifest_that_is_none_is_no_error(settings: Settings, content: str) -> None:
    (settings.index / read_current(settings.index).name / "manifest.json").write_text(content)
    assert len(embedded_by_a_rebuild(settings)) == 9


def test_a_rebuild_embeds_only_the_new_paragraph(settings: Settings) -> None:
    first, *others = library()
    changed = replace(first, paragraphs=(*first.paragraphs, "Le bilan est revu."))
    embedder = subjects()
    sync(settings, [changed, *others], embedder, rebuild=True)
    assert embedder.embedded == ["a seisme\nLe bilan est revu."]


def test_what_the_library_no_longer_holds_is_forgotten(settings: Settings) -> None:
    for articles in (library()[1:], library()[1:3], library()[1:2]):
        sync(settings, articles, subjects())
    assert names(settings.index) == ("gen-000003", "gen-000004")
    embedder = subjects()
    sync(settings, library()[:1], embedder)
    assert len(embedder.embedded) == 2


class _Weary(KeywordEmbedder):
    """Fails at the English texts, as a process does whose memory ends."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if any("Aid" in text for text in texts):
            raise MemoryError
        return super().embed_passages(texts)


def test_a_rebuild_that_fails_leaves_the_index_and_its_vectors(settings: Settings) -> None:
    (settings.index / read_current(settings.index).name / "vectors-en.npy").unlink()
    groups = (("séisme", "earthquake"), ("élection", "election"), ("retraite", "pension"))
    with pytest.raises(MemoryError):
        sync(settings, library(), _Weary(*groups), rebuild=True)
    assert names(settings.index) == ("gen-000001",)
    assert len(embedded_by_a_rebuild(settings)) == 4
