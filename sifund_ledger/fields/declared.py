"""A field as it is declared (fält), and the reading of many at once, with every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

from sifund_ledger.errors import Refused
from sifund_ledger.fields import findings as codes
from sifund_ledger.fields.composed import key_unknown, pairs
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import KRONOR, Kind, Setting, example_of, unreadable
from sifund_ledger.findings import Bilingual, Example, Finding, Named
from sifund_ledger.written import as_a_choice, cleaned

REQUIRED: Final = object()
"""The default of a field that must be given."""
APART: Final = object()
"""Marks the annotation of a field that is neither read nor written: what only Python code sets."""


_TABLES: Final = Bilingual("tabeller", "tables")


class Said(NamedTuple):
    """What a field is called in Swedish, and its help in both languages; stands in the field's annotation."""

    sv: str
    help_sv: str = ""
    help_en: str = ""


@dataclass(frozen=True, slots=True, eq=False)
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
        if APART in marks:
            continue
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
    by_name = _by_name(tuple(declared))
    read: dict[str, Any] = {}
    faults = Faults()
    given, in_capitals = set[str](), set[str]()
    for key, value in values.items():
        field = by_name.get(cleaned(key) if isinstance(key, str) else key)
        at = f"{place}.{key}" if place else str(key)
        if field is None:
            faults.append(key_unknown(at, str(key), what, ((name, known.name) for name, known in by_name.items())))
            if isinstance(key, str) and (meant := by_name.get(as_a_choice(key))):
                in_capitals.add(meant.name)  # one finding is enough: the field is not reported as missing too
            continue
        if field.name in given:
            faults.append(codes.KEY_TWICE.at(at, key=Named(*field.words)))
        given.add(field.name)
        if value is None and not field.required:
            read[field.name] = field.default
            continue
        with faults:
            read[field.name] = field.kind.read(value, at, setting)
    for field in declared:
        if field.name in given or (field.required and field.name in in_capitals):
            continue
        if field.required:
            at = f"{place}.{field.name}" if place else field.name
            faults.append(missing(at, what, field.words, field.kind.example))
        else:
            read[field.name] = field.default
    return read, faults


def missing(place: str, what: Bilingual, key: Bilingual, example: str | Bilingual) -> Finding:
    """The finding that ``what`` lacks a field, which has an ``example`` in TOML."""
    return codes.FIELD_MISSING.at(place, what=what, key=Named(*key), example=Example(example, key))


@cache
def _by_name(declared: tuple[Field, ...]) -> dict[str, Field]:
    return {name: field for field in declared for name in (field.words.sv, field.name)}


def table_of(
    what: Bilingual, declared: Sequence[Field], of: type, *, make: Callable[..., Any] | None = None,
    check: Callable[[Mapping[str, Any], str], Iterable[Finding]] | None = None,
) -> Kind:  # fmt: skip
    """The kind of a table with fields of its own, made into a value ``of`` a type, which such a value stays as it is.

    ``make`` makes it, where the type does not by itself; ``check`` finds faults in what could be read.
    """

    def read(value: Any, place: str, setting: Setting) -> Any:
        if of is not dict and isinstance(value, of):
            return value
        if not isinstance(value, Mapping):
            raise unreadable(Bilingual("en tabell", "a table"), value, place, example)
        values, faults = read_fields(declared, value, what=what, place=place, setting=setting)
        faults += check(values, place) if check else ()
        if faults:
            raise Refused(faults)
        return (make or of)(**values)

    def parts(texts: Sequence[str]) -> Any:
        """``year=2011,left=5`` as a file has it, its whole numbers as numbers; text without fields stays as it is."""
        if not any("=" in text for text in texts):
            return texts[0]
        whole = {name for each in declared if each.kind.schema.get("type") == "integer" for name in each.words}
        return {
            key: int(text) if key in whole and text.isascii() and text.isdigit() else text
            for key, text in pairs(texts).items()
        }

    shown = [field for field in declared if field.required] or declared[:1]
    form = ", ".join(["{} = {}"] * len(shown))
    example = example_of(f"{{{{ {form} }}}}", *(each for field in shown for each in (field.words, field.kind.example)))
    name = what.en.removeprefix("The ").lower().replace(" ", "_")
    return Kind(name, what, read, example, schema_of(declared), parts, many=_TABLES)


def schema_of(declared: Sequence[Field]) -> dict[str, Any]:
    """The JSON Schema of a table with these fields, under their English names."""
    return {
        "type": "object",
        "properties": {
            field.name: {**field.kind.schema, "description": f"{field.words.sv}: {field.help.en}"} for field in declared
        },
        "required": [field.name for field in declared if field.required],
        "additionalProperties": False,
    }
