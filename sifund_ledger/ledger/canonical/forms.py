"""How the events of each type are written as a line and read back: prepared once for a type, from its fields."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from itertools import repeat
from types import MemberDescriptorType
from typing import Any, Final, NamedTuple

from sifund_ledger.ledger.canonical.fields import (
    TAGS,
    WHOLE_NUMBER,
    Undecodable,
    decode_date,
    decode_value,
    encode_value,
    frame,
    unframe,
)
from sifund_ledger.ledger.records import Event


class _Simple(NamedTuple):
    """A type whose values are read plainly: by which pattern, and what makes the value of its text."""

    type: type
    pattern: str
    read: Callable[[str], Any] | None


_SIMPLE: Final = {
    "str": _Simple(str, r"s([^\t\n]*)", None),
    "int": _Simple(int, rf"i({WHOLE_NUMBER})", int),
    "date": _Simple(date, r"d([0-9-]{10})", decode_date),
}


class EventForm:
    """The form of an event type: kind, version, and its fields in order.

    A field declared as ``str``, ``int`` or ``date`` holds just that. Where all are, events are read many at a time by
    one pattern; anything else goes value by value.
    """

    def __init__(self, event_type: type[Event]) -> None:
        specs = fields(event_type)  # type: ignore[arg-type]
        self.event_type = event_type
        self.names = tuple(spec.name for spec in specs)
        self._start = (event_type.kind, str(event_type.version))
        # A module's annotations are text or types, as it chooses.
        declared = [spec.type if isinstance(spec.type, str) else getattr(spec.type, "__name__", "") for spec in specs]
        self._simple = [_SIMPLE.get(name) for name in declared]
        plain = [simple for simple in self._simple if simple is not None]
        self._plain = len(plain) == len(self.names)
        self._types = [simple.type for simple in plain] if self._plain else None
        start = frame(self._start)
        self._template = "\t".join([start.replace("%", "%%"), *[f"{TAGS[simple.type]}%s" for simple in plain]])
        self._match = re.compile("\t".join([re.escape(start), *[simple.pattern for simple in plain]])).fullmatch
        self._setters = _setters_of(event_type, self.names)
        self._readers = tuple((i, simple.read) for i, simple in enumerate(plain) if simple.read is not None)

    def write(self, event: Event) -> str:
        """The event as a line. Raises ``TypeError`` where a field does not hold what it is declared to."""
        values = tuple([getattr(event, name) for name in self.names])
        if [*map(type, values)] == self._types:
            line = self._template % values
            # Nothing needs escaping if the line has no tab but those of the template, and no other such character.
            if line.count("\t") == len(values) + 1 and "\n" not in line and "\\" not in line:
                return line
        self._check(values)
        return frame((*self._start, *map(encode_value, values)))

    def read_all(self, lines: Sequence[str]) -> list[Event]:
        """The events that :meth:`write` made the lines from. Raises :class:`Undecodable` for anything else."""
        if not self._plain or not self.names or "\\" in "".join(lines):
            return [self._read(line) for line in lines]
        columns: list[Iterable[Any]] = columns_of(self._match, lines, f"it is no event {self.event_type.kind!r}")
        for i, read in self._readers:
            columns[i] = map(read, columns[i])
        if self._setters is None:
            return [*map(self.event_type, *columns)]
        made: list[Event] = [*map(object.__new__, repeat(self.event_type, len(lines)))]
        for set_field, column in zip(self._setters, columns, strict=True):
            deque(map(set_field, made, column), maxlen=0)
        return made

    def _read(self, line: str) -> Event:
        kind, _, *parts = unframe(line)
        if len(parts) != len(self.names):
            raise Undecodable(f"the event {kind!r} has {len(self.names)} fields, not {len(parts)}")
        values = [*map(decode_value, parts)]
        self._check(values)
        return self.event_type(*values)

    def _check(self, values: tuple[Any, ...] | list[Any]) -> None:
        for name, simple, value in zip(self.names, self._simple, values, strict=True):
            if simple is not None and type(value) is not simple.type:
                raise TypeError(f"{self.event_type.kind}.{name} is {value!r:.40}, not of type {simple.type.__name__}")


def columns_of(match: Callable[[str], re.Match[str] | None], texts: Sequence[str], fault: str) -> list[Any]:
    """The groups of a pattern, a column for each, over all of the texts. Raises :class:`Undecodable` with the fault."""
    matches = [*map(match, texts)]
    if None in matches:
        raise Undecodable(fault)
    return [*zip(*map(re.Match.groups, matches), strict=True)]  # type: ignore[arg-type]


def _setters_of(event_type: type[Event], names: Sequence[str]) -> list[Callable[[Any, Any], None]] | None:
    """What sets each field, where setting them is all that making an event is.

    A frozen dataclass sets its fields one by one in Python; through these, a column of them is set in C.
    """
    slots = [getattr(event_type, name, None) for name in names]
    if hasattr(event_type, "__post_init__") or not all(isinstance(slot, MemberDescriptorType) for slot in slots):
        return None
    return [slot.__set__ for slot in slots]  # type: ignore[union-attr]


class _Forms(dict[type[Event], EventForm]):
    def __missing__(self, event_type: type[Event]) -> EventForm:
        form = self[event_type] = EventForm(event_type)
        return form


FORMS: Final = _Forms()
"""The form of every event type; made when it is first asked for."""
