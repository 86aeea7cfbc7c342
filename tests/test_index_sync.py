"""The index follows the library: only what is new is embedded, and what is unchanged is not touched."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import KeywordEmbedder
from numpy.typing import NDArray
from toys_index import ALL, AXIS, article, indexed, library, opened, snapshot, subjects, texts

from corpus.article import Article
from corpus.errors import CorpusError
from rag.answer import IndexReport
from rag.errors import ModelUnavailable, Unavailable
from rag.index import building
from rag.index.generations import names
from rag.index.sync import sync
from rag.settings import Settings


def test_a_first_run_adds_every_article(home: Path) -> None:
    assert indexed(home)[1] == IndexReport(added=6, changed=0, removed=0, unchanged=0, passages=9)


def test_a_second_run_finds_nothing_to_do_and_writes_nothing(settings: Settings) -> None:
    before = snapshot(settings.index)
    embedder = subjects()
    assert sync(settings, library(), embedder) == IndexReport(0, 0, 0, unchanged=6, passages=9)
    assert snapshot(settings.index) == before
    assert embedder.embedded == []


def test_the_order_of_the_articles_does_not_matter(settings: Settings) -> None:
    assert sync(settings, reversed(library()), subjects()).unchanged == 6


def test_only_the_new_paragraph_of_a_changed_article_is_embedded(settings: Settings) -> None:
    first, *others = library()
    changed = replace(first, paragraphs=(first.paragraphs[0], "Le bilan est revu."))
    embedder = subjects()
    assert sync(settings, [changed, *others], embedder) == IndexReport(0, 1, 0, unchanged=5, passages=9)
    assert embedder.embedded == ["a seisme\nLe bilan est revu."]
    found = texts(opened(settings))
    assert "Le bilan est revu." in found
    assert "Les secours arrivent par la route." not in found


def test_a_removed_article_is_found_no_more(settings: Settings) -> None:
    report = sync(settings, library()[1:], subjects())
    assert (report.removed, report.unchanged, report.passages) == (1, 5, 7)
    index = opened(settings)
    assert "Un séisme a frappé la Turquie." not in texts(index)
    assert not any("a-seisme" in found for found, _ in index.lexical("séisme", 10, ALL, "fr"))


def test_a_changed_byline_counts_as_a_change(settings: Settings) -> None:
    first, *others = library()
    renamed = replace(first, byline=replace(first.byline, source="Autre source"))
    assert sync(settings, [renamed, *others], subjects()).changed == 1
    assert opened(settings).passages(["a-seisme#p0"])[0].byline.source == "Autre source"


def test_a_rebuild_reports_every_article_as_added(settings: Settings) -> None:
    assert sync(settings, library(), subjects(), rebuild=True).added == 6


def test_another_model_makes_another_index(settings: Settings) -> None:
    other = KeywordEmbedder(("route", "road"))
    assert sync(settings, library(), other).added == 6
    assert sync(settings, library(), other).unchanged == 6


def test_equal_texts_are_embedded_once(home: Path) -> None:
    embedder = subjects()
    sync(Settings(home=home), [article("jumeau", "Même texte.", "Même texte.")], embedder)
    assert len(embedder.embedded) == 1


def test_the_previous_generation_is_kept_and_older_ones_go(settings: Settings) -> None:
    for count in (5, 4, 3):
        sync(settings, library()[:count], subjects())
    assert names(settings.index) == ("gen-000003", "gen-000004")


def test_a_library_without_articles_gives_an_empty_index(home: Path) -> None:
    settings, report = indexed(home, [])
    assert report == IndexReport(0, 0, 0, 0, 0)
    index = opened(settings)
    assert index.dense(AXIS, 5, ALL, "fr") == index.lexical("séisme", 5, ALL, "fr") == ()
    assert index.passages([]) == ()


def test_two_articles_of_one_id_are_refused(home: Path) -> None:
    twin = library()[0]
    with pytest.raises(CorpusError, match="a-seisme"):
        indexed(home, [twin, twin])


class _Aimless(KeywordEmbedder):
    """Gives one text no direction, as a model of static word vectors does for words it never saw."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = super().embed_passages(texts)
        rows[0] = 0
        return rows


def test_a_vector_without_direction_is_refused_by_name(home: Path) -> None:
    with pytest.raises(ModelUnavailable, match="no direction to passage a-seisme#p0"):
        sync(Settings(home=home), library(), _Aimless(("route",)))


@pytest.mark.parametrize("step", ["new_folder", "hashes_file", "publish"])
def test_a_failing_disk_leaves_the_old_generation_serving(
    home: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    settings, _ = indexed(home, library()[:3])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(building, step, full)
        with pytest.raises(Unavailable, match=r"cannot be written \(No space left on device\)"):
            sync(settings, library(), subjects())
    assert len(opened(settings).articles()) == 3
    assert not list(settings.index.glob("*.tmp"))
    assert sync(settings, library(), subjects()).added == 3


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(Unavailable, match=r"cannot be written.*--home DIR"):
        sync(Settings(home=tmp_path / "file"), library(), subjects())


def test_an_article_of_furniture_only_has_no_passage_but_counts(home: Path) -> None:
    only: list[Article] = [article("meuble", "Lire aussi : Autre chose"), *library()]
    settings, report = indexed(home, only)
    assert (report.added, report.passages) == (7, 9)
    assert ("meuble", 0) in [(name, count) for name, _, _, count in opened(settings).articles()]
