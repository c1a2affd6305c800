"""The shapes of printed tables (tabeller) in JSON."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from sifund_ledger.exchange.wire.snapshots import BookShape, FundShape, ProjectShape
from sifund_ledger.exchange.wire.statement import FindingShape, StatementShape
from sifund_ledger.exchange.wire.values import Amount, Others, UnitWord, Words
from sifund_ledger.table import ColumnKind, RowKind


class ColumnShape(TypedDict):
    """A column: its code is the key of its cells in each row, its kind says what they are."""

    code: str
    title: str
    kind: Annotated[str, Words(ColumnKind)]


class RowShape(TypedDict):
    """A row: beside these keys its cells, each under the code of its column. Amounts are canonical text; where a row
    counts something else, as years, its cells in columns of amounts are texts too."""

    row: str
    level: int
    kind: Annotated[str, Words(RowKind)]
    exact: NotRequired[dict[str, Amount]]


class TableShape(TypedDict):
    """A table; the decimals stand where its amounts are rounded, and each row then has the exact ones too."""

    code: str
    title: str
    unit: UnitWord
    decimals: NotRequired[int | None]
    columns: list[ColumnShape]
    rows: list[Annotated[dict[str, Any], Others(RowShape, str | int | None)]]
    remarks: list[str]


class SectionShape(TypedDict):
    """A part of the texts of a year-end: its code, its heading, and its paragraphs."""

    code: str
    heading: str
    paragraphs: list[str]


class TextsShape(TypedDict):
    """The texts of a year-end: `sifund year-end BOOK YEAR --texts`."""

    sections: list[SectionShape]
    findings: list[FindingShape]


class TablesShape(TypedDict):
    """What a command prints as tables, what it found, and beside them what they are about as it stands."""

    tables: list[TableShape]
    findings: NotRequired[list[FindingShape]]
    statement: NotRequired[StatementShape]
    fund: NotRequired[FundShape]
    project: NotRequired[ProjectShape]
    book: NotRequired[BookShape]
