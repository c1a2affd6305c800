"""A document as the records of a file, and these as lines (rader): the way back from what reading makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieVoucher
from sifund_ledger.exchange.sie.records.control_sum import ControlSum
from sifund_ledger.exchange.sie.records.labels import OBJECT_BALANCES
from sifund_ledger.exchange.sie.records.tokens import Field, SieRecord
from sifund_ledger.exchange.sie.text.assembling import is_leftover
from sifund_ledger.exchange.sie.values import amount_text

_PLAIN: Final = re.compile(r"[A-Za-z0-9.:/+-]+")
_NEVER: Final = range(0)
_QUOTED: Final = {
    **dict.fromkeys(("FNAMN", "PROSA", "PROGRAM"), range(99)),
    **dict.fromkeys(("KONTO", "ENHET", "DIM", "UNDERDIM", "OBJEKT"), range(1, 99)),
    "VER": range(3, 4),
    **dict.fromkeys(("TRANS", "RTRANS", "BTRANS"), range(4, 5)),
}
"""Which fields are quoted even where they need no quotes: texts, which other programs may expect so."""
_OPENING, _CLOSING = SieRecord("", ("{",)), SieRecord("", ("}",))


def records_of(document: SieDocument) -> Iterator[SieRecord]:
    """The records of a document in the order of its file, with the lines that are none, such as braces.

    >>> [record.label for record in records_of(SieDocument(records=[SieRecord("GEN", ("20130101",))]))]
    ['FLAGGA', 'FORMAT', 'SIETYP', 'GEN']
    """
    yield SieRecord("FLAGGA", (document.flag,))
    if document.control_sum:
        yield SieRecord("KSUMMA")
    yield SieRecord("FORMAT", ("PC8",))
    yield SieRecord("SIETYP", (document.type[0],))
    # What is left over of the chart and the balances stands below the chart with everything after it: what it repeats
    # must come first.
    first = next((at for at, record in enumerate(document.records) if is_leftover(record)), len(document.records))
    yield from _kept(document.records[:first])
    yield from _chart(document)
    yield from _kept(document.records[first:])
    for each in document.balances:
        objects = (_flat(each.objects),) if each.objects or each.label in OBJECT_BALANCES else ()
        tail = trimmed((each.quantity,), each.extra)
        yield SieRecord(each.label, (str(each.year), each.account, *objects, amount_text(each.ore), *tail))
    for month in document.period_balances:
        head = (str(month.year), month.period, month.account, _flat(month.objects), amount_text(month.ore))
        yield SieRecord(month.label, (*head, *trimmed((month.quantity,), month.extra)))
    for voucher in document.vouchers:
        yield from voucher_records(voucher)


def _kept(records: Iterable[SieRecord]) -> Iterator[SieRecord]:
    for record in records:
        yield record
        if record.label == "VER":  # closed at once: a stray row after it must not become its row
            yield from (_OPENING, _CLOSING)


def _chart(document: SieDocument) -> Iterator[SieRecord]:
    for number in sorted(document.accounts, key=lambda each: (not each.isdigit(), each)):
        account = document.accounts[number]
        yield SieRecord("KONTO", (account.number, account.name, *account.extra))
        if account.kind:
            yield SieRecord("KTYP", (account.number, account.kind))
        if account.unit:
            yield SieRecord("ENHET", (account.number, account.unit))
        for code in account.sru:
            yield SieRecord("SRU", (account.number, code))
    for dimension in document.dimensions.values():
        parent = (dimension.parent,) if dimension.parent else ()
        label = "UNDERDIM" if parent else "DIM"
        yield SieRecord(label, (dimension.number, dimension.name, *parent, *dimension.extra))
    for each in document.objects.values():
        yield SieRecord("OBJEKT", (each.dimension, each.number, each.name, *each.extra))


def voucher_records(voucher: SieVoucher) -> Iterator[SieRecord]:
    """The records of a voucher, with the lines of its braces."""
    tail = trimmed((voucher.text, voucher.registered, voucher.sign), voucher.extra)
    yield SieRecord("VER", (voucher.series, voucher.number, voucher.date, *tail))
    yield _OPENING
    for account, ore, objects, date, text, quantity, sign, label, extra in voucher.rows:
        tail = trimmed((date, text, quantity, sign), extra)
        yield SieRecord(label, (account, _flat(objects), amount_text(ore), *tail))
    yield from voucher.others
    yield _CLOSING


def _flat(objects: Objects) -> tuple[str, ...]:
    return tuple(part for pair in objects for part in pair)


def trimmed(fields: tuple[str, ...], extra: tuple[str, ...]) -> tuple[str, ...]:
    """Fields without the empty ones at their end; an empty field before a filled one stays."""
    if extra:
        return (*fields, *extra)
    last = len(fields)
    while last and not fields[last - 1]:
        last -= 1
    return fields[:last]


def lines_of(records: Iterable[SieRecord]) -> Iterator[str]:
    """Records as lines, without line ends; a value other than text is written as Python prints it.

    After ``#KSUMMA`` records are summed, and the sum closes the file.

    >>> list(lines_of([SieRecord("TRANS", ("2071", ("1", "0123"), "-5.00", "", 'Kv "Ängen"'))]))
    ['#TRANS 2071 {1 "0123"} -5.00 "" "Kv \\\\"Ängen\\\\""']
    """
    known: dict[tuple[Field, bool], str] = {}
    total = ControlSum()
    for record in records:
        label, fields = record
        if not label:
            yield record.text(0)
            continue
        quoted = _QUOTED.get(label, _NEVER)
        line = f"#{label}"
        for index, field in enumerate(fields):
            key = field, index in quoted
            written = known.get(key)
            if written is None:
                written = known[key] = field_text(*key)
            line += f" {written}"
        yield line
        if label == "KSUMMA":
            total.begun = True
        elif total.begun:
            total.add(record)
    if total.begun:
        yield f"#KSUMMA {total.value}"


def field_text(field: Field, always: bool = False) -> str:
    """A field as it is written, in quotes where it needs them or ``always``; objects in braces."""
    if isinstance(field, tuple):
        return f"{{{' '.join(field_text(part, index % 2 == 1) for index, part in enumerate(field))}}}"
    text = str(field)
    if text.endswith("\\") or (not always and _PLAIN.fullmatch(text)):
        return text  # a backslash right before a closing quotation mark would be read as an escape
    return '"' + text.replace('"', '\\"') + '"'
