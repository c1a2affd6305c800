"""The municipality's general ledger read from its files (huvudbok ur filer): SIE and CSV, several years and systems."""

from __future__ import annotations

from os import PathLike, path

from sifund_ledger import exchange  # whose names are loaded when they are asked for
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.ledgers.ledger_reader import LedgerReader
from sifund_ledger.exchange.ledgers.sie_files import SieFiles
from sifund_ledger.exchange.sie.document import SieDocument
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.text.known_parts import KnownParts
from sifund_ledger.files import LEDGER, file_bytes, uncollected
from sifund_ledger.findings import Severity
from sifund_ledger.general_ledger.ledger import GeneralLedger

_Source = str | PathLike[str] | SieDocument


def read_general_ledger(
    source: _Source, *more: _Source, strict: bool = False, mapping: exchange.CsvMapping | None = None
) -> GeneralLedger:
    """Read one or several SIE files (other years, other systems) as one general ledger (huvudbok).

    Every voucher is checked to the öre, the figures of each file against each other, and the files against one another;
    rows keep their objects, texts, dates and lines. A file ending in ``.csv`` is read as CSV. With ``strict`` any
    finding graver than a note raises :class:`~sifund_ledger.errors.UnreadableInput` with all of them; so does, always,
    a file that cannot be opened. Amounts are öre, debit positive (SIE 4B §6).

    Where CSV has columns of its own names or forms, a ``mapping`` says what they are (``parse_csv_mapping``).

    A :class:`~sifund_ledger.exchange.sie.SieDocument` may stand for a file. It is taken as it is, with what was found
    when it was read: write an edited one to a file to have it checked.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> rows = "#TRANS 1930 {} 5.00\\n#TRANS 3010 {} -5.00\\n"
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "2013.se")
    ...     _ = path.write_text(f"#RAR 0 20130101 20131231\\n#VER A 1 20130105\\n{{\\n{rows}}}\\n", "cp437")
    ...     ledger = read_general_ledger(path)
    >>> ledger.vouchers, ledger.rows, ledger.balance("1930"), ledger.net_result()
    (1, 2, 500, 500)
    """
    with uncollected():  # until the reader is gone too, which need not be walked then
        ledger = _read((source, *more), mapping)
    if strict and any(finding.severity is not Severity.NOTE for finding in ledger.findings):
        raise UnreadableInput(ledger.findings)
    return ledger


def _read(sources: tuple[_Source, ...], mapping: exchange.CsvMapping | None) -> GeneralLedger:
    reader = LedgerReader(KnownParts() if len(sources) > 1 else None)
    files = SieFiles(reader)
    for number, each in enumerate(sources, 1):
        name = f"sie-{number}" if isinstance(each, SieDocument) else path.basename(each) or "."
        if not (isinstance(each, SieDocument) or name.lower().endswith(".csv")):
            files.take(name, file_bytes(each, LEDGER))
            continue
        files.settle()
        found = FileFindings(name)
        if isinstance(each, SieDocument):
            found.extend(each.findings)
            reader.take_document(each, found)
        else:
            from sifund_ledger.exchange.ledgers.ledger_csv import take_csv

            data = file_bytes(each, LEDGER)
            take_csv(reader, data if mapping is None else _plain(data, mapping, found), found)
        reader.findings.extend(found.all())
    files.settle()
    return reader.ledger()


def _plain(data: bytes, mapping: exchange.CsvMapping, found: FileFindings) -> bytes:
    from sifund_ledger.exchange.mapped_csv.ledger_rows import plain_ledger

    return plain_ledger(data, mapping, found)
