"""What is asked of an evaluation, and which items that means."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Language
from eval.errors import BadItem
from eval.items import Item
from eval.phrases import phrase


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of `depeche eval`; `eval.main.evaluate` says what they do.

    ``language`` is that of what a person reads.
    """

    out: Path | None = None
    only: Sequence[str] = ()
    category: Sequence[str] = ()
    explain: str | None = None
    update: bool = False
    allow_regression: bool = False
    pin: bool = False
    language: Language = "en"


def choose(items: tuple[Item, ...], wish: Wish) -> tuple[Item, ...]:
    """The items wished for, in the order of the sets; all of them without a wish.

    :raises BadItem: an id or category that no item has.
    """
    ids = {wish.explain} if wish.explain else set(wish.only)
    if unknown := sorted(ids - {item.id for item in items}):
        raise BadItem(phrase("no item {names} in the question sets", names=", ".join(unknown)))
    if unknown := sorted(set(wish.category) - {item.category for item in items}):
        raise BadItem(phrase("no item of category {names} in the question sets", names=", ".join(unknown)))
    chosen = tuple(
        item
        for item in items
        if (not ids or item.id in ids) and (not wish.category or item.category in wish.category)
    )
    if not chosen:
        raise BadItem(phrase("no item is both of these ids and of these categories"))
    return chosen
