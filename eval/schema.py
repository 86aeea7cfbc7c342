"""The item format as a JSON Schema, for editors and other tools: `python -m eval.schema > item.schema.json`.

It says what the loader says as far as a schema can: what contradicts itself across fields, or names a twin
that is not there, only the loader sees.
"""

import json
from typing import Any

from corpus.article import LANGUAGES
from eval.items import CATEGORIES, EITHER, SILENT
from eval.report import say

_TEXT = {"type": "string"}
_SAID = {"type": "string", "pattern": r"\w"}
_PASSAGE = {"type": "string", "pattern": r"^[a-z0-9][a-z0-9-]*#p[0-9]+$"}
_PASSAGES = {"type": "array", "items": _PASSAGE}
_DATE = {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?)$"}
_DECIMAL = {"type": "string", "pattern": r"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?$"}


def item_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of a question set."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An item of a Dépêche question set",
        **_object(
            required=("id", "lang", "question", "category", "answerable"),
            id={"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
            lang={"enum": list(LANGUAGES)},
            question={"type": "string", "pattern": r"\S"},
            category={"enum": list(CATEGORIES)},
            answerable={"type": "boolean"},
            gold={"type": "array", "items": _PASSAGES | {"minItems": 1}},
            acceptable=_PASSAGES,
            nuggets={"type": "array", "items": _nugget()},
            forbidden={"type": "array", "items": matcher_schema()},
            twin={"type": ["string", "null"]},
            note=_TEXT,
        ),
        "allOf": [_when_answerable(), _when_silent()],
    }


def matcher_schema() -> dict[str, Any]:
    """The JSON Schema of one way to state a fact."""
    return {
        "oneOf": [
            _object(required=("str",), str=_SAID),
            _object(required=("num", "unit"), num=_DECIMAL, unit=_TEXT),
            _object(required=("date",), date=_DATE),
            _object(required=("entity",), entity={"type": "array", "items": _SAID, "minItems": 1}),
        ]
    }


def _nugget() -> dict[str, Any]:
    ways = {"type": "array", "items": matcher_schema(), "minItems": 1}
    return _object(
        required=("id", "vital", "any_of"), id={"type": "string", "minLength": 1}, vital={"type": "boolean"},
        any_of=ways,
    )  # fmt: skip


def _when_answerable() -> dict[str, Any]:
    """An answer needs gold and a vital nugget; no answer is only for the categories that may have none."""
    vital = {"type": "object", "properties": {"vital": {"const": True}}, "required": ["vital"]}
    return {
        "if": {"properties": {"answerable": {"const": True}}},
        "then": {
            "required": ["gold", "nuggets"],
            "properties": {
                "gold": {"minItems": 1},
                "nuggets": {"contains": vital},
                "category": {"not": {"enum": list(SILENT)}},
            },
        },
        "else": {"properties": {"category": {"enum": [*SILENT, *EITHER]}}},
    }


def _when_silent() -> dict[str, Any]:
    return {
        "if": {"properties": {"category": {"enum": list(SILENT)}}},
        "then": {"properties": {"gold": {"maxItems": 0}, "nuggets": {"maxItems": 0}}},
    }


def _object(*, required: tuple[str, ...], **properties: object) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


if __name__ == "__main__":
    say((json.dumps(item_schema(), indent=1, ensure_ascii=False),))
