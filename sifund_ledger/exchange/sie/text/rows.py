"""Vouchers that were read line by line, and their rows (konteringar), and the twin rule of corrections (SIE 4B §7)."""

from __future__ import annotations

import re
from typing import Final

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.value_checks import check_field
from sifund_ledger.exchange.sie.document import Objects, SieRow, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.labels import ROW_LABELS, RULES
from sifund_ledger.exchange.sie.records.scanning import Voucher
from sifund_ledger.exchange.sie.records.tokens import SieRecord, fields_of, pairs, texts
from sifund_ledger.exchange.sie.text.amount_records import row_of
from sifund_ledger.findings import printable

_NULS: Final = {0: "\1z", 1: "\1y"}
_DAY: Final = re.compile(r'[ \t]*"?([0-9]{8})')
_PART: Final = r'(?:"([^"]*)"|([^ \t"]+))'
_PARTS: Final = re.compile(_PART)
_PAIRS: Final = re.compile(rf"{_PART}[ \t]*{_PART}")


def voucher_of(read: Voucher, found: FileFindings) -> SieVoucher | SieRecord:
    """A voucher that was read line by line; its #VER as a record where even its date is missing."""
    head = texts(read.head.fields)
    if len(head) < 3:
        found.add(codes.SIE_FIELD_MISSING, read.line, label="VER", count=len(head), needed=3)
        if not read.items:
            return read.head
        head = (*head, "", "", "")[:3]
    for index in (2, 4):
        if len(head) > index and (head[index] or index == 2):
            check_field(found, read.line, "VER", "date", head[index])
    if len(head) > 6:
        found.add(codes.SIE_FIELD_UNKNOWN, read.line, label="VER", count=len(head) - 6)
    rows: list[SieRow] = []
    others: list[SieRecord] = []
    lines: list[int] = []
    for line, record in read.items:
        row = row_of(line, record, found) if record.label in ROW_LABELS else None
        if row is None:
            if record.label not in RULES:
                found.add(codes.SIE_RECORD_UNKNOWN, line, label=printable(record.label))
            others.append(record)
        else:
            rows.append(row)
            lines.append(line)
    _twins(rows, lines, found)
    series, number, day, text, registered, sign = (*head[:6], "", "", "")[:6]
    return SieVoucher(
        series, number, day, text, rows, registered, sign, head[6:], tuple(others),
        line=read.line, row_lines=tuple(lines),
    )  # fmt: skip


def _twins(rows: list[SieRow], lines: list[int], found: FileFindings) -> None:
    """Every #RTRANS must be followed at once by a #TRANS alike in account, amount and objects.

    Date, text and sign may differ: a genuine program dates the added row by the day it was added.
    """
    for line, row, after in zip(lines, rows, [*rows, None][1:], strict=True):
        if row.label == "RTRANS" and not (after and after.label == "TRANS" and _key(after) == _key(row)):
            found.add(codes.SIE_TWIN_MISSING, line, account=printable(row.account), amount=row.ore)


def _key(row: SieRow) -> tuple[str, int, list[tuple[str, str]]]:
    return row.account, row.ore, sorted(row.objects)


def objects_of(listed: str) -> Objects:
    """The objects of a list that the bulk reader found sound.

    >>> objects_of('1 "0123" 6 P1')
    (('1', '0123'), ('6', 'P1'))
    """
    if listed[:1] == "\0":
        return pairs(tuple(_parted(listed))) or ()
    if "\\" not in listed:
        found = _PAIRS.findall(listed)
        return tuple([(quoted or bare, code or plain) for quoted, bare, code, plain in found])
    return pairs(tuple(field for field in fields_of(listed) if isinstance(field, str))) or ()


def joined(*fields: str) -> str:
    """Fields as :func:`tail_of` and :func:`objects_of` take them apart, where no line of a file has them so.

    >>> tail_of(joined("", "a\\\\"))[1], objects_of(joined("1", "0123"))
    ('a\\\\', (('1', '0123'),))
    """
    if not any(fields):
        return ""
    text = "\0".join(("", *fields))
    if text.count("\0") > len(fields) or "\1" in text:
        text = "".join(f"\0{field.translate(_NULS)}" for field in fields)
    return text


def _parted(fields: str) -> list[str]:
    parts = fields.split("\0")[1:]
    return [part.replace("\1z", "\0").replace("\1y", "\1") for part in parts] if "\1" in fields else parts


def day_of_tail(tail: str) -> str:
    """The date of a row, by itself: that of :func:`tail_of`.

    >>> [day_of_tail(tail) for tail in (' 20120423 "Kv"', '\\t"20120423"', ' "" "20120423"', joined("20120423", "a"))]
    ['20120423', '20120423', '', '20120423']
    """
    if tail[:1] == "\0":
        return tail_of(tail)[0]
    found = _DAY.match(tail)
    return found[1] if found else ""


def tail_of(tail: str) -> tuple[str, str, str, str]:
    """Date, text, quantity and sign of a row: what follows its amount, as the bulk reader found it sound.

    >>> tail_of(' 20120423 "Kv \\\\"Ängen\\\\""')
    ('20120423', 'Kv "Ängen"', '', '')
    """
    if not tail:
        return "", "", "", ""
    if tail[0] == "\0":
        day, text, quantity, sign = (*_parted(tail), "", "", "", "")[:4]
        return day, text, quantity, sign
    if "\\" not in tail:
        parts = [quoted or bare for quoted, bare in _PARTS.findall(tail)]
    else:
        parts = list(texts(fields_of(tail)))
    day, text, quantity, sign = (*parts, "", "", "", "")[:4]
    return day, text, quantity, sign
