"""JSON Schema (draft 2020-12) of a shape, made from its annotations."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from moneyed import Money

from sifund_ledger.decisions import Decision
from sifund_ledger.exchange.wire.values import Amount, Others, Text, Words

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"}, int: {"type": "integer"}, bool: {"type": "boolean"}, NoneType: {"type": "null"}, Any: {},
    date: {"type": "string"}, Fraction: {"type": "string"}, Decision: {"type": "string"},
}  # fmt: skip


def schema_of(shape: object, name: str, version: int = 1, *, closed: bool = False) -> dict[str, Any]:
    """The JSON Schema of a shape, under a name with a version.

    Objects may have more keys than are declared, since a later version may add some, unless it is ``closed``.

    >>> from typing import TypedDict
    >>> class Fund(TypedDict):
    ...     name: str
    ...     balance: Amount
    >>> schema = schema_of(Fund, "fund")
    >>> schema["$id"], schema["$ref"], schema["$defs"]["Fund"]["required"]
    ('urn:sifund:fund:1', '#/$defs/Fund', ['name', 'balance'])
    """
    making = _Making(closed=closed)
    made = making.of(shape)
    head = {"$schema": DIALECT, "$id": f"urn:sifund:{name}:{version}", "title": f"sifund-{name}-{version}"}
    return {**head, **made, "$defs": dict(sorted(making.defined.items()))}


class _Making:
    """The schemas of shapes, each defined once."""

    def __init__(self, *, closed: bool) -> None:
        self.closed = closed
        self.defined: dict[str, dict[str, Any]] = {}

    def of(self, hint: Any) -> dict[str, Any]:
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if hint is Money:
            return self.of(Amount)
        if is_typeddict(hint) or is_dataclass(hint):
            return self._reference(hint)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return {"enum": [each.value for each in hint]}
        return self._composed(get_origin(hint), get_args(hint), hint)

    def _composed(self, origin: Any, parts: tuple[Any, ...], hint: Any) -> dict[str, Any]:
        if origin is Annotated:
            return self._marked(*parts)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin in (Union, UnionType):
            return _either([self.of(part) for part in parts])
        if origin is list or (origin is tuple and parts[-1] is ...):
            return {"type": "array", "items": self.of(parts[0])}
        if origin is tuple:
            whole = [self.of(part) for part in parts]
            return {"type": "array", "prefixItems": whole, "items": False, "minItems": len(whole)}
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if isinstance(hint, type) and issubclass(hint, tuple):  # a NamedTuple leaves as the list of its values
            return self.of(tuple[tuple(get_type_hints(hint).values())])  # type: ignore[misc]
        raise TypeError(f"no JSON is declared for {hint}")

    def _marked(self, hint: Any, *marks: object) -> dict[str, Any]:
        made = self.of(hint) if not any(isinstance(mark, Others) for mark in marks) else {}
        for mark in marks:
            if isinstance(mark, Text):
                made |= {"pattern": mark.pattern, "description": mark.about}
            elif isinstance(mark, Words):
                made = {"enum": list(mark.words)}
            elif isinstance(mark, Others):
                made = self._object(mark.shape) | {"additionalProperties": self.of(mark.value)}
        return made

    def _reference(self, shape: Any) -> dict[str, Any]:
        if shape.__name__ not in self.defined:
            self.defined[shape.__name__] = {}  # a shape may have itself within
            self.defined[shape.__name__] = self._object(shape)
        return {"$ref": f"#/$defs/{shape.__name__}"}

    def _object(self, shape: Any) -> dict[str, Any]:
        hints = get_type_hints(shape, include_extras=True)
        if is_dataclass(shape):
            hints = {each.name: hints[each.name] for each in fields(shape)}
        left_out = {key for key, hint in hints.items() if get_origin(hint) is NotRequired}
        properties = {key: self.of(get_args(hint)[0] if key in left_out else hint) for key, hint in hints.items()}
        made: dict[str, Any] = {"type": "object", "description": _first_paragraph(shape), "properties": properties}
        made["required"] = [key for key in hints if key not in left_out]
        return made | ({"additionalProperties": False} if self.closed else {})


def _either(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Any of several; what is one plain type or nothing is written short."""
    if all(each.keys() == {"type"} for each in schemas):
        return {"type": [each["type"] for each in schemas]}
    return {"anyOf": schemas}


def _first_paragraph(shape: object) -> str:
    return " ".join((inspect.getdoc(shape) or "").partition("\n\n")[0].replace("``", "`").split())
