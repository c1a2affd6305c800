"""Values of a state as text (ögonblicksbild): numbers, texts, days, and the frozen values and lists made of them.

Each value stands once, behind those that it is made of, and is named by its place: so what was one object is one
again, and nothing is computed. Only classes of values of this package, and loaded ones, can be named: nothing that
stands in a text is run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, partial
from itertools import chain
from typing import Any, Final

from moneyed import SEK, Money

from sifund_ledger.named_rows import named_tuples

_PACKAGE: Final = __name__.partition(".")[0]
_PLAIN: Final[tuple[Any, ...]] = (None, True, False)
_CONTAINERS: Final[dict[str, type]] = {"tuple": tuple, "list": list, "dict": dict, "frozenset": frozenset}
_ATOMS: Final[dict[str, tuple[type, Callable[[Any], Any], Callable[[Any], Any]]]] = {
    "texts": (str, str, str),
    "numbers": (int, int, int),
    "days": (date, date.toordinal, date.fromordinal),
    "fractions": (Fraction, str, Fraction),
    "amounts": (Money, lambda money: f"{money.amount} {money.currency}", lambda text: _kronor(*text.split(" "))),
}
"""What has no parts: how it is written, and read."""


def _kronor(amount: str, currency: str) -> Money:
    if currency != SEK.code:
        raise Unfit(f"an amount in {currency}")
    return Money(Decimal(amount), SEK)


class Unfit(ValueError):
    """A value that cannot be written, or a text that is none of those that are written."""


def values_text(value: Any) -> str:
    """A value as text. Raises :class:`Unfit` for one that holds anything but values.

    >>> read_values(values_text({"a": (1, date(2014, 4, 28), [Fraction(1, 3)])}))
    {'a': (1, datetime.date(2014, 4, 28), [Fraction(1, 3)])}
    """
    return _Writer().text(value)


def read_values(text: str) -> Any:
    """The value that a text is of. Raises :class:`Unfit`."""
    try:
        return _read(json.loads(text))
    except Unfit:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as fault:
        raise Unfit(str(fault)) from fault


class _Writer:
    """The tables of a text: the atoms by their kind, classes, and what is made of what, in order."""

    def __init__(self) -> None:
        self._atoms: dict[str, dict[Any, int]] = {kind: {} for kind in _ATOMS}
        self._named: dict[type, int] = {}
        self._members: dict[tuple[type, Enum], int] = {}
        """With the class of each: members of two classes are equal where both are texts and say the same."""
        self._made: list[tuple[str, list[tuple[str, int]]]] = []
        """The class of each value that is made of others, and where these stand."""
        self._known: dict[int, tuple[str, int]] = {}
        self._kept: list[Any] = []
        """What has been written, so that no other object takes its address."""

    def text(self, value: Any) -> str:
        """The value as text."""
        last = self._place(value)
        tables = {**self._atoms, "named": self._named, "members": self._members}
        starts, start = {"plain": 0}, len(_PLAIN)
        for kind, table in tables.items():
            starts[kind], start = start, start + len(table)
        groups = self._groups()
        moved = {place: start + turn for turn, place in enumerate(chain.from_iterable(groups.values()))}

        def at(kind: str, place: int) -> int:
            return moved[place] if kind == "made" else starts[kind] + place

        written: dict[str, Any] = {kind: [*atoms] for kind, atoms in self._atoms.items()}
        written["named"] = [_name_of(each) for each in self._named]
        written["members"] = [[_name_of(of), each.value] for of, each in self._members]
        written["made"] = [
            [shape, len(places), *zip(*([at(*part) for part in self._made[place][1]] for place in places), strict=True)]
            for (_, shape, _), places in groups.items()
        ]
        written["value"] = at(*last)
        return json.dumps(written, ensure_ascii=False, separators=(",", ":"))

    def _groups(self) -> dict[tuple[int, str, int], list[int]]:
        """What is made, by how far its parts are from what has none, its class and how many they are."""
        depths: list[int] = []
        groups: dict[tuple[int, str, int], list[int]] = {}
        for place, (shape, parts) in enumerate(self._made):
            depths.append(1 + max((depths[part] for kind, part in parts if kind == "made"), default=0))
            groups.setdefault((depths[place], shape, len(parts)), []).append(place)
        return dict(sorted(groups.items()))

    def _place(self, value: Any) -> tuple[str, int]:
        """In which table, and where in it, a value stands."""
        if value is None or value is True or value is False:
            return "plain", _PLAIN.index(value)
        kind = _KIND_OF.get(type(value))
        if kind is not None:
            atoms = self._atoms[kind]
            return kind, atoms.setdefault(_ATOMS[kind][1](value), len(atoms))
        if isinstance(value, Enum):
            return "members", self._members.setdefault((type(value), value), len(self._members))
        if isinstance(value, type):
            _class_named(_name_of(value))
            return "named", self._named.setdefault(value, len(self._named))
        if id(value) not in self._known:
            parts = self._parts(value)
            self._made.append(parts)
            self._known[id(value)] = ("made", len(self._made) - 1)
            self._kept.append(value)
        return self._known[id(value)]

    def _parts(self, value: Any) -> tuple[str, list[tuple[str, int]]]:
        """The class of a value, and the places of what it is made of."""
        of = type(value)
        name = of.__name__ if of in _CONTAINERS.values() else _name_of(of)
        if of is dict:
            parts = [self._place(part) for item in value.items() for part in item]
        elif of in (tuple, list, frozenset) or (isinstance(value, tuple) and hasattr(of, "_fields")):
            parts = self._run(value)
        elif is_dataclass(of):
            parts = [self._place(getattr(value, each)) for each in _fields_of(of)]
        else:
            raise Unfit(f"{_name_of(of)} is no value")
        if of not in _CONTAINERS.values():
            _class_named(name)
        return name, parts

    def _run(self, value: Any) -> list[tuple[str, int]]:
        """The places of parts. A chain that goes back through its last part is followed to its beginning first."""
        chain = [value]
        while isinstance(chain[-1], tuple) and chain[-1] and self._is_unknown_link(chain[-1][-1], type(value)):
            chain.append(chain[-1][-1])
        for link in reversed(chain[1:]):
            self._place(link)
        return [self._place(part) for part in value]

    def _is_unknown_link(self, part: Any, of: type) -> bool:
        return type(part) is of and of is not tuple and id(part) not in self._known


_KIND_OF: Final = {of: kind for kind, (of, _, _) in _ATOMS.items()}


def _name_of(of: type) -> str:
    return f"{of.__module__}:{of.__qualname__}"


@cache
def _class_named(name: str) -> Any:
    """A class of this package by its name: one of frozen values, of members or of events. Nothing is imported."""
    module, _, qualified = name.partition(":")
    found = getattr(sys.modules.get(module), qualified, None) if module.startswith(f"{_PACKAGE}.") else None
    if not isinstance(found, type) or _name_of(found) != name:
        raise Unfit(f"{name} is no class of ours")
    if not (issubclass(found, Enum) or hasattr(found, "_fields") or is_dataclass(found)):
        raise Unfit(f"{name} is no class of values")
    return found


@cache
def _fields_of(of: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of))


@cache
def _maker(name: str, count: int) -> Callable[[Iterable[tuple[Any, ...]]], Iterable[Any]]:
    """What makes values of a class, each of so many parts."""
    if name == "tuple":
        return iter
    if name == "dict":
        return lambda rows: [dict(zip(row[::2], row[1::2], strict=True)) for row in rows]
    if name in _CONTAINERS:
        return partial(map, _CONTAINERS[name])
    of = _class_named(name)
    names = of._fields if hasattr(of, "_fields") else _fields_of(of)
    if len(names) != count:
        raise Unfit(f"{name} of {count} parts")
    if hasattr(of, "_fields"):
        return partial(named_tuples, of)
    return partial(map, partial(_made, of, names))


def _made(of: Any, names: tuple[str, ...], parts: tuple[Any, ...]) -> Any:
    """A frozen value as it was; its class made it, and found it right."""
    value = object.__new__(of)
    for name, part in zip(names, parts, strict=True):
        object.__setattr__(value, name, part)
    return value


def _read(written: Mapping[str, Any]) -> Any:
    values: list[Any] = [*_PLAIN]
    for kind, (_, _, read) in _ATOMS.items():
        atoms = written[kind]
        values += atoms if kind in ("texts", "numbers") else map(read, atoms)
    values += map(_class_named, written["named"])
    values += [_class_named(name)(value) for name, value in written["members"]]
    for name, count, *columns in written["made"]:
        # No parts are before it yet, so that none can be named that is not there.
        parts = zip(*(map(values.__getitem__, column) for column in columns), strict=True)
        values += [*_maker(name, len(columns))(parts if columns else [()] * count)]
    return values[written["value"]]
