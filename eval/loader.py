"""Reads question sets (`sets/*.jsonl`, one item a line) and accepts nothing that it does not know."""

import json
from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

from eval.errors import BadItem
from eval.items import Day, Entity, Item, Matcher, Nugget, Number, Words
from eval.phrases import Phrase, phrase

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
                raise BadItem(doubled(item, f"{path.name}:{number}", places[item.id]))
            items[item.id], places[item.id] = item, f"{path.name}:{number}"
    if not items:
        none = "no item in {folder}/*.jsonl; a question set has one JSON object a line"
        raise BadItem(phrase(none, folder=folder))
    for item in items.values():
        if item.twin and (why := broken_twin(item, items)):
            raise BadItem(complaint(places[item.id], item.id, why))
    return tuple(items.values())


def complaint(place: str, name: str, why: object) -> Phrase:
    """What is wrong with the item called ``name``, and where it stands."""
    return phrase("{place}: {item}: {why}", place=place, item=name, why=why)


def doubled(item: Item, place: str, other: str) -> Phrase:
    """That an item at ``other`` has the same id."""
    return complaint(place, item.id, phrase("the id is also that of {other}", other=other))


def lines_of(path: Path) -> list[str]:
    """The lines of a question set.

    :raises BadItem: it cannot be read as UTF-8.
    """
    try:
        # Not splitlines(): it also cuts at U+2028, which JSON allows inside a string.
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadItem(phrase("{file}: cannot be read as UTF-8 ({why})", file=path.name, why=error)) from error


def read_line(line: str, place: str) -> Item:
    """The item on one line of a question set.

    :raises BadItem: it is none; the message begins with ``place``.
    """
    try:
        raw = json.loads(line, object_pairs_hook=_without_doubles, parse_constant=_refuse_constant)
    except ValueError as error:
        raise BadItem(phrase("{place}: not a JSON object ({why})", place=place, why=_why(error))) from error
    name = raw.get("id", "(no id)") if isinstance(raw, dict) else "(no id)"
    try:
        return read_item(raw)
    except ValueError as error:
        raise BadItem(complaint(place, name, _why(error))) from error


def _why(error: ValueError) -> object:
    """The phrase that it was raised with, or what Python says."""
    return error.args[0] if error.args and isinstance(error.args[0], Phrase) else error


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
        raise ValueError(phrase("not a matcher: {value}", value=repr(raw)))
    match sorted(raw):
        case ["str"]:
            return Words(_text(raw["str"]))
        case ["num", "unit"]:
            return Number(_decimal(raw["num"]), _text(raw["unit"]))
        case ["date"]:
            return Day(_text(raw["date"]))
        case ["entity"]:
            return Entity(_each(raw["entity"], _text))
    why = "unknown matcher {value}; one of str, num with unit, date, entity"
    raise ValueError(phrase(why, value=sorted(raw)))


def _nugget(raw: object) -> Nugget:
    fields = _fields(raw, required=("id", "vital", "any_of"))
    return Nugget(_text(fields["id"]), _truth(fields["vital"]), _each(fields["any_of"], read_matcher))


def _fields(raw: object, *, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise ValueError(phrase("not an object: {value}", value=repr(raw)))
    if unknown := sorted(set(raw) - set(required) - set(optional)):
        raise ValueError(phrase("unknown key {names}", names=", ".join(unknown)))
    if missing := sorted(set(required) - set(raw)):
        raise ValueError(phrase("missing key {names}", names=", ".join(missing)))
    return raw


def _each(raw: object, read: Callable[[object], _T]) -> tuple[_T, ...]:
    if not isinstance(raw, list):
        raise ValueError(phrase("not a list: {value}", value=repr(raw)))
    return tuple(read(value) for value in raw)


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ValueError(phrase("not a string: {value}", value=repr(raw)))
    return raw


def _decimal(raw: object) -> Decimal:
    # As a string: a JSON float would be compared after a rounding that nobody asked for.
    try:
        return Decimal(_text(raw))
    except InvalidOperation as error:
        raise ValueError(phrase("not a decimal number: {value}", value=repr(raw))) from error


def _truth(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError(phrase("not true or false: {value}", value=repr(raw)))
    return raw


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(phrase("a key stands twice in {names}", names=keys))
    return dict(pairs)


def _refuse_constant(name: str) -> float:
    raise ValueError(phrase("{name} is not JSON", name=name))


def broken_twin(item: Item, items: dict[str, Item]) -> Phrase | None:
    """Why ``item.twin`` is not the same question in the other language, if it is not."""
    other = items.get(item.twin)
    if other is None:
        return phrase("its twin {twin} is no item", twin=item.twin)
    if other.twin != item.id:
        named = other.twin or phrase("nobody")
        return phrase("its twin {twin} names {other} as twin", twin=item.twin, other=named)
    if other.lang == item.lang:
        return phrase("its twin {twin} is in the same language", twin=item.twin)
    if other.answerable != item.answerable:
        return phrase("its twin {twin} is answerable={value}", twin=item.twin, value=other.answerable)
    return None
