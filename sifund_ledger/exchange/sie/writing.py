"""Writing a SIE file (utskrift): types 4I, 4E and 3, code page 437, CRLF, the same bytes for the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import Final

from sifund_ledger.errors import Refused
from sifund_ledger.exchange.sie.assembling import is_leftover
from sifund_ledger.exchange.sie.charset import SIE_TEXT_REPLACED, encoding_of, writable
from sifund_ledger.exchange.sie.checking import SIE_RECORD_MISSING, SIE_RECORD_NOT_IN_TYPE
from sifund_ledger.exchange.sie.control_sum import ControlSum
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.labels import RULES, mark
from sifund_ledger.exchange.sie.rows import report_sums
from sifund_ledger.exchange.sie.tokens import Field, SieRecord
from sifund_ledger.exchange.sie.values import amount_text
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.money import MAX_ORE

SIE_TYPE_NOT_WRITTEN = FindingCode(
    "SIE_TYPE_NOT_WRITTEN",
    Severity.ERROR,
    en="Files of type {type} are not written.",
    sv="Filer av typ {type} skrivs inte.",
    remedy_en="Write type 4I, 4E or 3; types 1 and 2 must have SRU codes, which a municipality has none of.",
    remedy_sv="Skriv typ 4I, 4E eller 3; typ 1 och 2 ska ha SRU-koder, som en kommun saknar.",
    citation="SIE 4B §6 #SRU",
)
SIE_TYPE_CONTRADICTED = FindingCode(
    "SIE_TYPE_CONTRADICTED",
    Severity.ERROR,
    en="A file of type {type} {has} opening or closing balances or results, and would be read as the other type 4.",
    sv="En fil av typ {type} {has_sv} ingående eller utgående balanser eller resultat, och lästes som den andra typ 4.",
    remedy_en="Write vouchers alone as 4I, and vouchers with balances as 4E.",
    remedy_sv="Skriv enbart verifikationer som 4I, och verifikationer med saldon som 4E.",
    citation="SIE 4B §6",
)
SIE_AMOUNT_UNWRITABLE = FindingCode(
    "SIE_AMOUNT_UNWRITABLE",
    Severity.ERROR,
    en="{value} is no whole number of öre within ±10^15 (account {account}).",
    sv="{value} är inget helt antal öre inom ±10^15 (konto {account}).",
    remedy_en="Give amounts as integers, in öre.",
    remedy_sv="Ange belopp som heltal, i öre.",
)
CODES = (SIE_TYPE_NOT_WRITTEN, SIE_TYPE_CONTRADICTED, SIE_AMOUNT_UNWRITABLE)

_PLAIN: Final = re.compile(r"[A-Za-z0-9.:/+-]+")
_BARE_BACKSLASH: Final = re.compile(r'[^ "{}]*\\')
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

    Raises :class:`~sifund_ledger.errors.Refused` for another type, for amounts that are no öre, for an unbalanced
    voucher unless ``keep_unbalanced``, and with ``strict`` for any finding graver than a note. The same document
    always gives the same bytes. The format: SIE 4B §5-10.

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
    refused = [finding for finding in findings if finding.severity is Severity.ERROR or strict]
    if keep_unbalanced:
        refused = [finding for finding in refused if finding.code != "SIE_VOUCHER_UNBALANCED"]
    if any(finding.severity is not Severity.NOTE for finding in refused):
        raise Refused(findings)
    return data, findings


class _Writer:
    def __init__(self, document: SieDocument, *, narrow: bool = False) -> None:
        self.document = document
        self.narrow = narrow
        self.found = Gathering("write_sie")
        self.total = ControlSum()
        self._texts: dict[str, str] = {}

    def data(self) -> bytes:
        """The whole file; what cannot be written is reported."""
        self.check()
        if any(finding.code in (SIE_TYPE_NOT_WRITTEN.name, SIE_AMOUNT_UNWRITABLE.name) for finding in self.found.all()):
            return b""
        return "".join(f"{line}\r\n" for line in self.lines()).encode("cp437", "replace")

    def check(self) -> None:
        """Report what cannot be written, and what the type should and should not have."""
        document, found = self.document, self.found
        if document.type not in ("3", "4E", "4I"):
            found.add(SIE_TYPE_NOT_WRITTEN, type=document.type)
            return
        used = self._labels()
        balances = not used.isdisjoint(("IB", "UB", "RES"))
        if (document.type == "4I" and balances) or (document.type == "4E" and not balances):
            has, has_sv = ("has", "har") if balances else ("has no", "saknar")
            found.add(SIE_TYPE_CONTRADICTED, type=document.type, has=has, has_sv=has_sv)
        for label in RULES:
            marked = mark(label, document.type)
            if marked == "M" and label not in used:
                found.add(SIE_RECORD_MISSING, type=document.type, label=label)
            elif marked == "-" and label in used:
                found.add(SIE_RECORD_NOT_IN_TYPE, type=document.type, label=label)
        amounts = [(each.account, each.ore) for each in document.balances]
        amounts += [(each.account, each.ore) for each in document.period_balances]
        amounts += [(row.account, row.ore) for voucher in document.vouchers for row in voucher.rows]
        unwritable = [(a, ore) for a, ore in amounts if type(ore) is not int or not -MAX_ORE <= ore <= MAX_ORE]
        for account, ore in unwritable:
            found.add(SIE_AMOUNT_UNWRITABLE, account=shown(account), value=ore)
        if unwritable:
            return
        for voucher in document.vouchers:
            if voucher.difference_ore:
                report_sums(found, voucher.series, voucher.number, voucher.line, voucher.difference_ore)

    def _labels(self) -> set[str]:
        document = self.document
        used = {"FLAGGA", "FORMAT", "SIETYP", *(record.label for record in document.records)}
        used.update(each.label for each in document.balances)
        used.update(each.label for each in document.period_balances)
        used.update(("DIM",) * bool(document.dimensions) + ("OBJEKT",) * bool(document.objects))
        used.update(("KONTO",) * bool(document.accounts) + ("VER",) * bool(document.vouchers))
        return used

    def lines(self) -> Iterator[str]:
        """Every line of the file, without line ends."""
        document = self.document
        yield f"#FLAGGA {self._field(document.flag)}"
        if document.control_sum:
            yield "#KSUMMA"
            self.total.begin()
        yield self._line("FORMAT", ("PC8",))
        yield self._line("SIETYP", (document.type[0],))
        yield from self._records(leftover=False)
        yield from self._chart()
        yield from self._records(leftover=True)
        for each in document.balances:
            listed = (_flat(each.objects),) if each.label in ("OIB", "OUB") else ()
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

    def _records(self, *, leftover: bool) -> Iterator[str]:
        for record in self.document.records:
            if is_leftover(record) is leftover:
                yield self._line(record.label, record.fields) if record.label else self._raw(record)

    def _chart(self) -> Iterator[str]:
        document = self.document
        for number in sorted(document.accounts, key=lambda number: (not number.isdigit(), number)):
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
        if self.total.begun:
            self.total.add(SieRecord(label, tuple(self._content(field) for field in fields)))
        return " ".join((f"#{writable(label, narrow=self.narrow)}", *written))

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
            known = writable(text, narrow=self.narrow)
            if known.endswith("\\") and not _BARE_BACKSLASH.fullmatch(known):
                known = f"{known[:-1]}/"  # a backslash before the closing quote would be read as an escape
            if known != text:
                self.found.add(SIE_TEXT_REPLACED, value=shown(text), written=shown(known))
            self._texts[text] = known
        return known

    def _raw(self, record: SieRecord) -> str:
        text = record.text(0)
        known = writable(text, narrow=self.narrow)
        if known != text:
            self.found.add(SIE_TEXT_REPLACED, value=shown(text), written=shown(known))
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
