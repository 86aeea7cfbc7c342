"""Passages and their vectors in Chroma; the only file that knows Chroma.

Always our own vectors: a Chroma that is left to embed texts itself downloads a model, and one that
is told to by the configuration stored in a collection runs whatever that names (CVE-2026-45829).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from corpus.article import LANGUAGES, Language, Passage
from rag.errors import DamagedIndex, DepecheError, ForeignIndex, ModelUnavailable, Unavailable
from rag.index.records import passage_of, record_of
from rag.lines import told

CHROMA_VERSION = "1.5.9"  # of the pinned library; a test compares them

_MAX_BATCH = 5_461  # rows in one request; Chroma refuses more (SQLite's limit on parameters)
# Cosine must be asked for, Euclidean is the default. With a search list of 1,000 the 50 nearest of 3,000
# passages were all found (0.995 of them with 400, 0.80 with 100), in about 5 ms.
_HNSW = {"space": "cosine", "ef_search": 1_000}

_TIMEOUT_S = 60  # for one request to a server: the largest batch takes about 2 s
_UNIT = 1e-3  # how far from 1 the length of a unit vector may be: far beyond float32 rounding


@dataclass(frozen=True, slots=True)
class Place:
    """Where the collections of one generation are: below ``folder``, or on the server at ``url``.

    A collection is called ``<prefix>-<language>``.
    """

    prefix: str
    folder: Path | None = None
    url: str = ""


class PassageStore:
    """One collection for each language that has passages.

    Every method raises `Unavailable` when a server does not answer and `DamagedIndex` when the folder or
    collection is not what it was.
    """

    def __init__(self, client: Any, place: Place) -> None:  # noqa: ANN401
        self._client = client
        self._place = place
        self._collections: dict[Language, Any] = {}

    @classmethod
    def open(cls, place: Place) -> "PassageStore":
        """The store at ``place``; an embedded one is created when its folder is empty."""
        with _one_line(place):
            return cls(_client(place), place)

    def write(self, language: Language, passages: Sequence[Passage], vectors: NDArray[np.float32]) -> None:
        """Creates the collection of ``language`` with one vector (n, dimension) for each passage.

        :raises ModelUnavailable: a vector is not of unit length; Chroma would accept a zero one silently.
        """
        for passage, length in zip(passages, np.linalg.norm(vectors, axis=1), strict=True):
            if not abs(length - 1) < _UNIT:
                raise ModelUnavailable(told("model_no_direction", passage=passage.id))
        with _one_line(self._place):
            collection = self._client.create_collection(
                self._name(language), embedding_function=None, configuration={"hnsw": _HNSW}
            )
            for start in range(0, len(passages), _MAX_BATCH):
                batch = passages[start : start + _MAX_BATCH]
                collection.upsert(
                    ids=[passage.id for passage in batch],
                    embeddings=vectors[start : start + _MAX_BATCH],
                    documents=[passage.text for passage in batch],
                    metadatas=[record_of(passage) for passage in batch],
                )

    def count(self, language: Language) -> int:
        """How many passages the collection of ``language`` holds; 0 when there is none."""
        with _one_line(self._place):
            return int(self._collection(language).count()) if self._has(language) else 0

    def nearest(self, language: Language, vector: NDArray[np.float32], k: int) -> tuple[str, ...]:
        """The ids of about the ``k`` nearest passages, approximately ranked."""
        with _one_line(self._place):
            found = self._collection(language).query(query_embeddings=[vector], n_results=k, include=[])
            return tuple(found["ids"][0])

    def passages(self, language: Language, ids: Sequence[str]) -> tuple[Passage, ...]:
        """The passages of ``ids``, in their order.

        :raises DamagedIndex: an id that the collection does not hold.
        """
        if not ids:
            return ()
        with _one_line(self._place):
            found = self._collection(language).get(ids=list(ids), include=["documents", "metadatas"])
            rows = zip(found["ids"], found["documents"], found["metadatas"], strict=True)
            by_id = {identifier: passage_of(text, record) for identifier, text, record in rows}
            return tuple(by_id[identifier] for identifier in ids)

    def drop(self) -> None:
        """Deletes the collections of this place."""
        with _one_line(self._place):
            for language in filter(self._has, LANGUAGES):
                self._collections.pop(language, None)
                self._client.delete_collection(self._name(language))

    def close(self) -> None:
        """Releases files and threads."""
        sessions = _sessions(self._client)
        self._client.close()
        for session in sessions:
            session.close()

    def _name(self, language: Language) -> str:
        return f"{self._place.prefix}-{language}"

    def _has(self, language: Language) -> bool:
        from chromadb.errors import NotFoundError

        try:
            self._client.get_collection(self._name(language), embedding_function=None)
        except NotFoundError:
            return False
        return True

    def _collection(self, language: Language) -> Any:  # noqa: ANN401
        if language not in self._collections:
            collection = self._client.get_collection(self._name(language), embedding_function=None)
            _refuse_foreign(collection.configuration_json, collection.name)
            self._collections[language] = collection
        return self._collections[language]


def _refuse_foreign(configuration: dict[str, Any], name: str) -> None:
    function = configuration.get("embedding_function") or {}
    if function.get("type", "legacy") != "legacy":  # "legacy" is what Chroma writes for "none"
        raise ForeignIndex(told("chroma_function", name=name))
    if (configuration.get("hnsw") or {}).get("space") != "cosine":
        raise ForeignIndex(told("chroma_space", name=name))


def _client(place: Place) -> Any:  # noqa: ANN401
    import chromadb
    from chromadb.config import Settings

    # No .env file of the working folder decides anything.
    settings = Settings(_env_file=None, anonymized_telemetry=False)  # type: ignore[call-arg]
    if place.folder is not None:
        return chromadb.PersistentClient(path=str(place.folder), settings=settings)
    url = urlsplit(place.url)
    secure = url.scheme == "https"
    client = chromadb.HttpClient(
        host=url.hostname or "", port=url.port or (443 if secure else 8000), ssl=secure, settings=settings
    )
    for session in _sessions(client):
        session.timeout = _TIMEOUT_S
    return client


def _sessions(client: Any) -> list[Any]:  # noqa: ANN401
    """The two HTTP sessions of a server's client: left alone they wait for ever and are never closed."""
    servers = (client._server, client._admin_client._server)
    return [server._session for server in servers if hasattr(server, "_session")]


@contextmanager
def _one_line(place: Place) -> Iterator[None]:
    """Whatever Chroma raises, as one line that says what to do."""
    try:
        yield
    except DepecheError:
        raise
    except Exception as error:  # Chroma, httpx, SQLite and the Rust core raise dozens of kinds
        reason = (str(error) or type(error).__name__).splitlines()[0]
        if place.folder is None:
            raise Unavailable(told("chroma_server", url=place.url, why=reason)) from error
        raise DamagedIndex(told("chroma_failed", folder=place.folder, why=reason)) from error
