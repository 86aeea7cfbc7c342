"""Which items choose the engine's settings (dev) and which judge them (test), so that no article does both.

Items that name a common article, or are twins, form a story; the SHA-256 of the story's name, the first of
its article ids (of its item ids where it has no article), decides for the whole story. Nothing is drawn: an
item keeps its side until its story meets another one.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from eval.items import Item

# One story in so many is for tuning: a quarter, the 120 of 470 items that issue 5 asks for.
DEV_SHARE = 4


def dev_items(items: Iterable[Item]) -> frozenset[str]:
    """The ids of the items that belong to dev."""
    return frozenset(item.id for name, story in stories(items).items() if _is_dev(name) for item in story)


def stories(items: Iterable[Item]) -> dict[str, tuple[Item, ...]]:
    """The items by the name of their story, in the order of their first item."""
    items = tuple(items)
    parent: dict[str, str] = {}
    for item in items:
        first, *others = _names(item)
        for other in others:
            _join(parent, first, other)
    grouped: dict[str, list[Item]] = {}
    for item in items:
        grouped.setdefault(_root(parent, _names(item)[0]), []).append(item)
    return {_name(story): tuple(story) for story in grouped.values()}


def _names(item: Item) -> Sequence[str]:
    """What ties an item to others; item ids and article ids may look alike, so each says which it is."""
    articles = (f"article {ref.partition('#')[0]}" for ref in item.passage_ids)
    return (f"item {item.id}", *articles, *([f"item {item.twin}"] if item.twin else []))


def _name(story: Sequence[Item]) -> str:
    articles = [ref.partition("#")[0] for item in story for ref in item.passage_ids]
    return min(articles or [item.id for item in story])


def _is_dev(story: str) -> bool:
    return sha256(story.encode()).digest()[0] % DEV_SHARE == 0


def _root(parent: Mapping[str, str], name: str) -> str:
    while parent.get(name, name) != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first
