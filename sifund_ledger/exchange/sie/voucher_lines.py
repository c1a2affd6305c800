"""A document as lines (rader), and its vouchers quickly: what repeats among their rows is written once.

Its records otherwise become lines one by one (:mod:`~sifund_ledger.exchange.sie.lines`); this is only a quicker way to
the same lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieVoucher
from sifund_ledger.exchange.sie.lines import field_text, lines_of, records_of, trimmed, voucher_records
from sifund_ledger.exchange.sie.records.labels import ROW_LABELS
from sifund_ledger.exchange.sie.values import amount_text

_BEGINNINGS: Final = {label: f"#{label} " for label in ROW_LABELS}
_Tail = tuple[str, str, str, str, tuple[str, ...]]


def document_lines(document: SieDocument) -> Iterator[str]:
    """The lines of a document, without line ends, as its records become them.

    >>> from sifund_ledger.exchange.sie.document import SieRow
    >>> voucher = SieVoucher("A", "1", "20121231", "", [SieRow("2071", -500, (("1", "0123"),), text="Kv")])
    >>> list(document_lines(SieDocument(vouchers=[voucher])))[3:]
    ['#VER A 1 20121231', '{', '#TRANS 2071 {1 "0123"} -5.00 "" "Kv"', '}']
    """
    if document.control_sum or _has_control_sum(document):  # then every record is summed
        yield from lines_of(records_of(document))
        return
    yield from lines_of(records_of(replace(document, vouchers=[])))
    yield from _voucher_lines(document.vouchers)


def _has_control_sum(document: SieDocument) -> bool:
    others = (voucher.others for voucher in document.vouchers if voucher.others)
    return any(record.label == "KSUMMA" for records in (document.records, *others) for record in records)


class _Fields(dict[tuple[str, bool], str]):
    """Fields as they are written, each once; with ``True`` in quotes even where it needs none."""

    def __missing__(self, key: tuple[str, bool]) -> str:
        self[key] = written = field_text(*key)
        return written


class _Objects(dict[Objects, str]):
    """Objects in their braces, as they are written."""

    def __init__(self, fields: _Fields) -> None:
        self._fields = fields

    def __missing__(self, objects: Objects) -> str:
        parts = enumerate(part for pair in objects for part in pair)
        self[objects] = written = f"{{{' '.join([self._fields[part, index % 2 == 1] for index, part in parts])}}}"
        return written


class _Tails(dict[_Tail, str]):
    """What rows have after the amount, as it is written there."""

    def __missing__(self, key: _Tail) -> str:
        *fields, extra = key
        kept = trimmed(tuple(fields), extra)
        self[key] = written = "".join([f" {field_text(each, index == 1)}" for index, each in enumerate(kept)])
        return written


def _voucher_lines(vouchers: Iterable[SieVoucher]) -> Iterator[str]:
    fields, tails = _Fields(), _Tails()
    listed = _Objects(fields)
    for voucher in vouchers:
        try:
            own = trimmed((voucher.text, voucher.registered, voucher.sign), voucher.extra)
            head = enumerate((voucher.series, voucher.number, voucher.date, *own))
            lines = [
                f"#VER {' '.join([fields[each, index == 3] for index, each in head])}",
                "{",
                *[
                    f"{_BEGINNINGS[label]}{fields[account, False]} {listed[objects]} {amount_text(ore)}"
                    f"{tails[date, text, quantity, sign, extra]}"
                    for account, ore, objects, date, text, quantity, sign, label, extra in voucher.rows
                ],
                *(lines_of(voucher.others) if voucher.others else ()),
                "}",
            ]
        except (AttributeError, KeyError, TypeError, ValueError):  # a part is of a type that it should not have
            lines = list(lines_of(voucher_records(voucher)))
        yield from lines
