"""The library: what is put is there, whole, once, and still there after a failure."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article, Byline
from corpus.errors import UnknownArticle, UnreadableArticle, UnwritableLibrary
from corpus.frontmatter import render
from corpus.library import Library, open_library
from corpus.reasons import reason

ARTICLE = Article("train", "fr", Byline("Un train", "Agence", None, None), ("Le train est arrivé.",))
OTHER = replace(ARTICLE, id="autre")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "deep" / "library")


def test_what_is_put_is_there(library: Library) -> None:
    assert library.put(ARTICLE) == "added"
    assert library.put(OTHER) == "added"
    assert list(library.articles()) == [OTHER, ARTICLE]
    assert library.get("train") == ARTICLE


def test_putting_the_same_again_touches_nothing(library: Library) -> None:
    library.put(ARTICLE)
    path = library.folder / "train.md"
    path.write_text(render(ARTICLE).replace("lang: fr", "lang: fr\nnote: mine"), encoding="utf-8")
    assert library.put(ARTICLE) == "unchanged"
    assert "note: mine" in path.read_text(encoding="utf-8")


def test_another_text_for_an_id_replaces_it(library: Library) -> None:
    library.put(ARTICLE)
    changed = replace(ARTICLE, paragraphs=("Le train est parti.",))
    assert library.put(changed) == "changed"
    assert list(library.articles()) == [changed]


def test_an_article_in_a_sub_folder_is_replaced_where_it_is(library: Library) -> None:
    path = library.folder / "fr" / "train.md"
    path.parent.mkdir(parents=True)
    path.write_text(render(ARTICLE), encoding="utf-8")
    assert library.put(replace(ARTICLE, language="en")) == "changed"
    assert [found.name for found in library.folder.rglob("*.md")] == ["train.md"]
    assert library.get("train").language == "en"


def test_only_whole_files_are_left_behind(library: Library) -> None:
    library.put(ARTICLE)
    assert [path.name for path in library.folder.iterdir()] == ["train.md"]


def test_a_failed_write_leaves_the_old_article(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.put(ARTICLE)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableLibrary, match="No space left on device"):
        library.put(replace(ARTICLE, paragraphs=("Autre.",)))
    assert [path.name for path in library.folder.iterdir()] == ["train.md"]
    assert library.get("train") == ARTICLE


def test_a_library_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(UnwritableLibrary, match="cannot be written"):
        Library(tmp_path / "file" / "library").put(ARTICLE)


def test_what_is_removed_is_gone(library: Library) -> None:
    library.put(ARTICLE)
    library.remove("train")
    assert list(library.articles()) == []
    with pytest.raises(UnknownArticle, match="“train”"):
        library.remove("train")


@pytest.mark.parametrize("identifier", ["absent", "", "../train", "TRAIN", "x" * 500])
def test_an_unknown_id_is_said(library: Library, identifier: str) -> None:
    library.put(ARTICLE)
    with pytest.raises(UnknownArticle) as caught:
        library.get(identifier)
    assert len(str(caught.value)) < 250


def test_a_bad_file_is_named_and_the_others_are_read(library: Library) -> None:
    library.put(ARTICLE)
    (library.folder / "bad.md").write_bytes(b"\0")
    good, bad = library.read_all()
    assert good == (ARTICLE,)
    assert [path.name for path, _ in bad] == ["bad.md"]
    assert bad[0][1] == reason("binary")
    with pytest.raises(UnreadableArticle, match="binary"):
        list(library.articles())
    with pytest.raises(UnreadableArticle):
        library.get("bad")


def test_two_files_of_one_id_are_not_both_articles(library: Library) -> None:
    for folder in ("en", "fr"):
        path = library.folder / folder / "train.md"
        path.parent.mkdir(parents=True)
        path.write_text(render(ARTICLE), encoding="utf-8")
    good, bad = library.read_all()
    assert len(good) == 1
    assert "its id train is that of" in str(bad[0][1])


def test_a_damaged_file_is_healed_by_putting_its_article(library: Library) -> None:
    library.put(ARTICLE)
    (library.folder / "train.md").write_text("---\nbroken", encoding="utf-8")
    assert library.put(ARTICLE) == "changed"
    assert library.get("train") == ARTICLE


def test_the_digest_follows_ids_and_contents_only(library: Library, tmp_path: Path) -> None:
    empty = library.digest()
    library.put(ARTICLE)
    one = library.digest()
    library.put(OTHER)
    both = library.digest()
    library.put(replace(OTHER, paragraphs=("Autre chose.",)))
    assert len({empty, one, both, library.digest()}) == 4
    same = Library(tmp_path / "elsewhere")
    same.put(OTHER)
    same.put(ARTICLE)
    assert same.digest() == both


def test_an_empty_library_gives_way_to_the_sample(tmp_path: Path) -> None:
    home, sample = tmp_path / "home", tmp_path / "sample"
    Library(sample).put(ARTICLE)
    assert open_library(home, sample).folder == sample
    Library(home).put(OTHER)
    assert open_library(home, sample).folder == home
