"""A field as it is declared (fält), and the reading of many at once, with every fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

from sifund_ledger.errors import Refused
from sifund_ledger.fields import findings as codes
from sifund_ledger.fields.kinds import KRONOR, Kind, Setting
from sifund_ledger.findings import Bilingual, Finding

REQUIRED: Final = object()
"""The default of a field that must be given."""


class Said(NamedTuple):
    """What a field is called in Swedish, and its help in both languages; stands in the field's annotation."""

    sv: str
    help_sv: str = ""
    help_en: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field (fält): its name, what it is called and helped with in both languages, its kind, its default."""

    name: str
    kind: Kind
    words: Bilingual
    help: Bilingual
    default: Any = REQUIRED

    @property
    def required(self) -> bool:
        """Whether the field must be given."""
        return self.default is REQUIRED


@cache
def fields_of(declaration: type) -> tuple[Field, ...]:
    """The fields of a dataclass whose annotations name their kinds: ``Annotated[int, YEAR, Said("år")]``.

    A part behind another counts before it, so that a named type may be given other words. Raises ``TypeError`` for a
    field without a kind: that is a mistake in the code, not in what a user gave.
    """
    hints = get_type_hints(declaration, include_extras=True)
    made = []
    for spec in fields(declaration):
        marks = list(_marks(hints[spec.name]))
        kind = next((mark for mark in reversed(marks) if isinstance(mark, Kind)), None)
        if kind is None:
            raise TypeError(f"{declaration.__name__}.{spec.name} names no kind")
        said = next((mark for mark in reversed(marks) if isinstance(mark, Said)), Said(kind.words.sv))
        default = spec.default if spec.default is not MISSING else REQUIRED
        if spec.default_factory is not MISSING:
            default = spec.default_factory()
        words = Bilingual(said.sv, spec.name)
        made.append(Field(spec.name, kind, words, Bilingual(said.help_sv, said.help_en), default))
    return tuple(made)


def _marks(hint: Any) -> Iterable[Any]:
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        yield from _marks(inner)
        yield from marks
    elif get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            if part is not NoneType:
                yield from _marks(part)


def read_fields(
    declared: Sequence[Field], values: Mapping[str, Any], *, what: Bilingual, place: str = "",
    setting: Setting = KRONOR,
) -> tuple[dict[str, Any], list[Finding]]:  # fmt: skip
    """What could be read of values given by name, Swedish names among them, and every fault of the rest.

    ``what`` is what has the fields, for the messages. A value of ``None`` counts as not given. Places are
    ``place.field``.
    """
    by_name = {name: field for field in declared for name in (field.words.sv, field.name)}
    read: dict[str, Any] = {}
    faults: list[Finding] = []
    given = set()
    for key, value in values.items():
        field = by_name.get(key)
        at = _at(place, str(key))
        if field is None:
            faults.append(_unknown(declared, key, what, at))
            continue
        given.add(field.name)
        if value is None and not field.required:
            read[field.name] = field.default
            continue
        try:
            read[field.name] = field.kind.read(value, at, setting)
        except Refused as refusal:
            faults += refusal.findings
    for field in declared:
        if field.name in given:
            continue
        if field.required:
            at = _at(place, field.name)
            example = f"{field.name} = {field.kind.example}"
            faults.append(codes.FIELD_MISSING.at(at, what=what, key=field.name, example=example))
        else:
            read[field.name] = field.default
    return read, faults


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _unknown(declared: Sequence[Field], key: object, what: Bilingual, place: str) -> Finding:
    near = closest(str(key), [name for field in declared for name in (field.name, field.words.sv)])
    meant = Bilingual(f" Menas {near}?", f" Is {near} meant?") if near else ""
    known = [field.name for field in declared]
    return codes.FIELD_UNKNOWN.at(place, what=what, key=str(key)[:80], meant=meant, known=", ".join(known))


def closest(given: str, known: Sequence[str]) -> str:
    """The known name that is most like the one given, or an empty text.

    >>> closest("realised_gain", ["net_result", "realised_gains"])
    'realised_gains'
    """
    return next(iter(get_close_matches(given, known, n=1, cutoff=0.7)), "")
