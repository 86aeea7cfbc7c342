"""An open index finds across languages, honours every filter exactly and never writes to its folder."""

import gc
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from toys_index import ALL, AXIS, article, indexed, library, opened, snapshot, subjects

from corpus.article import LANGUAGES, Article, Language
from rag.answer import Filters
from rag.errors import NoIndex
from rag.index.reading import Index
from rag.index.sync import sync
from rag.settings import Settings

SOURCES = ("Dépêche", "Le Courrier", "L’Écho")


def _many() -> Iterator[Article]:
    """Sixty articles of three passages; every fifth is undated."""
    for n in range(60):
        words = [f"{'séisme ' * (n % 7)}{'élection ' * (n % 5)}mot{n} rang{p}." for p in range(3)]
        yield article(
            f"article-{n}",
            *words,
            language=LANGUAGES[n % 2],
            published=None if n % 5 == 0 else date(2023, 1, 1 + n % 28),
            source=SOURCES[n % 3],
        )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return opened(indexed(tmp_path_factory.mktemp("many"), _many())[0])


def test_a_question_finds_passages_of_the_other_language(sound: Settings) -> None:
    index = opened(sound)
    question = subjects().embed_query("Où a eu lieu le séisme ?")
    found = index.dense(question, 2, ALL, "en")
    assert {name for name, _ in found} == {"d-earthquake#p0", "d-earthquake#p1"}
    assert all(similarity > 0.9 for _, similarity in found)


def test_names_are_found_by_word_whatever_the_language_of_the_question(sound: Settings) -> None:
    index = opened(sound)
    assert index.lexical("Que s'est-il passé en Syria ?", 1, ALL, "en")[0][0] == "d-earthquake#p0"
    assert index.lexical("What happened in Turquie?", 1, ALL, "fr")[0][0] == "a-seisme#p0"


def test_a_passage_comes_back_as_it_was_cut(sound: Settings) -> None:
    index = opened(sound)
    [passage, twin] = index.passages(["b-election#p0", "b-election#p0"])
    assert passage == twin
    assert (passage.byline.source, passage.byline.published) == ("Le Courrier", date(2023, 3, 1))
    sentences = [passage.text[span.start : span.end] for span in passage.sentences]
    assert sentences == ["Une élection a lieu dimanche."]
    [undated] = index.passages(["c-retraite#p1"])
    assert undated.byline.published is None


def test_an_unknown_id_is_a_key_error(sound: Settings) -> None:
    index = opened(sound)
    for lookup in (index.passages, index.vectors):
        with pytest.raises(KeyError):
            lookup(["a-seisme#p0", "nobody#p0"])


def test_vectors_are_those_of_the_passages(many: Index) -> None:
    ids = ["article-3#p2", "article-4#p0", "article-3#p2"]
    rows = many.vectors(ids)
    assert rows.shape == (3, 4)
    for row, passage in zip(rows, many.passages(ids), strict=True):
        assert np.allclose(row, subjects().embed_query(f"{passage.byline.title}\n{passage.text}"), atol=1e-6)


days = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2023, 1, 31)))
filters = st.builds(
    Filters,
    since=days,
    until=days,
    sources=st.lists(st.sampled_from([*SOURCES, "dépêche", "inconnu"]), max_size=2).map(tuple),
    articles=st.lists(st.integers(0, 63).map(lambda n: f"article-{n}"), max_size=4).map(tuple),
    languages=st.lists(st.sampled_from(LANGUAGES), max_size=1).map(tuple),
)


@given(filters, st.sampled_from(LANGUAGES), st.integers(1, 100))
def test_filters_are_exact_and_never_cost_a_hit(
    many: Index, wanted: Filters, language: Language, k: int
) -> None:
    own = [name for name, _, lang, _ in many.articles() if lang == language]
    ids = [f"{name}#p{n}" for name in own for n in range(3)]
    admitted = {passage.id for passage in many.passages(ids) if wanted.admit(passage)}
    exact = sorted(
        ((name, round(float(cosine), 6)) for name, cosine in zip(ids, many.vectors(ids) @ AXIS, strict=True)),
        key=lambda pair: (-pair[1], pair[0]),
    )
    expected = [name for name, _ in exact if name in admitted][:k]
    assert [name for name, _ in many.dense(AXIS, k, wanted, language)] == expected
    words = many.lexical("rang0 rang1 rang2", k, wanted, language)
    assert len(words) == min(k, len(admitted))
    assert {name for name, _ in words} <= admitted


def test_words_score_the_same_with_and_without_a_filter(many: Index) -> None:
    everywhere = dict(many.lexical("séisme mot12", 100, ALL, "fr"))
    filtered = many.lexical("séisme mot12", 100, Filters(sources=("Dépêche",)), "fr")
    assert filtered
    assert all(everywhere[name] == score for name, score in filtered)


def test_ties_are_broken_by_id(many: Index) -> None:
    for ranking in (many.dense(AXIS, 90, ALL, "fr"), many.lexical("séisme", 90, ALL, "fr")):
        assert list(ranking) == sorted(ranking, key=lambda pair: (-pair[1], pair[0]))
        assert len({score for _, score in ranking}) < len(ranking)


def test_chroma_finds_what_exact_search_finds(many: Index) -> None:
    every_source = Filters(sources=SOURCES[:2])
    for language in LANGUAGES:
        whole = many.dense(AXIS, 90, ALL, language)
        allowed = [pair for pair in whole if int(pair[0][8:].partition("#")[0]) % 3 != 2]
        assert list(many.dense(AXIS, 90, every_source, language)) == allowed


def test_threads_get_the_same_answers(many: Index) -> None:
    def ask(n: int) -> object:
        language = LANGUAGES[n % 2]
        found = many.dense(AXIS, 10, ALL, language)
        return found, many.lexical("séisme", 10, ALL, language), many.passages([name for name, _ in found])

    alone = [ask(n) for n in range(16)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(16))) == alone


def test_reading_writes_nothing_and_leaves_nothing(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(settings.index)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    index = opened(settings)
    index.dense(AXIS, 5, ALL, "fr")
    index.passages(["a-seisme#p0"])
    assert snapshot(settings.index) == before
    assert list(tmp_path.glob("depeche-*"))
    del index
    gc.collect()
    assert not list(tmp_path.glob("depeche-*"))


def test_a_refused_index_leaves_no_copy(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    next(settings.index.rglob("words-fr/vocab*")).unlink()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Exception, match="missing or altered"):
        opened(settings)
    assert not list(tmp_path.glob("depeche-*"))


def test_an_open_index_notices_the_next_and_goes_on_answering(settings: Settings) -> None:
    index = opened(settings)
    assert not index.stale()
    for count in (4, 3, 2):  # the generation that is open is removed
        sync(settings, library()[:count], subjects())
    assert index.stale()
    assert len(index.passages(["f-pension#p0"])) == 1
    assert index.dense(AXIS, 1, ALL, "en")[0][0].startswith("d-earthquake#")
    assert opened(settings).generation == "gen-000004"


def test_without_an_index_the_remedy_is_named(home: Path) -> None:
    with pytest.raises(NoIndex, match="run: depeche index"):
        opened(Settings(home=home))


def test_an_index_is_opened_by_many_threads_at_once(settings: Settings) -> None:
    barrier = threading.Barrier(4)

    def open_and_ask(_: int) -> object:
        barrier.wait()
        return opened(settings).dense(AXIS, 5, ALL, "fr")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(open_and_ask, range(4)))) == 1


def test_a_search_that_comes_back_short_is_made_good_by_an_exact_one(
    many: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = many.dense(AXIS, 40, ALL, "fr")
    monkeypatch.setattr(many._store, "nearest", lambda *_: (whole[0][0], "nobody#p0"))
    assert many.dense(AXIS, 40, ALL, "fr") == whole
