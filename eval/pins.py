"""Ties question sets to the text they were written for: hashes of every passage that an item names."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus.article import Article, Passage
from corpus.passage import passages_of, text_hash
from eval.errors import BadPins
from eval.files import write_atomically
from eval.items import Item
from eval.loader import SETS
from eval.phrases import Phrase, joined, phrase

PINS = SETS / "passages.json"


def passages_by_id(articles: Iterable[Article]) -> dict[str, Passage]:
    """Every passage of ``articles`` by its id."""
    return {passage.id: passage for article in articles for passage in passages_of(article)}


def pin(items: Iterable[Item], articles: Iterable[Article], path: Path = PINS) -> tuple[str, ...]:
    """Writes the hash of each passage that ``items`` name; returns the ids whose hash is new or another.

    :raises BadPins: an id that the articles do not have, or of page furniture; nothing is written.
    """
    articles = tuple(articles)
    hashes = _hashes(items, articles)
    old = read_pins(path) if path.exists() else {}
    write_atomically(path, json.dumps(hashes, indent=1, sort_keys=True) + "\n")
    return tuple(ref for ref in sorted(hashes) if old.get(ref) != hashes[ref])


def check_pins(items: Iterable[Item], articles: Iterable[Article], pins: Mapping[str, str]) -> None:
    """Refuses items whose passages are not the pinned ones.

    :raises BadPins: naming every passage that is unknown, furniture, unpinned or altered.
    """
    hashes = _hashes(items, tuple(articles))
    unpinned = [ref for ref in sorted(hashes) if ref not in pins]
    if unpinned:
        why = "not pinned: {refs}; check the items, then depeche eval --pin"
        raise BadPins(phrase(why, refs=", ".join(unpinned)))
    altered = [ref for ref in sorted(hashes) if pins[ref] != hashes[ref]]
    if altered:
        why = (
            "the text has changed since it was pinned: {refs}; check the items that cite it, "
            "then depeche eval --pin"
        )
        raise BadPins(phrase(why, refs=", ".join(altered)))


def read_pins(path: Path = PINS) -> dict[str, str]:
    """The pinned hashes (sha256, hexadecimal) by passage id.

    :raises BadPins: the file is missing or not what `pin` writes.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        why = "{path} cannot be read ({why}); write it with depeche eval --pin"
        raise BadPins(phrase(why, path=path, why=error)) from error
    if not isinstance(raw, dict) or not all(isinstance(value, str) for value in raw.values()):
        why = "{path} is not an object of hashes; write it with depeche eval --pin"
        raise BadPins(phrase(why, path=path))
    return raw


def _hashes(items: Iterable[Item], articles: tuple[Article, ...]) -> dict[str, str]:
    known = passages_by_id(articles)
    paragraphs = {f"{a.id}#p{index}" for a in articles for index in range(len(a.paragraphs))}
    hashes: dict[str, str] = {}
    faults: list[Phrase] = []
    for item in items:
        for ref in item.passage_ids:
            if ref in known:
                hashes[ref] = text_hash(known[ref].text)
            else:
                kind = "page furniture" if ref in paragraphs else "unknown"
                faults.append(phrase(f"{{ref}} of {{item}} is {kind}", ref=ref, item=item.id))
    if faults:
        raise BadPins(joined("; ", faults))
    return hashes
