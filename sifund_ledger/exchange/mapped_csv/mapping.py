"""What the columns of a file are (kolumnmall), and how the file writes, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from sifund_ledger.amounts import Language
from sifund_ledger.boundary import check_fields, checked_methods
from sifund_ledger.exchange.mapped_csv.columns import COLUMNS, FIXED, ONLY, VALUES, columns_in
from sifund_ledger.exchange.mapped_csv.forms import Forms
from sifund_ledger.fields.kinds import KRONOR

Rows = Literal["events", "figures", "ledger"]
"""What the rows of a file are."""
_PLAIN: Final = Forms()


@checked_methods
@dataclass(frozen=True, slots=True)
class CsvMapping:
    """What the columns of a CSV file are (kolumnmall), and how the file writes.

    ``columns`` has where each value stands, ``fixed`` what every row has, ``values`` what the file's own codes mean,
    by field, ``only`` which rows count, by column. ``source`` is what the rows come from, whatever the file is called:
    rows of one source are recorded once. ``row_key`` are the columns that tell its rows apart; without them a row is
    known by its place. ``forms`` says how the file writes.
    """

    rows: Rows
    columns: Mapping[str, Any]
    fixed: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    source: str = ""
    row_key: tuple[str, ...] = ()
    forms: Forms = _PLAIN
    language: Language = "sv"
    name: str = "mapping.toml"

    def __post_init__(self) -> None:
        check_fields(self, "csv_mapping")
        for name, kind in (("columns", COLUMNS), ("fixed", FIXED), ("values", VALUES), ("only", ONLY)):
            object.__setattr__(self, name, kind.read(getattr(self, name), f"csv_mapping.{name}", KRONOR))

    @property
    def headings(self) -> tuple[str, ...]:
        """Every column that it reads, once each."""
        read = (heading for _, column in columns_in(self.columns) for heading in column.headings)
        return tuple(dict.fromkeys((*read, *self.row_key, *self.only)))
