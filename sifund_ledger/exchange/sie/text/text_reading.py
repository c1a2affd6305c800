"""The text of a SIE file, types 1 to 4, read from first to last (inläsning): all faults are detected here.

What becomes of the vouchers is for the sink to decide: rows of a document, or columns of a general ledger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol

from sifund_ledger.exchange.sie import findings as codes
from sifund_ledger.exchange.sie.checks.stated_months import StatedMonths, check_months
from sifund_ledger.exchange.sie.checks.tie_checks import Stated, StatedBalances, check_ties
from sifund_ledger.exchange.sie.checks.voucher_faults import (
    report_empty,
    report_outside,
    report_sums,
    report_twice,
    report_unbalanced,
)
from sifund_ledger.exchange.sie.document import SieDocument, SieType, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records import findings as of_records
from sifund_ledger.exchange.sie.records.bulk import RowTexts, Vouchers
from sifund_ledger.exchange.sie.records.bulk_records import Chart
from sifund_ledger.exchange.sie.records.charset import Decoded, names_of
from sifund_ledger.exchange.sie.records.labels import BALANCES, FORBIDDEN, MANDATORY, RULES
from sifund_ledger.exchange.sie.records.scanning import (
    MOST_ODD_RECORDS,
    Record,
    Scanned,
    Scanner,
    Voucher,
    has_records,
)
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.text.assembling import Assembly
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.exchange.sie.text.rows import voucher_of
from sifund_ledger.files import uncollected
from sifund_ledger.findings import printable


class VoucherSink(Protocol):
    """Takes the vouchers of a file, in its order."""

    texts: RowTexts
    """What the rows read so far have around their amounts."""

    def take(self, voucher: SieVoucher) -> None:
        """One that was read line by line."""

    def take_columns(self, read: Vouchers) -> None:
        """Many that were read at once."""

    lists_balances: bool
    """Whether the document is to have its balances one by one."""

    def take_stated(self, balances: StatedBalances, stated: Stated, months: StatedMonths) -> None:
        """The balances of the file, and what they state of its year and by month, once it has been read."""

    def moved(self) -> Mapping[str, int]:
        """The booked rows of the file, summed by account, in öre."""

    def repeated(self) -> Iterator[tuple[str, str, int]]:
        """Series, number and line of each voucher whose number stood in its series before."""


def read_text(source: Decoded, found: FileFindings, sink: VoucherSink, known: KnownParts | None = None) -> SieDocument:
    """Read a text: its vouchers go to ``sink``, what is wrong to ``found``, and everything else is the document.

    ``known`` are parts of files read before; one that is among them is not read again.
    """
    assembly = Assembly(found)
    document = assembly.document
    document.encoding = source.encoding
    pieces = _with_records(source.pieces)
    if pieces is None:
        found.add(of_records.SIE_NO_RECORD)
        return document
    with uncollected():
        _scan(pieces, source.known, assembly, sink, known)
        settle_format(assembly)
        assembly.settle(alone=document.type == "4I", listing=sink.lists_balances)
        moved, balances = sink.moved(), StatedBalances(assembly.stated, document.accounts)
        stated = balances.stated(moved)
        check_records(assembly, opening_taken=stated.opening_taken)
        report_twice(found, sink.repeated())
        check_ties(document, balances, stated, moved, found)
        sink.take_stated(balances, stated, check_months(balances, found))
    if not source.ascii_only:
        _report_characters(source, document.format, found)
    return document


def _with_records(pieces: Iterable[str]) -> Iterable[str] | None:
    """The pieces of a text, or ``None`` where no record begins in any of them."""
    left, begun = iter(pieces), list[str]()
    for piece in left:
        begun.append(piece)
        if has_records(piece):
            return chain(begun, left)
    return None


def _scan(pieces: Iterable[str], chart: str, assembly: Assembly, sink: VoucherSink, known: KnownParts | None) -> None:
    """Everything in a text finds its place; its ``chart``, where that is a piece, and the first one may be known."""
    scanner = Scanner(assembly.found, sink.texts)
    for text in pieces:
        if known is not None and chart and (text is chart or scanner.line == 1):
            goes_on = _take_part(text, scanner, assembly, sink, known)
        else:
            goes_on = _take(scanner.scan(text), assembly, sink)
        if not goes_on:
            return
    _take(scanner.finish(), assembly, sink)


def _take(items: Iterable[Scanned], assembly: Assembly, sink: VoucherSink) -> bool:
    """What is scanned finds its place; whether reading goes on, since not too much is odd."""
    document, found = assembly.document, assembly.found
    for scanned in items:
        if isinstance(scanned, Vouchers):
            assembly.seen.add("VER")
            _report_columns(scanned, assembly)
            sink.take_columns(scanned)
            continue
        if isinstance(scanned, Voucher):
            voucher = voucher_of(scanned, found)
            if isinstance(voucher, SieRecord):
                document.records.append(voucher)
            else:
                assembly.seen.add("VER")
                report_voucher(voucher, assembly)
                sink.take(voucher)
            continue
        if isinstance(scanned, Record):
            line = scanned.line
            assembly.take(line, scanned.record)
            document.control_sum = document.control_sum or scanned.record.label == "KSUMMA"
        else:
            line = assembly.take_chart(scanned) if isinstance(scanned, Chart) else assembly.take_balances(scanned)
        if assembly.overflows:
            found.add(of_records.SIE_NOT_SIE, line, count=MOST_ODD_RECORDS)
            return False
    return True


def _take_part(text: str, scanner: Scanner, assembly: Assembly, sink: VoucherSink, known: KnownParts) -> bool:
    """A chart, or what is before it, finds its place: as it was read before, or else it is kept for files to come."""
    if not (scanner.at_rest and assembly.has_no_chart):
        return _take(scanner.scan(text), assembly, sink)
    part = known.get(text)
    if part is not None and assembly.has_room(len(part.records)):
        assembly.take_known(part, scanner.line)
        scanner.pass_over(part.lines)
        return True
    line, before, told = scanner.line, assembly.mark(), assembly.found.keep_told()
    goes_on = _take(scanner.scan(text), assembly, sink)
    assembly.found.keep_no_longer()
    if goes_on and scanner.is_clean and assembly.can_be_kept:
        known.keep(text, assembly.known_since(before, line, scanner.line - line, told))
    return goes_on


def _report_characters(source: Decoded, stated: str, found: FileFindings) -> None:
    """What the file says of its characters, which can be PC8 alone, and texts that were garbled before it came."""
    shown = printable(stated) or "–"
    if source.encoding in names_of(stated):
        found.add(of_records.SIE_FORMAT_OTHER, stated=shown)
    elif source.encoding != "cp437" or stated.upper() != "PC8":
        found.add(of_records.SIE_ENCODING_DIFFERS, stated=shown, encoding=source.encoding)
    if source.garbled:
        word, line = source.garbled
        found.add(of_records.SIE_TEXT_GARBLED, line, value=printable(word))


def report_voucher(voucher: SieVoucher, assembly: Assembly) -> None:
    """Report what is wrong with a voucher that is whole, and note the accounts that it uses."""
    if year := assembly.years.get(0):
        report_outside(assembly.found, year, [voucher.date], [voucher.series], [voucher.number], [voucher.line])
    report_sums(assembly.found, voucher)
    for row, line in zip(voucher.rows, voucher.row_lines, strict=True):
        assembly.chart.use(row.account, line)


def _report_columns(read: Vouchers, assembly: Assembly) -> None:
    for index, ore in read.differences():
        report_unbalanced(assembly.found, read.series[index], read.numbers[index], read.lines[index], ore)
    if year := assembly.years.get(0):
        report_outside(assembly.found, year, read.days, read.series, read.numbers, read.lines)
    if not all(read.counts):
        for index, count in enumerate(read.counts):
            if not count:
                report_empty(assembly.found, read.series[index], read.numbers[index], read.lines[index])
    spans = (range(line + 2, line + 2 + count) for line, count in zip(read.lines, read.counts, strict=True))
    assembly.chart.use_all(read.accounts, chain.from_iterable(spans), read.used)


def settle_format(assembly: Assembly) -> None:
    """What the file says of its format; of type 4 those with balances are 4E, the others 4I (§1), and none is 1."""
    document, frame, seen = assembly.document, assembly.frame, assembly.seen
    document.flag = frame.get("FLAGGA", document.flag)
    document.format = frame.get("FORMAT", document.format)
    stated = frame.get("SIETYP", "")
    kind: SieType = "1"
    if stated in ("2", "3"):
        kind = "2" if stated == "2" else "3"
    elif stated not in ("", "1") or (not stated and "VER" in seen):
        kind = "4I" if seen.isdisjoint(BALANCES) else "4E"
    document.type = kind
    if stated not in ("", "1", "2", "3", "4") or (not stated and kind != "1"):
        assembly.found.add(codes.SIE_TYPE_UNKNOWN, value=printable(stated) or "–", read=kind)


def check_records(assembly: Assembly, *, opening_taken: bool) -> None:
    """Report the records that a file of its type must have and has not, and those that it has and must not."""
    document, found, seen = assembly.document, assembly.found, assembly.seen
    if document.flag not in ("", "0"):
        found.add(codes.SIE_ALREADY_READ, value=printable(document.flag))
    missing = MANDATORY[document.type] - seen - ({"IB"} if opening_taken else set())
    out_of_place = FORBIDDEN[document.type] & seen
    for label in RULES if missing or out_of_place else ():
        if label in missing:
            found.add(codes.SIE_RECORD_MISSING, type=document.type, label=label)
        elif label in out_of_place:
            found.add(codes.SIE_RECORD_NOT_IN_TYPE, type=document.type, label=label)
    if assembly.disordered:
        found.add(codes.SIE_GROUP_ORDER)
