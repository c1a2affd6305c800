"""Reading a SIE file (inläsning): bytes in, a document and its findings out; never another exception."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import add
from os import PathLike, fspath
from pathlib import Path
from typing import Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.sie.assembling import Assembly
from sifund_ledger.exchange.sie.bulk import Vouchers
from sifund_ledger.exchange.sie.charset import SIE_ENCODING_DIFFERS, decoded
from sifund_ledger.exchange.sie.checking import check_document, settle_type
from sifund_ledger.exchange.sie.document import Objects, SieDocument, SieRow, SieVoucher
from sifund_ledger.exchange.sie.gathering import Gathering, shown, uncollected
from sifund_ledger.exchange.sie.rows import (
    SIE_OBJECT_TWICE,
    SIE_VOUCHER_EMPTY,
    objects_of,
    report_sums,
    tail_of,
    voucher_of,
)
from sifund_ledger.exchange.sie.scanning import Record, scan
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.findings import FindingCode, Severity

SIE_FILE_UNREADABLE = FindingCode(
    "SIE_FILE_UNREADABLE",
    Severity.ERROR,
    en="The file cannot be read: {why}.",
    sv="Filen kan inte läsas: {why}.",
    remedy_en="Give the path of a file that exists and that you may read.",
    remedy_sv="Ange sökvägen till en fil som finns och som får läsas.",
)
CODES = (SIE_FILE_UNREADABLE,)

_XML_STARTS: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def read_sie(path: str | PathLike[str], *, strict: bool = False) -> SieDocument:
    """Read a SIE file of type 1, 2, 3, 4E, 4I or 5 (SIE-fil) as a document that can be edited.

    Every fault is a finding of the document, with its line; the file is read as far as its meaning is clear, and
    nothing is repaired without a finding. With ``strict`` any finding graver than a note raises
    :class:`~sifund_ledger.errors.UnreadableInput` with all of them; so does, always, a file that cannot be opened.
    Amounts are öre, debit positive. The format: SIE 4B §5-10; type 5 is XML.
    """
    return parse_sie(file_bytes(path), name=Path(path).name, strict=strict)


def file_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of a file. Raises :class:`~sifund_ledger.errors.UnreadableInput` where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput([SIE_FILE_UNREADABLE.at(fspath(path), why=why)]) from None


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
    ['file.se:4: SIE_VOUCHER_UNBALANCED: The voucher A 1 differs by 5.00 between debit and credit.']
    """
    found = Gathering(name)
    if is_xml(data):
        from sifund_ledger.exchange.sie.sie5 import parse_xml

        document = parse_xml(data, found)
    else:
        ascii_only = data.isascii()
        text, encoding = decoded(data, found)
        del data  # the bytes of a large file need not stay while its text is read
        with uncollected():
            document = _parse(text, encoding, found)
        report_encoding(document.format, encoding, found, ascii_only=ascii_only)
    document.findings = found.refuse_in_strict(strict=strict)
    return document


def _parse(text: str, encoding: str, found: Gathering) -> SieDocument:
    assembly = Assembly(found)
    document = assembly.document
    document.encoding = encoding
    reader = _VoucherReader(assembly)
    for scanned in scan(text, found):
        if isinstance(scanned, Record):
            assembly.take(scanned.line, scanned.record)
            document.control_sum = document.control_sum or scanned.record.label == "KSUMMA"
        elif isinstance(scanned, Vouchers):
            reader.take_columns(scanned)
        else:
            voucher = voucher_of(scanned, found)
            if isinstance(voucher, SieRecord):
                document.records.append(voucher)
            else:
                reader.take(voucher)
    settle_type(assembly)
    assembly.settle()
    check_document(assembly)
    return document


def report_encoding(stated: str, encoding: str, found: Gathering, *, ascii_only: bool) -> None:
    """Report bytes that are not what #FORMAT says; the format knows PC8 alone, which is code page 437."""
    if not ascii_only and (encoding != "cp437" or stated.upper() != "PC8"):
        found.add(SIE_ENCODING_DIFFERS, stated=shown(stated) or "–", encoding=encoding)


class _VoucherReader:
    """Makes vouchers of what was scanned, and reports those that do not balance."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.found = assembly.found
        self.vouchers = assembly.document.vouchers
        self._objects: dict[str, Objects] = {"": ()}
        self._tails: dict[str, tuple[str, str, str, str, str, tuple[str, ...]]] = {}

    def take(self, voucher: SieVoucher) -> None:
        """A voucher that was read line by line."""
        self.assembly.seen.add("VER")
        if not voucher.rows:
            self.found.add(SIE_VOUCHER_EMPTY, voucher.line, series=shown(voucher.series), number=shown(voucher.number))
        elif voucher.difference_ore:
            report_sums(self.found, voucher.series, voucher.number, voucher.line, voucher.difference_ore)
        for row in voucher.rows:
            self.assembly.use(row.account, voucher.line, row.label)
        self.vouchers.append(voucher)

    def take_columns(self, read: Vouchers) -> None:
        """Vouchers that were read in bulk."""
        self.assembly.seen.add("VER")
        for index, ore in read.differences():
            report_sums(self.found, read.series[index], read.numbers[index], read.lines[index], ore)
        for account in set(read.accounts):
            self.assembly.use(account, read.lines[0], "TRANS")
        rows = list(self._rows(read))
        start = 0
        heads = zip(read.series, read.numbers, read.days, read.titles, read.registered, read.makers, strict=True)
        for (series, number, day, title, registered, maker), line, count in zip(
            heads, read.lines, read.counts, strict=True
        ):
            if not count:
                self.found.add(SIE_VOUCHER_EMPTY, line, series=shown(series), number=shown(number))
            end = start + count
            self.vouchers.append(SieVoucher(series, number, day, title, rows[start:end], registered, maker, line=line))
            start = end

    def _rows(self, read: Vouchers) -> Iterator[SieRow]:
        known = self._objects
        for listed in set(read.objects) - known.keys():
            known[listed] = objects = objects_of(listed)
            for dimension, count in Counter(dimension for dimension, _ in objects).items():
                if count > 1:
                    self.found.add(SIE_OBJECT_TWICE, read.lines[0], dimension=shown(dimension))
        tails = self._tails
        for tail in set(read.tails) - tails.keys():
            tails[tail] = (*tail_of(tail), "TRANS", ())
        heads = zip(read.accounts, read.ores, map(known.__getitem__, read.objects), strict=True)
        return map(SieRow._make, map(add, heads, map(tails.__getitem__, read.tails)))
