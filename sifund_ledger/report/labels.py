"""A municipality's own rows (egna benämningar och radordning): labels by table and row, and the rows in its order."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sifund_ledger.balance import words as balance_words
from sifund_ledger.balance.statement.lines import LINE_CODES
from sifund_ledger.boundary import check_fields, checked
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.structured.documents import Format, format_of, parse_document, read_bytes
from sifund_ledger.exchange.structured.places import places_in
from sifund_ledger.exchange.structured.reading import refuse
from sifund_ledger.fields.composed import list_of, mapping_of
from sifund_ledger.fields.faults import Faults
from sifund_ledger.fields.kinds import KRONOR, TEXT, unreadable
from sifund_ledger.findings import Finding, shown
from sifund_ledger.forms import Form
from sifund_ledger.funds.tables import words as fund_words
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.report import findings as codes
from sifund_ledger.report.own_rows import ROWS, terms_of

_TITLE: Final = "title"
_OF_TABLE: Final = mapping_of(TEXT, TEXT, between=".")
_ORDER: Final = list_of(TEXT)
_UNLABELLED: Final = {
    "statement": ("other",),
    "layout": ("other",),
    "equity": ("earmark",),
    "deficit_roll": ("from", "within", "due"),
}
"""The rows that are called by what they are about, by table: own rows, each fund's earmark, years and times."""


def _of(form: Form, *without: str) -> tuple[str, ...]:
    return tuple(field.code for field in form.fields if field.code not in without)


LABELLED: Final[Mapping[str, tuple[str, ...]]] = {
    "statement": (
        *(code for code in LINE_CODES if code != "other"), *_of(balance_words.STATEMENT),
    ),
    "layout": (
        *(code for code in LINE_CODES if code != "other"), "presented_result_after_adjustments", "earmarking",
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
"""The tables whose rows, or columns in a list, may have labels of one's own; each may have a ``title`` too. ``layout``
is each of the municipality's own layouts."""
_ORDERED: Final = ("statement", "layout", "reserves", "deficit_roll", "equity", "fund_account", "reserve_account")
"""The tables whose rows may stand in an order of one's own."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by table and by the code of the row, and by table the rows in an order of one's own.

    What has no label is called as the library calls it; a table without an order has the library's rows.
    """

    by_table: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_fields(self, "labels")

    @checked
    def of(self, table: str) -> Mapping[str, str]:
        """The labels of a table, by its code."""
        return self.by_table.get(_named(table), {})

    @checked
    def order_of(self, table: str) -> tuple[str, ...]:
        """The rows of a table in their own order, by its code; none where it has the library's."""
        return self.rows.get(_named(table), ())


def _named(table: str) -> str:
    """The name in a file of labels of a table by its code: every own layout is one."""
    return table.partition(":")[0]


NO_LABELS: Final = Labels()


def read_labels(path: str | os.PathLike[str]) -> Labels:
    """The labels of a file, TOML or JSON. Raises as :func:`parse_labels`."""
    return parse_labels(read_bytes(path), format=format_of(path), name=os.fspath(path))


def parse_labels(data: bytes | str, *, format: Format = "toml", name: str = "labels.toml") -> Labels:
    """The labels of a document: a table for each table of the report, a line for each row, and ``rows`` for the order.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault at its line: a table or a row that there is
    not, a value other than text.

    >>> parse_labels('[statement]\\nnet_result = "Årets resultat"').of("statement")
    {'net_result': 'Årets resultat'}
    """
    document = parse_document(data, format=format, name=name)
    if not isinstance(document.tree, dict):
        raise UnreadableInput(unreadable(_OF_TABLE.words, document.tree, name, _OF_TABLE.example).findings)
    places = places_in(document, {})
    read: dict[str, Mapping[str, str]] = {}
    ordered: dict[str, tuple[str, ...]] = {}
    faults = Faults()
    for table, labels in document.tree.items():
        if table not in LABELLED:
            faults += [codes.LABEL_TABLE_UNKNOWN.at(table, table=shown(table), known=", ".join(LABELLED))]
            continue
        given = dict(labels) if isinstance(labels, Mapping) else labels
        with faults:
            if table in _ORDERED and isinstance(given, dict) and ROWS in given:
                ordered[table] = _ORDER.read(given.pop(ROWS), f"{table}.{ROWS}", KRONOR)
                faults += _unknown_terms(table, ordered[table])
        with faults:
            read[table] = dict(_OF_TABLE.read(given, table, KRONOR))
            faults += _unknown(table, read[table], ordered.get(table, ()))
    if faults or document.findings:
        refuse(places, faults, document.findings)
    return Labels(read, ordered)


def _unknown(table: str, labels: Mapping[str, str], order: Collection[str]) -> Iterator[Finding]:
    known = (*LABELLED[table], _TITLE)
    for row in labels:
        if row not in known and row not in order:
            yield codes.LABEL_ROW_UNKNOWN.at(f"{table}.{row}", table=table, row=shown(row), known=", ".join(known))


def _unknown_terms(table: str, order: Iterable[str]) -> Iterator[Finding]:
    known = (*LABELLED[table], *_UNLABELLED.get(table, ()))
    for number, row in enumerate(order, 1):
        for term in terms_of(row):
            if term.code not in known:
                place = f"{table}.{ROWS}[{number}]"
                yield codes.LABEL_ROW_UNKNOWN.at(place, table=table, row=shown(term.code), known=", ".join(known))
