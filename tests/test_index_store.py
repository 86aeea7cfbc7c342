"""The store does the same on real embedded Chroma and on a real Chroma server."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from toys_index import ALL, AXIS, library, subjects, texts

from corpus.article import Byline, Passage, Span
from rag.errors import DamagedIndex, ForeignIndex, ModelUnavailable, Unavailable
from rag.index import store as store_file
from rag.index.layout import place_of
from rag.index.reading import Index, open_index
from rag.index.store import CHROMA_VERSION, PassageStore, Place
from rag.index.sync import sync
from rag.settings import Settings

CHROMA = Path(sys.executable).with_name("chroma")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server of our own on the loopback interface."""
    if not CHROMA.exists():
        pytest.skip(f"no Chroma server program at {CHROMA}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [str(CHROMA), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        url = f"http://127.0.0.1:{port}"
        try:
            _wait_for(url, process)
            yield url
        finally:
            process.kill()


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    pytest.fail("the Chroma server ended at once")


@pytest.fixture(params=["embedded", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "embedded":
        return Place("depeche", tmp_path / "chroma")
    return Place(f"depeche-{abs(hash(str(tmp_path))):x}", url=request.getfixturevalue("server"))


@pytest.fixture
def store(place: Place) -> Iterator[PassageStore]:
    opened = PassageStore.open(place)
    yield opened
    opened.close()


def _passages(count: int) -> list[Passage]:
    byline = Byline("Un titre « cité »", "Dépêche", date(2022, 12, 19), None)
    span = (Span(0, 5),)
    return [Passage(f"a{n:05}", n % 7, f"Texte numéro {n}.", "fr", byline, span) for n in range(count)]


def _unit(count: int, dimension: int = 24) -> NDArray[np.float32]:
    rows = np.random.default_rng(7).normal(size=(count, dimension))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def test_what_was_written_is_there_when_opened_again(place: Place, store: PassageStore) -> None:
    passages, vectors = _passages(20), _unit(20)
    store.write("fr", passages, vectors)
    store.close()
    again = PassageStore.open(place)
    assert (again.count("fr"), again.count("en")) == (20, 0)
    wanted = [passages[n].id for n in (3, 0, 19)]
    assert again.passages("fr", wanted) == (passages[3], passages[0], passages[19])
    assert again.nearest("fr", vectors[5], 1) == (passages[5].id,)
    again.close()


def test_a_batch_is_no_larger_than_chroma_takes(store: PassageStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert store._client.get_max_batch_size() >= store_file._MAX_BATCH
    monkeypatch.setattr(store_file, "_MAX_BATCH", 10)
    store.write("fr", _passages(25), _unit(25))
    assert store.count("fr") == 25
    assert [passage.index for passage in store.passages("fr", ["a00024#p3"])] == [3]


def test_nearly_all_of_the_nearest_are_found(store: PassageStore) -> None:
    passages, vectors = _passages(1_500), _unit(1_500)
    store.write("fr", passages, vectors)
    recalls = []
    for query in _unit(40) + 0.1:
        exact = {passages[row].id for row in np.argsort(-(vectors @ query))[:50]}
        recalls.append(len(exact & set(store.nearest("fr", query, 100))) / 50)
    assert np.mean(recalls) > 0.99


def test_a_vector_without_direction_is_refused(store: PassageStore) -> None:
    vectors = _unit(2)
    vectors[1] = 0
    with pytest.raises(ModelUnavailable, match="a00001#p1"):
        store.write("fr", _passages(2), vectors)


def test_an_id_that_is_not_there_is_damage(store: PassageStore) -> None:
    store.write("fr", _passages(2), _unit(2))
    with pytest.raises((DamagedIndex, Unavailable), match="run: depeche rebuild"):
        store.passages("fr", ["nobody#p0"])


def test_dropped_collections_are_gone(store: PassageStore) -> None:
    store.write("fr", _passages(2), _unit(2))
    store.drop()
    assert store.count("fr") == 0


def test_the_version_that_the_manifest_names_is_the_one_installed() -> None:
    import chromadb

    assert chromadb.__version__ == CHROMA_VERSION


def test_a_collection_that_names_an_embedding_function_is_refused_and_never_runs_it(tmp_path: Path) -> None:
    import chromadb
    from chromadb.utils.embedding_functions import register_embedding_function

    born: list[str] = []

    @register_embedding_function
    class Exploding(chromadb.EmbeddingFunction[Any]):
        def __init__(self) -> None:
            born.append("made")

        def __call__(self, input: Any) -> Any:  # noqa: A002, ANN401
            born.append("called")

        @staticmethod
        def name() -> str:
            return "exploding"

        @staticmethod
        def build_from_config(config: dict[str, Any]) -> Any:  # noqa: ANN401, ARG004
            return Exploding()

        def get_config(self) -> dict[str, Any]:
            return {}

    cosine = {"hnsw": {"space": "cosine"}}
    with chromadb.PersistentClient(path=str(tmp_path)) as client:  # type: ignore[attr-defined]
        client.create_collection("depeche-fr", embedding_function=Exploding(), configuration=cosine)
    born.clear()
    store = PassageStore.open(Place("depeche", tmp_path))
    with pytest.raises(ForeignIndex, match="names an embedding function"):
        store.nearest("fr", _unit(1)[0], 1)
    assert born == []
    store.close()


def test_a_collection_of_other_distances_is_refused(tmp_path: Path) -> None:
    import chromadb

    with chromadb.PersistentClient(path=str(tmp_path)) as client:  # type: ignore[attr-defined]
        client.create_collection("depeche-fr", embedding_function=None)
    store = PassageStore.open(Place("depeche", tmp_path))
    with pytest.raises(ForeignIndex, match="does not measure cosines"):
        store.nearest("fr", _unit(1)[0], 1)
    store.close()


@pytest.fixture
def served(server: str, home: Path) -> Settings:
    settings = Settings(home=home, chroma=server)
    sync(settings, library(), subjects())
    return settings


def _open(settings: Settings) -> Index:
    return open_index(settings, subjects())


def test_an_index_on_a_server_answers_as_an_embedded_one(served: Settings, tmp_path: Path) -> None:
    embedded = Settings(home=tmp_path / "embedded")
    sync(embedded, library(), subjects())
    here, there = _open(embedded), _open(served)
    for language in ("fr", "en"):
        assert here.dense(AXIS, 9, ALL, language) == there.dense(AXIS, 9, ALL, language)
    ids = [found for found, _ in here.dense(AXIS, 9, ALL, "fr")]
    assert here.passages(ids) == there.passages(ids)
    assert not (served.index / there.generation / "chroma").exists()


def test_a_server_follows_the_library_and_keeps_two_generations(served: Settings) -> None:
    assert sync(served, library(), subjects()).unchanged == 6
    old = _open(served)
    assert sync(served, library()[:2], subjects()).removed == 4
    assert len(texts(old)) == 9
    assert old.stale()
    assert len(texts(_open(served))) == 3
    sync(served, library()[:1], subjects())
    gone = PassageStore.open(place_of(served, "gen-000001", served.index))
    assert gone.count("fr") == gone.count("en") == 0
    gone.close()


def test_two_homes_share_a_server(served: Settings, tmp_path: Path) -> None:
    other = replace(served, home=tmp_path / "other")
    sync(other, library()[:1], subjects())
    assert len(texts(_open(served))) == 9
    assert len(texts(_open(other))) == 2


def test_a_server_that_lost_the_collections_is_noticed_and_filled_again(served: Settings) -> None:
    store = PassageStore.open(place_of(served, "gen-000001", served.index))
    store.drop()
    store.close()
    with pytest.raises(DamagedIndex, match="run: depeche rebuild"):
        _open(served)
    assert sync(served, library(), subjects()).added == 6
    assert len(texts(_open(served))) == 9


def test_an_index_does_not_move_between_server_and_folder_by_itself(served: Settings) -> None:
    with pytest.raises(ForeignIndex, match="not in its own folder; run: depeche rebuild"):
        _open(replace(served, chroma=""))
    assert sync(replace(served, chroma=""), library(), subjects()).added == 6
    assert len(texts(_open(replace(served, chroma="")))) == 9


def test_a_server_that_does_not_answer_is_one_clear_line(home: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = Settings(home=home, chroma=f"http://127.0.0.1:{port}")
    with pytest.raises(Unavailable, match=rf"Chroma server at http://127\.0\.0\.1:{port} failed") as caught:
        sync(settings, library(), subjects())
    assert "\n" not in str(caught.value)
