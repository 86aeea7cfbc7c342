"""Reads question sets (`sets/*.jsonl`, one item a line) and accepts nothing that it does not know."""

import json
from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from eval.errors import BadItem
from eval.items import Day, Entity, Item, Matcher, Nugget, Number, Words

SETS = Path(__file__).parent / "sets"

_ITEM_REQUIRED = ("id", "lang", "question", "category", "answerable")
_ITEM_OPTIONAL = ("gold", "acceptable", "nuggets", "forbidden", "twin", "note")

_T = TypeVar("_T")


def load_sets(folder: Path = SETS) -> tuple[Item, ...]:
    """All items of ``folder/*.jsonl`` in file and line order.

    :raises BadItem: no item at all, or a line that is not one; the message names file, line and id.
    """
    items: dict[str, Item] = {}
    places: dict[str, str] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(lines_of(path), start=1):
            item = read_line(line, f"{path.name}:{number}")
            if item.id in items:
                raise BadItem(f"{path.name}:{number}: {item.id}: the id is also that of {places[item.id]}")
            items[item.id], places[item.id] = item, f"{path.name}:{number}"
    if not items:
        raise BadItem(f"no item in {folder}/*.jsonl; a question set has one JSON object a line")
    for item in items.values():
        if item.twin and (why := broken_twin(item, items)):
            raise BadItem(f"{places[item.id]}: {item.id}: {why}")
    return tuple(items.values())


def lines_of(path: Path) -> list[str]:
    """The lines of a question set.

    :raises BadItem: it cannot be read as UTF-8.
    """
    try:
        # Not splitlines(): it also cuts at U+2028, which JSON allows inside a string.
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadItem(f"{path.name}: cannot be read as UTF-8 ({error})") from error


def read_line(line: str, place: str) -> Item:
    """The item on one line of a question set.

    :raises BadItem: it is none; the message begins with ``place``.
    """
    try:
        raw = json.loads(line, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except ValueError as error:
        raise BadItem(f"{place}: not a JSON object ({error})") from error
    name = raw.get("id", "(no id)") if isinstance(raw, dict) else "(no id)"
    try:
        return read_item(raw)
    except ValueError as error:
        raise BadItem(f"{place}: {name}: {error}") from error


def read_item(raw: object) -> Item:
    """The item that a decoded JSON object describes.

    :raises ValueError: an unknown or missing key, a value of the wrong kind, or see `Item`.
    """
    fields = _fields(raw, required=_ITEM_REQUIRED, optional=_ITEM_OPTIONAL)
    return Item(
        id=_text(fields["id"]),
        lang=_text(fields["lang"]),  # type: ignore[arg-type]  # Item checks it
        question=_text(fields["question"]),
        category=_text(fields["category"]),  # type: ignore[arg-type]  # Item checks it
        answerable=_truth(fields["answerable"]),
        gold=_each(fields.get("gold", []), lambda group: _each(group, _text)),
        acceptable=_each(fields.get("acceptable", []), _text),
        nuggets=_each(fields.get("nuggets", []), _nugget),
        forbidden=_each(fields.get("forbidden", []), read_matcher),
        twin="" if fields.get("twin") is None else _text(fields["twin"]),
        note=_text(fields.get("note", "")),
    )


def read_matcher(raw: object) -> Matcher:
    """The matcher that ``{"str"|"num"+"unit"|"date"|"entity": …}`` describes.

    :raises ValueError: an unknown kind or a value of the wrong type.
    """
    if not isinstance(raw, dict):
        raise ValueError(f"not a matcher: {raw!r}")
    match sorted(raw):
        case ["str"]:
            return Words(_text(raw["str"]))
        case ["num", "unit"]:
            return Number(_decimal(raw["num"]), _text(raw["unit"]))
        case ["date"]:
            return Day(_text(raw["date"]))
        case ["entity"]:
            return Entity(_each(raw["entity"], _text))
    raise ValueError(f"unknown matcher {sorted(raw)}; one of str, num with unit, date, entity")


def _nugget(raw: object) -> Nugget:
    fields = _fields(raw, required=("id", "vital", "any_of"))
    return Nugget(_text(fields["id"]), _truth(fields["vital"]), _each(fields["any_of"], read_matcher))


def _fields(raw: object, *, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise ValueError(f"not an object: {raw!r}")
    if unknown := sorted(set(raw) - set(required) - set(optional)):
        raise ValueError(f"unknown key {', '.join(unknown)}")
    if missing := sorted(set(required) - set(raw)):
        raise ValueError(f"missing key {', '.join(missing)}")
    return raw


def _each(raw: object, read: Callable[[object], _T]) -> tuple[_T, ...]:
    if not isinstance(raw, list):
        raise ValueError(f"not a list: {raw!r}")
    return tuple(read(value) for value in raw)


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError(f"not a string: {raw!r}")
    return raw


def _decimal(raw: object) -> Decimal:
    # As a string: a JSON float would be compared after a rounding that nobody asked for.
    try:
        return Decimal(_text(raw))
    except InvalidOperation as error:
        raise ValueError(f"not a decimal number: {raw!r}") from error


def _truth(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(f"not true or false: {raw!r}")
    return raw


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice in {keys}")
    return dict(pairs)


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")


def broken_twin(item: Item, items: dict[str, Item]) -> str:
    """Why ``item.twin`` is not the same question in the other language, or ""."""
    other = items.get(item.twin)
    if other is None:
        return f"its twin {item.twin} is no item"
    if other.twin != item.id:
        return f"its twin {item.twin} names {other.twin or 'nobody'} as twin"
    if other.lang == item.lang:
        return f"its twin {item.twin} is in the same language"
    if other.answerable != item.answerable:
        return f"its twin {item.twin} is answerable={other.answerable}"
    return ""
