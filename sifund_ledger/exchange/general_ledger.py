"""SIE files straight into a general ledger's columns (huvudbok), without a document between."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from sifund_ledger.exchange.sie.assembling import Assembly
from sifund_ledger.exchange.sie.bulk import Vouchers
from sifund_ledger.exchange.sie.charset import decoded
from sifund_ledger.exchange.sie.checking import settle_type
from sifund_ledger.exchange.sie.document import SieDocument, SieVoucher
from sifund_ledger.exchange.sie.gathering import Gathering, uncollected
from sifund_ledger.exchange.sie.reading import file_bytes, is_xml, report_encoding
from sifund_ledger.exchange.sie.rows import joined, objects_of, report_sums, tail_of, voucher_of
from sifund_ledger.exchange.sie.scanning import Record, scan
from sifund_ledger.exchange.sie.sie5 import parse_xml
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.general.columns import Columns
from sifund_ledger.general.ledger import GeneralLedger, LedgerAccount, LedgerSource

LEDGER_YEAR_UNKNOWN = FindingCode(
    "LEDGER_YEAR_UNKNOWN",
    Severity.WARNING,
    en="The file does not say its fiscal year (#RAR 0); its rows are kept under the year {year}.",
    sv="Filen anger inte sitt räkenskapsår (#RAR 0); dess rader står under år {year}.",
    remedy_en="Let the exporting program write #RAR 0 with its first and last day.",
    remedy_sv="Låt det exporterande programmet skriva #RAR 0 med första och sista dag.",
    citation="SIE 4B §6 #RAR",
)
LEDGER_ACCOUNT_DIFFERS = FindingCode(
    "LEDGER_ACCOUNT_DIFFERS",
    Severity.WARNING,
    en="Account {account} is {other} here and {kind} in an earlier file; the earlier type counts.",
    sv="Konto {account} är {other} här och {kind} i en tidigare fil; den tidigare typen gäller.",
    remedy_en="Read ledgers with different charts of accounts one by one.",
    remedy_sv="Läs huvudböcker med olika kontoplaner var för sig.",
    citation="SIE 4B §6 #KTYP",
)
CODES = (LEDGER_YEAR_UNKNOWN, LEDGER_ACCOUNT_DIFFERS)


def read_general_ledger(path: str | PathLike[str], *more: str | PathLike[str], strict: bool = False) -> GeneralLedger:
    """Read one or several SIE files (other years, other systems) as one general ledger (huvudbok).

    Every voucher is checked to the öre; rows keep their objects, texts, dates and lines. A file ending in ``.csv``
    is read by :func:`~sifund_ledger.exchange.ledger_csv.read_ledger_csv`. With ``strict`` any finding graver than
    a note raises :class:`~sifund_ledger.errors.UnreadableInput`. Amounts are öre, debit positive (SIE 4B §6).
    """
    from sifund_ledger.exchange.ledger_csv import take_csv

    reader = LedgerReader()
    for each in (path, *more):
        name = Path(each).name
        found = Gathering(name)
        if name.lower().endswith(".csv"):
            take_csv(reader, file_bytes(each), found)
        else:
            reader.take_sie(file_bytes(each), found)
        reader.findings.extend(found.refuse_in_strict(strict=strict))
    return reader.ledger()


class LedgerReader:
    """A general ledger in the making, one file after another."""

    def __init__(self) -> None:
        self.columns = Columns()
        self.sources: list[LedgerSource] = []
        self.accounts: dict[str, LedgerAccount] = {}
        self.dimensions: dict[str, str] = {}
        self.findings: list[Finding] = []

    def ledger(self) -> GeneralLedger:
        """The ledger of all files taken."""
        return GeneralLedger(
            self.columns, self.sources, self.accounts, tuple(self.findings), objects_of, tail_of, self.dimensions
        )

    def take_sie(self, data: bytes, found: Gathering) -> None:
        """A SIE file of any type."""
        if is_xml(data):
            document = parse_xml(data, found)
            for voucher in document.vouchers:
                self._voucher(voucher)
        else:
            ascii_only = data.isascii()
            text, encoding = decoded(data, found)
            del data  # the bytes of a large file need not stay while its text is read
            with uncollected():
                document = self._scan(text, found)
            report_encoding(document.format, encoding, found, ascii_only=ascii_only)
        self._source(document, found)

    def _scan(self, text: str, found: Gathering) -> SieDocument:
        assembly = Assembly(found)
        for scanned in scan(text, found):
            if isinstance(scanned, Vouchers):
                self._columns(scanned, assembly)
            elif isinstance(scanned, Record):
                assembly.take(scanned.line, scanned.record)
            else:
                voucher = voucher_of(scanned, found)
                if not isinstance(voucher, SieRecord):
                    assembly.seen.add("VER")
                    self._voucher(voucher)
                    if voucher.difference_ore:
                        report_sums(found, voucher.series, voucher.number, voucher.line, voucher.difference_ore)
        settle_type(assembly)
        assembly.settle()
        return assembly.document

    def _columns(self, read: Vouchers, assembly: Assembly) -> None:
        assembly.seen.add("VER")
        for index, ore in read.differences():
            report_sums(assembly.found, read.series[index], read.numbers[index], read.lines[index], ore)
        for account in set(read.accounts):
            assembly.use(account, read.lines[0], "TRANS")
        self.columns.add_vouchers(
            len(self.sources), series=read.series, numbers=read.numbers, days=read.days, texts=read.titles,
            makers=read.makers, lines=read.lines, counts=read.counts,
        )  # fmt: skip
        self.columns.add_rows(accounts=read.accounts, ores=read.ores, objects=read.objects, details=read.tails)

    def _voucher(self, voucher: SieVoucher) -> None:
        rows = [row for row in voucher.rows if row.label == "TRANS"]
        self.columns.add_vouchers(
            len(self.sources), series=[voucher.series], numbers=[voucher.number], days=[voucher.date],
            texts=[voucher.text], makers=[voucher.sign], lines=[voucher.line], counts=[len(rows)],
        )  # fmt: skip
        self.columns.add_rows(
            accounts=[row.account for row in rows],
            ores=[row.ore for row in rows],
            objects=[joined(*(part for pair in row.objects for part in pair)) for row in rows],
            details=[joined(row.date, row.text, row.quantity, row.sign) for row in rows],
            lines=[line for line, row in zip(voucher.row_lines, voucher.rows, strict=False) if row.label == "TRANS"],
        )

    def _source(self, document: SieDocument, found: Gathering) -> None:
        years = document.years
        year = int(years[0].end[:4]) if 0 in years else 0
        if not year:
            days = [day for day in self.columns.voucher_day if day]
            year = max(days) // 10000 if days else 0
            found.add(LEDGER_YEAR_UNKNOWN, year=year)
        stated: dict[str, dict[str, int]] = {"IB": {}, "UB": {}, "RES": {}}
        for each in document.balances:
            if each.year == 0 and not each.objects:
                stated[each.label].setdefault(each.account, each.ore)
        has_rows = len(self.sources) in self.columns.voucher_source[-1:]
        source = LedgerSource(found.name, document.program, year, stated["IB"], stated["UB"], stated["RES"], has_rows)
        self.sources.append(source)
        self.declare((LedgerAccount(each.number, each.name, each.kind) for each in document.accounts.values()), found)
        for dimension in document.dimensions.values():
            self.dimensions.setdefault(dimension.number, dimension.name)

    def declare(self, accounts: Iterable[LedgerAccount], found: Gathering) -> None:
        """Take the accounts of a file; the type that came first counts."""
        for account in accounts:
            known = self.accounts.setdefault(account.number, account)
            if account.kind and known.kind and account.kind != known.kind:
                found.add(LEDGER_ACCOUNT_DIFFERS, account=account.number, other=account.kind, kind=known.kind)
