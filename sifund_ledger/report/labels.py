"""Row labels of a municipality's own (egna benämningar), by table and row, and the file that has them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.balance import words as balance_words
from sifund_ledger.balance.statement.lines import LINE_CODES
from sifund_ledger.boundary import check_fields, checked
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.structured.documents import Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.structured.places import places_in
from sifund_ledger.exchange.structured.reading import refuse
from sifund_ledger.fields.composed import mapping_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import KRONOR, TEXT, unreadable
from sifund_ledger.findings import Finding, shown
from sifund_ledger.forms import Form
from sifund_ledger.funds.tables import words as fund_words
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.report import findings as codes

_TITLE: Final = "title"
_OF_TABLE: Final = mapping_of(TEXT, TEXT, between=".")


def _of(form: Form, *without: str) -> tuple[str, ...]:
    return tuple(field.code for field in form.fields if field.code not in without)


LABELLED: Final[Mapping[str, tuple[str, ...]]] = {
    "statement": (
        *(code for code in LINE_CODES if code != "other"), *_of(balance_words.STATEMENT),
    ),
    "reserves": (
        *(each.value for each in Reserve),
        *(f"{each.value}.{code}" for each in Reserve for code in _of(balance_words.RESERVE_ACCOUNT)),
        balance_words.RESERVE_ROOM.code, *_of(balance_words.RESERVE_ROOM),
    ),
    "deficits": _of(balance_words.DEFICITS),
    "deficit_roll": _of(balance_words.DEFICIT_ROLL, "from", "within", "due"),
    "equity": _of(balance_words.EQUITY, "earmark"),
    "fund_account": _of(fund_words.ACCOUNT),
    "reserve_account": _of(fund_words.RESERVE_ACCOUNT),
    "projects": ("project", "fund", "board", "standing", "granted", "used", "left", "repaid", "to_repay"),
    "repayment_plan": _of(fund_words.PLAN),
}  # fmt: skip
"""The tables whose rows, or columns in a list, may have labels of one's own; each may have a ``title`` too."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by table and by the code of the row. What has none is called as the library calls it."""

    by_table: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_fields(self, "labels")

    @checked
    def of(self, table: str) -> Mapping[str, str]:
        """The labels of a table, by its code."""
        return self.by_table.get(table, {})


NO_LABELS: Final = Labels()


def read_labels(path: str | os.PathLike[str]) -> Labels:
    """The labels of a file, TOML or JSON. Raises as :func:`parse_labels`."""
    return parse_labels(read_bytes(path), format=format_of(path), name=os.fspath(path))


def parse_labels(data: bytes | str, *, format: Format = "toml", name: str = "labels.toml") -> Labels:
    """The labels of a document: a table for each table of the report, a line for each row.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its line: a table or a row that there is
    not, a value other than text.

    >>> parse_labels('[statement]\\nnet_result = "Årets resultat"').of("statement")
    {'net_result': 'Årets resultat'}
    """
    document = parse_document(data, format=format, name=name)
    if not isinstance(document.tree, dict):
        raise UnreadableInput(unreadable(_OF_TABLE.words, document.tree, name, _OF_TABLE.example).findings)
    places = places_in(document.tree, name, document.positions, {})
    read: dict[str, Mapping[str, str]] = {}
    faults = Faults()
    for table, labels in document.tree.items():
        if table not in LABELLED:
            faults += [codes.LABEL_TABLE_UNKNOWN.at(table, table=shown(table), known=", ".join(LABELLED))]
            continue
        with faults:
            read[table] = dict(_OF_TABLE.read(labels, table, KRONOR))
            faults += _unknown(table, read[table])
    if faults or document.findings:
        refuse(places, faults, document.findings)
    return Labels(read)


def _unknown(table: str, labels: Mapping[str, str]) -> Iterator[Finding]:
    known = (*LABELLED[table], _TITLE)
    for row in labels:
        if row not in known:
            yield codes.LABEL_ROW_UNKNOWN.at(f"{table}.{row}", table=table, row=shown(row), known=", ".join(known))
