"""A new generation, built aside: nothing unfinished is ever visible, nothing finished is ever altered."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from corpus.article import LANGUAGES, Article, Language, Passage
from corpus.passage import passages_of, text_hash
from rag.index.catalogue import Entry, corpus_digest, write_catalogue
from rag.index.embedder import Embedder, Vectors
from rag.index.generations import collect, new_folder, publish
from rag.index.indexed import indexed_text
from rag.index.kept import kept_vectors
from rag.index.layout import CANARY, CATALOGUE, hashes_file, place_of, vectors_file, words_folder
from rag.index.lexical import LexicalIndex
from rag.index.manifest import Manifest, form, hashes, seal
from rag.index.shelf import row_ids
from rag.index.store import PassageStore
from rag.settings import Settings


def build(settings: Settings, articles: Sequence[Article], embedder: Embedder) -> int:
    """Builds the generation of ``articles``, makes it serve and returns how many passages it holds.

    Only texts without a kept vector are embedded. The generation before this one stays, older ones go.
    """
    folder = new_folder(settings.index)
    name = folder.stem
    try:
        cut = [(article, passages_of(article)) for article in articles]
        entries = tuple(sorted((Entry.of(*each) for each in cut), key=lambda entry: entry.article_id))
        by_id = {passage.id: passage for _, passages in cut for passage in passages}
        canary = embedder.embed_query(CANARY)
        known = kept_vectors(settings.index, embedder.fingerprint, canary)
        store = PassageStore.open(place_of(settings, name, folder))
        try:
            store.drop()  # what an interrupted writer left on a server under this name
            for language in LANGUAGES:
                ids = row_ids([entry for entry in entries if entry.language == language])
                if ids:
                    _write_shelf(folder, [by_id[identifier] for identifier in ids], embedder, known, store)
        finally:
            store.close()
        write_catalogue(folder / CATALOGUE, entries)
        digest = seal(folder, _manifest(settings, folder, entries, (embedder.fingerprint, canary)))
        publish(folder, digest)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    _collect(settings)
    return len(by_id)


def _write_shelf(
    folder: Path,
    passages: Sequence[Passage],
    embedder: Embedder,
    known: Mapping[str, Vectors],
    store: PassageStore,
) -> None:
    """Vectors, words and collection of one language; ``passages`` are in the order of their ids."""
    language = passages[0].language
    ids = [passage.id for passage in passages]
    texts = [indexed_text(passage) for passage in passages]
    digests = [text_hash(text) for text in texts]
    new = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    known = {**known, **dict(zip(new, embedder.embed_passages(list(new.values())), strict=True))}
    vectors = np.array([known[digest] for digest in digests], np.float32)
    np.save(vectors_file(folder, language), vectors, allow_pickle=False)
    hashes_file(folder, language).write_text("\n".join(digests), encoding="ascii")
    LexicalIndex.build(texts, ids, language).save(words_folder(folder, language))
    store.write(language, passages, vectors)


def _manifest(
    settings: Settings, folder: Path, entries: tuple[Entry, ...], model: tuple[str, Vectors]
) -> Manifest:
    fingerprint, canary = model
    return Manifest(
        form=form(),
        embedder=fingerprint,
        dimension=len(canary),
        server=settings.chroma,
        corpus=corpus_digest(entries),
        counts={language: _count(entries, language) for language in LANGUAGES},
        canary=tuple(round(float(number), 6) for number in canary),
        files=hashes(folder),
    )


def _count(entries: Iterable[Entry], language: Language) -> int:
    return sum(len(entry.passages) for entry in entries if entry.language == language)


def _collect(settings: Settings) -> None:
    for name in collect(settings.index):
        if settings.chroma:
            store = PassageStore.open(place_of(settings, name, settings.index / name))
            try:
                store.drop()
            finally:
                store.close()
