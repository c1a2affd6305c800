"""Writing a SIE file (utskrift): types 4I, 4E and 3, code page 437, CRLF, the same bytes for the same document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Final

from sifund_ledger.errors import Refused
from sifund_ledger.exchange.sie.assembling import is_leftover
from sifund_ledger.exchange.sie.charset import encoding_of, writable, written
from sifund_ledger.exchange.sie.control_sum import ControlSum
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings, shown
from sifund_ledger.exchange.sie.findings import (
    SIE_GROUP_ORDER,
    SIE_MORE_FINDINGS,
    SIE_TEXT_REPLACED,
    SIE_VOUCHER_UNBALANCED,
)
from sifund_ledger.exchange.sie.labels import OBJECT_BALANCES, RULES
from sifund_ledger.exchange.sie.merged_keys import check_keys
from sifund_ledger.exchange.sie.tokens import Field, SieRecord
from sifund_ledger.exchange.sie.undeclared import check_declared, check_values
from sifund_ledger.exchange.sie.unwritable import check_writable, is_plain_line, report_too_long
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.exchange.sie.wrong_types import check_types
from sifund_ledger.findings import Finding, Severity

_PLAIN: Final = re.compile(r"[A-Za-z0-9.:/+-]+")
_QUOTED_LABELS: Final = ("FNAMN", "PROSA", "PROGRAM")


def write_sie(
    document: SieDocument, path: str | PathLike[str], *, strict: bool = False, keep_unbalanced: bool = False
) -> tuple[Finding, ...]:
    """Write a document as a SIE file of its type, 4I, 4E or 3 (SIE-export), and give the findings.

    As :func:`sie_bytes`; the file is written only when nothing is refused.
    """
    data, findings = sie_bytes(document, strict=strict, keep_unbalanced=keep_unbalanced)
    Path(path).write_bytes(data)
    return findings


def sie_bytes(
    document: SieDocument, *, strict: bool = False, keep_unbalanced: bool = False
) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of a SIE file, and the findings: a text replaced for want of a character, a record that is missing.

    Raises :class:`~sifund_ledger.errors.Refused` for another type, for amounts that are no öre, for what would not
    read back equal, for an unbalanced voucher unless ``keep_unbalanced``, and with ``strict`` for any finding graver
    than a note. The same document always gives the same bytes. The format: SIE 4B §5-10.

    >>> from sifund_ledger.exchange.sie.document import SieRow, SieVoucher
    >>> rows = [SieRow("2071", -500, (("1", "0123"),)), SieRow("2070", 500)]
    >>> document = SieDocument(vouchers=[SieVoucher("A", "1", "20121231", "KS § 45", rows)])
    >>> data, findings = sie_bytes(document)
    >>> print(data.decode("cp437").split("#SIETYP 4\\r\\n")[1].replace("\\r", ""))
    #VER A 1 20121231 "KS par. 45"
    {
    #TRANS 2071 {1 "0123"} -5.00
    #TRANS 2070 {} 5.00
    }
    <BLANKLINE>
    """
    writer = _Writer(document)
    data = writer.data()
    if encoding_of(data) != "cp437":  # more frames and Greek letters than Swedish ones: a reader would be misled
        writer = _Writer(document, narrow=True)
        data = writer.data()
    findings = writer.found.all()
    excused = {SIE_MORE_FINDINGS.name}  # of the kinds that it counts a thousand are listed, and decide
    if keep_unbalanced:
        excused.add(SIE_VOUCHER_UNBALANCED.name)
    refusing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if any(finding.severity in refusing and finding.code not in excused for finding in findings):
        raise Refused(findings)
    return data, findings


class _Writer:
    def __init__(self, document: SieDocument, *, narrow: bool = False) -> None:
        self.document = document
        self.narrow = narrow
        self.found = FileFindings("write_sie")
        self.total = ControlSum()
        self._texts: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._written = partial(written, narrow=narrow)
        self._replaced = False

    def data(self) -> bytes:
        """The whole file; what cannot be written is reported."""
        sound = check_types(self.document, self.found) and check_writable(self.document, self._written, self.found)
        if not sound:
            return b""
        if self.document.type != "4I":  # the ledger that vouchers are imported into has its accounts and objects
            check_declared(self.document, self.found)
        check_values(self.document, self.found)
        text = "".join(f"{line}\r\n" for line in self.lines())
        if self._replaced:
            check_keys(self.document, self._written, self.found)
        return text.encode("cp437", "replace")

    def lines(self) -> Iterator[str]:
        """Every line of the file, without line ends."""
        document = self.document
        yield f"#FLAGGA {self._field(document.flag)}"
        if document.control_sum:
            yield "#KSUMMA"
            self.total.begin()
        yield self._line("FORMAT", ("PC8",))
        yield self._line("SIETYP", (document.type[0],))
        # What is left over of the chart and the balances, and what comes after it, stands below the chart: what it
        # repeats must come first.
        first = next((at for at, record in enumerate(document.records) if is_leftover(record)), len(document.records))
        yield from self._records(document.records[:first])
        yield from self._chart()
        yield from self._records(document.records[first:])
        if any(record.label in RULES and not is_leftover(record) for record in document.records[first:]):
            self.found.add(SIE_GROUP_ORDER)
        for each in document.balances:
            listed = (_flat(each.objects),) if each.label in OBJECT_BALANCES else ()
            tail = _trimmed((each.quantity,), each.extra)
            yield self._line(each.label, (str(each.year), each.account, *listed, amount_text(each.ore), *tail))
        for month in document.period_balances:
            tail = _trimmed((month.quantity,), month.extra)
            objects = _flat(month.objects)
            head = (str(month.year), month.period, month.account, objects, amount_text(month.ore))
            yield self._line(month.label, (*head, *tail))
        for voucher in document.vouchers:
            yield from self._voucher(voucher)
        if document.control_sum:
            yield f"#KSUMMA {self.total.value}"

    def _records(self, records: Iterable[SieRecord]) -> Iterator[str]:
        for record in records:
            yield self._line(record.label, record.fields) if record.label else self._raw(record)
            if record.label == "VER":  # closed at once: a stray row after it must not become its row
                yield "{"
                yield "}"

    def _chart(self) -> Iterator[str]:
        document = self.document
        for number in sorted(document.accounts, key=self._account_order):
            account = document.accounts[number]
            yield self._line("KONTO", (number, account.name, *account.extra), quoted=1)
            if account.kind:
                yield self._line("KTYP", (number, account.kind))
            if account.unit:
                yield self._line("ENHET", (number, account.unit), quoted=1)
            for code in account.sru:
                yield self._line("SRU", (number, code))
        for dimension in document.dimensions.values():
            parent = (dimension.parent,) if dimension.parent else ()
            label = "UNDERDIM" if parent else "DIM"
            yield self._line(label, (dimension.number, dimension.name, *parent, *dimension.extra), quoted=1)
        for each in document.objects.values():
            yield self._line("OBJEKT", (each.dimension, each.number, each.name, *each.extra), quoted=1)

    def _account_order(self, number: str) -> tuple[bool, str]:
        number = self._written(number)  # as it is read, so that the order stays when it is written again
        return not number.isdigit(), number

    def _voucher(self, voucher: SieVoucher) -> Iterator[str]:
        tail = _trimmed((voucher.text, voucher.registered, voucher.sign), voucher.extra)
        yield self._line("VER", (voucher.series, voucher.number, voucher.date, *tail), texts=(3,))
        yield "{"
        for row in voucher.rows:
            yield self._row(row)
        for record in voucher.others:
            yield self._line(record.label, record.fields)
        yield "}"

    def _row(self, row: SieRow) -> str:
        tail = _trimmed((row.date, row.text, row.quantity, row.sign), row.extra)
        return self._line(row.label, (row.account, _flat(row.objects), amount_text(row.ore), *tail), texts=(4,))

    def _line(
        self, label: str, fields: Sequence[Field], *, quoted: int | None = None, texts: tuple[int, ...] = ()
    ) -> str:
        """A record's line; fields from ``quoted`` on and those of ``texts`` are always quoted."""
        first = 0 if label in _QUOTED_LABELS else quoted
        written = [
            f"{{{' '.join(self._listed(field))}}}"
            if isinstance(field, tuple)
            else self._field(field, always=(first is not None and index >= first) or index in texts)
            for index, field in enumerate(fields)
        ]
        label = self._label(label)
        if self.total.begun:
            self.total.add(SieRecord(label, tuple(self._content(field) for field in fields)))
        line = " ".join((f"#{label}", *written))
        report_too_long(line, self.found)
        return line

    def _label(self, label: str) -> str:
        """A label with ``?`` for what code page 437 lacks: it becomes no other label, and is the same in any case."""
        known = self._labels.get(label)
        if known is None:
            known = label
            if writable(label, narrow=self.narrow) != label:
                known = "".join(each if writable(each, narrow=self.narrow) == each else "?" for each in label)
                self.found.add(SIE_TEXT_REPLACED, value=shown(f"#{label}"), written=shown(f"#{known}"))
            self._labels[label] = known
        return known

    def _content(self, field: Field) -> Field:
        return self._writable(field) if isinstance(field, str) else tuple(map(self._writable, field))

    def _listed(self, listed: tuple[str, ...]) -> Iterator[str]:
        for index, field in enumerate(listed):
            yield self._field(field, always=index % 2 == 1)

    def _field(self, text: str, *, always: bool = False) -> str:
        text = self._writable(text)
        if text.endswith("\\"):
            return text  # only where no closing quote is needed after it
        if not always and _PLAIN.fullmatch(text):
            return text
        return '"' + text.replace('"', '\\"') + '"'

    def _writable(self, text: str) -> str:
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = self._written(text)
            if known != text:
                self._replaced = True
                self.found.add(SIE_TEXT_REPLACED, value=shown(text), written=shown(known))
        return known

    def _raw(self, record: SieRecord) -> str:
        text = record.text(0)
        known = writable(text, narrow=self.narrow)
        if known != text:
            known = known.strip(" ")
            if not is_plain_line(known):
                known = f"?{known}"  # where a blank took a character's place, a record or a brace would begin
            self.found.add(SIE_TEXT_REPLACED, value=shown(text), written=shown(known))
        report_too_long(known, self.found)
        return known


def _flat(objects: Objects) -> tuple[str, ...]:
    return tuple(part for pair in objects for part in pair)


def _trimmed(fields: tuple[str, ...], extra: tuple[str, ...]) -> tuple[str, ...]:
    """Fields without the empty ones at their end; an empty field before a filled one stays."""
    if extra:
        return (*fields, *extra)
    last = len(fields)
    while last and not fields[last - 1]:
        last -= 1
    return fields[:last]
