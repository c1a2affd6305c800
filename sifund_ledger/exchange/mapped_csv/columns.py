"""Where the columns of a file go (kolumner): a tree as that of an event, with columns in the place of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sifund_ledger.errors import Refused
from sifund_ledger.exchange.mapped_csv.forms import SIGN, Sign
from sifund_ledger.fields.declared import Field, missing, read_fields
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import TEXT, Kind, Setting, name_of, unreadable
from sifund_ledger.findings import Bilingual
from sifund_ledger.written import cleaned

Path = tuple[str, ...]
"""Where a value stands in an event: its field, and the names or years within it."""
_DEEPEST: Final = 3
_NONE: Final = Bilingual("", "")
_TABLE: Final = Bilingual("en tabell", "a table")
_COLUMN: Final = Bilingual("Kolumnen", "The column")
_HEADING: Final = name_of(Bilingual("en kolumns rubrik", "the heading of a column"), _COLUMN, '"Belopp"')


@dataclass(frozen=True, slots=True)
class Column:
    """Where a value comes from: one column, or debit less credit; ``sign`` is its own, where it differs."""

    column: str = ""
    debit: str = ""
    credit: str = ""
    sign: Sign | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns that it reads."""
        return tuple(filter(None, (self.column, self.debit, self.credit)))

    @property
    def of_amounts(self) -> bool:
        """Whether only an amount can come from it."""
        return bool(self.debit or self.sign)


_FIELDS: Final = (
    Field("column", _HEADING, Bilingual("kolumn", "column"), _NONE, ""),
    Field("debit", _HEADING, Bilingual("debet", "debit"), _NONE, ""),
    Field("credit", _HEADING, Bilingual("kredit", "credit"), _NONE, ""),
    Field("sign", SIGN, Bilingual("tecken", "sign"), _NONE, None),
)
_OWN: Final = frozenset(name for field in _FIELDS for name in field.words)


def _column(value: Mapping[str, Any], place: str, setting: Setting) -> Column:
    read, faults = read_fields(_FIELDS, value, what=_COLUMN, place=place, setting=setting)
    given = {field.name for field in _FIELDS if any(name in value for name in field.words)} - {"sign"}
    wanted = {"column"} if "column" in given or not given else {"debit", "credit"}
    for field in _FIELDS:
        if field.name in wanted - given:
            faults.append(missing(place, _COLUMN, field.words, '"Belopp"'))
        elif field.name in given - wanted:
            faults += unreadable(Bilingual("antingen en kolumn eller debet och kredit",
                                           "either one column or debit and credit"),
                                 value, place, COLUMNS.example).findings  # fmt: skip
    if faults:
        raise Refused(faults)
    return Column(**read)


def _tree(value: object, place: str, setting: Setting, depth: int = 0) -> Any:
    if isinstance(value, Column) and depth:
        return value
    if isinstance(value, str) and depth:
        return Column(_HEADING.read(value, place, setting))
    if not isinstance(value, Mapping) or depth > _DEEPEST or (depth and not value):
        raise unreadable(COLUMNS.words, value, place, COLUMNS.example)
    if depth and not _OWN.isdisjoint(value):
        return _column(value, place, setting)
    read: dict[str, Any] = {}
    faults = Faults()
    for name, part in value.items():
        with faults:
            read[cleaned(str(name))] = _tree(part, f"{place}.{name}", setting, depth + 1)
    faults.refuse()
    return read


COLUMNS: Final = Kind(
    "columns", Bilingual("en kolumns rubrik", "the heading of a column"), _tree, '{ belopp = "Belopp" }', {}
)
"""``belopp = "Belopp"``, ``belopp = { debet = "Debet", kredit = "Kredit" }``, ``plan.Skola.2017 = "Plan 2017"``."""


def columns_in(tree: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, Column]]:
    """Every column of a tree, with where its value goes.

    >>> tree = COLUMNS.read({"fund": "Fond", "plan": {"Skola": {"2017": "År 1"}}}, "columns", None)
    >>> [(path, column.column) for path, column in columns_in(tree)]
    [(('fund',), 'Fond'), (('plan', 'Skola', '2017'), 'År 1')]
    """
    for name, part in tree.items():
        if isinstance(part, Column):
            yield (*path, name), part
        else:
            yield from columns_in(part, (*path, name))


def _translations(value: object, place: str, setting: Setting) -> dict[str, dict[str, Any]]:
    if not isinstance(value, Mapping) or not all(isinstance(part, Mapping) for part in value.values()):
        raise unreadable(VALUES.words, value, place, VALUES.example)
    return {cleaned(str(name)): {cleaned(str(given)): means for given, means in part.items()}
            for name, part in value.items()}  # fmt: skip


VALUES: Final = Kind(
    "values", Bilingual("en tabell per fält", "a table for each field"), _translations,
    '{ fond = { "1071" = "social" } }', {},
)  # fmt: skip
"""What the file's own codes mean: by field, what stands in the file, and the value that it stands for."""


def _wanted(value: object, place: str, setting: Setting) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise unreadable(ONLY.words, value, place, ONLY.example)
    read: dict[str, tuple[str, ...]] = {}
    faults = Faults()
    for name, part in value.items():
        listed: Sequence[object] = part if isinstance(part, list | tuple) else [part]
        with faults:
            read[cleaned(str(name))] = tuple(TEXT.read(each, f"{place}.{name}", setting) for each in listed)
    faults.refuse()
    return read


ONLY: Final = Kind("only", _TABLE, _wanted, '{ Konto = ["2071", "2072"] }', {})
"""Which rows count: by column, what must stand there."""


def _fixed(value: object, place: str, setting: Setting) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise unreadable(FIXED.words, value, place, FIXED.example)
    return {cleaned(str(name)): part for name, part in value.items()}


FIXED: Final = Kind("fixed", _TABLE, _fixed, '{ gör = "ianspråkta" }', {})
"""What every row has, as an events file or a figures file would have it."""
