"""Reading a SIE file (inläsning): bytes in, a document and its findings out; never another exception."""

from __future__ import annotations

from collections.abc import Iterator
from operator import add
from os import PathLike
from pathlib import Path
from typing import Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.sie.checks.stated_months import StatedMonths
from sifund_ledger.exchange.sie.checks.tie_checks import Stated, StatedBalances, moved
from sifund_ledger.exchange.sie.checks.voucher_faults import repeated_among
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.bulk import RowTexts, Vouchers
from sifund_ledger.exchange.sie.records.charset import decoded
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.exchange.sie.text.rows import objects_of, tail_of
from sifund_ledger.exchange.sie.text.text_reading import VoucherSink, read_text
from sifund_ledger.files import LEDGER, file_bytes
from sifund_ledger.findings import Severity
from sifund_ledger.interned import Interned
from sifund_ledger.named_rows import named_tuples

_XML_STARTS: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<", b"\x00<")


def read_sie(path: str | PathLike[str], *, strict: bool = False) -> SieDocument:
    """Read a SIE file of type 1, 2, 3, 4E, 4I or 5 (SIE-fil) as a document that can be edited.

    Every fault is a finding of the document, with its line; the file is read as far as its meaning is clear, and
    nothing is repaired without a finding. With ``strict`` any finding graver than a note raises
    :class:`~sifund_ledger.errors.UnreadableInput` with all of them; so does, always, a file that cannot be opened.
    Amounts are öre, debit positive. The format: SIE 4B §5-10; type 5 is XML.
    """
    return parse_sie(file_bytes(path, LEDGER), name=Path(path).name, strict=strict)


def is_xml(data: bytes) -> bool:
    """Whether the bytes begin as XML, and so as SIE 5.

    >>> is_xml(b"<?xml?>"), is_xml(b"#FLAGGA 0")
    (True, False)
    """
    return data[:1000].lstrip(b" \t\r\n").startswith(_XML_STARTS)


def parse_sie(data: bytes, *, name: str = "file.se", strict: bool = False) -> SieDocument:
    """Read the bytes of a SIE file; ``name`` stands in the places of the findings. Else as :func:`read_sie`.

    >>> head = b'#FLAGGA 0\\n#SIETYP 4\\n#KONTO 1930 "Bank"\\n'
    >>> document = parse_sie(head + b'#VER A 1 20121231\\n{\\n#TRANS 1930 {} 5\\n}\\n')
    >>> document.type, document.accounts["1930"].name, document.vouchers[0].difference_ore
    ('4I', 'Bank', 500)
    >>> [str(finding).split(" [")[0] for finding in document.findings if finding.place == "file.se:4"]
    ['file.se:4: SIE_VOUCHER_UNBALANCED: The voucher A 1 differs by 5 between debit and credit.']
    """
    found = FileFindings(name)
    document = read_document(data, found)
    document.findings = found.all()
    if strict and any(finding.severity is not Severity.NOTE for finding in document.findings):
        raise UnreadableInput(document.findings)
    return document


def read_document(data: bytes, found: FileFindings) -> SieDocument:
    """The document of a file's bytes; what is wrong goes to ``found``."""
    sink = DocumentVouchers()
    document = read_into(sink, data, found)
    document.vouchers = sink.vouchers
    return document


def read_into(sink: VoucherSink, data: bytes, found: FileFindings, known: KnownParts | None = None) -> SieDocument:
    """Everything of a file's document but its vouchers, which go to ``sink``; ``known`` is of the files before."""
    if is_xml(data):
        from sifund_ledger.exchange.sie.sie5.reading import parse_xml

        return parse_xml(data, found, sink)
    source = decoded(data, found, *(known.find_chart(data) if known else ()))
    del data  # the bytes of a large file need not stay while its text is read
    return read_text(source, found, sink, known)


class DocumentVouchers:
    """The vouchers of a document, row by row."""

    lists_balances = True

    def __init__(self) -> None:
        self.vouchers: list[SieVoucher] = []
        self.texts = RowTexts(Interned(), Interned())
        self._objects: list[Objects] = []
        self._tails: list[tuple[str, str, str, str, str, tuple[str, ...]]] = []

    def take(self, voucher: SieVoucher) -> None:
        """A voucher that was read line by line."""
        self.vouchers.append(voucher)

    def take_columns(self, read: Vouchers) -> None:
        """Vouchers that were read in bulk."""
        rows = list(named_tuples(SieRow, self.row_fields(read)))
        start = 0
        heads = zip(read.series, read.numbers, read.days, read.titles, read.registered, read.makers, strict=True)
        for (series, number, day, title, registered, maker), line, count in zip(
            heads, read.lines, read.counts, strict=True
        ):
            end = start + count
            self.vouchers.append(SieVoucher(series, number, day, title, rows[start:end], registered, maker, line=line))
            start = end

    def take_stated(self, balances: StatedBalances, stated: Stated, months: StatedMonths) -> None:
        """A document has them already."""

    def moved(self) -> dict[str, int]:
        """The booked rows, summed by account."""
        return moved(self.vouchers)

    def repeated(self) -> Iterator[tuple[str, str, int]]:
        """The vouchers whose number stood in its series before."""
        return repeated_among(self.vouchers)

    def row_fields(self, read: Vouchers) -> Iterator[tuple[object, ...]]:
        """The fields of each row."""
        self._objects += map(objects_of, self.texts.objects.since(len(self._objects)))
        self._tails += [(*tail_of(tail), "TRANS", ()) for tail in self.texts.tails.since(len(self._tails))]
        heads: Iterator[tuple[object, ...]] = zip(
            read.accounts, read.ores, map(self._objects.__getitem__, read.objects), strict=True
        )
        return map(add, heads, map(self._tails.__getitem__, read.tails))
