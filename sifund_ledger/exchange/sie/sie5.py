"""Reading SIE 5 (XML): a full export ``Sie`` or vouchers to import ``SieEntry``, as the same kind of document.

Overstruck rows become history (#BTRANS) and do not count. The signature is not verified, and what SIE 4 has no word
for (sub-ledgers, attached files, customers) is told and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sifund_ledger.exchange.sie.document import (
    Objects,
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
    SieRow,
    SieVoucher,
)
from sifund_ledger.exchange.sie.gathering import Gathering, shown
from sifund_ledger.exchange.sie.rows import SIE_VOUCHER_EMPTY, report_sums
from sifund_ledger.exchange.sie.tie_checks import check_ties, moved
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of, ore_of
from sifund_ledger.findings import FindingCode, Severity

SIE5_UNREADABLE = FindingCode(
    "SIE5_UNREADABLE",
    Severity.ERROR,
    en="The file begins as XML and cannot be read as SIE 5: {why}.",
    sv="Filen börjar som XML men kan inte läsas som SIE 5: {why}.",
    remedy_en="Export the file anew, as SIE 4 or SIE 5.",
    remedy_sv="Exportera filen på nytt, som SIE 4 eller SIE 5.",
    citation="SIE 5",
)
SIE5_VALUE_UNREADABLE = FindingCode(
    "SIE5_VALUE_UNREADABLE",
    Severity.ERROR,
    en="{element} {key} is {value}, which cannot be read; it was left out.",
    sv="{element} {key} är {value}, som inte kan läsas; den utelämnades.",
    remedy_en="Correct it in the program that wrote the file.",
    remedy_sv="Rätta i det program som skrev filen.",
    citation="SIE 5",
)
SIE5_LEFT_OUT = FindingCode(
    "SIE5_LEFT_OUT",
    Severity.NOTE,
    en="{count} × {element} is not read: only accounts, balances, dimensions and vouchers are.",
    sv="{count} × {element} läses inte: bara konton, saldon, dimensioner och verifikationer läses.",
    citation="SIE 5",
)
CODES = (SIE5_UNREADABLE, SIE5_VALUE_UNREADABLE, SIE5_LEFT_OUT)

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE: Final = "{http://www.sie.se/sie5}"
_KINDS: Final = {"asset": "T", "liability": "S", "equity": "S", "cost": "K", "income": "I"}
_LEFT_OUT: Final = (
    "CustomerInvoices", "SupplierInvoices", "FixedAssets", "GeneralSubdividedAccount", "Customers", "Suppliers",
    "AccountAggregations", "Documents", "Signature",
)  # fmt: skip
_DECIMAL: Final = re.compile(r"\s*\+?(-?[0-9]*\.?[0-9]*)\s*")


def parse_xml(data: bytes, found: Gathering) -> SieDocument:
    """The document of a SIE 5 file; what cannot be read is a finding."""
    from xml.etree import ElementTree

    document = SieDocument(type="5", encoding="utf-8", format="")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"<\x00!\x00D" in data or b"\x00<\x00!\x00D" in data:
        # No SIE 5 file has a document type, and entities can make a small file enormous.
        found.add(SIE5_UNREADABLE, why="it declares a document type or entities")
        return document
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError, RecursionError) as error:
        found.add(SIE5_UNREADABLE, why=shown(str(error)))
        return document
    if root.tag not in (f"{_NAMESPACE}Sie", f"{_NAMESPACE}SieEntry"):
        found.add(SIE5_UNREADABLE, why=f"the root is {shown(root.tag)}")
        return document
    _Reader(document, root, found).read()
    return document


class _Reader:
    def __init__(self, document: SieDocument, root: Element, found: Gathering) -> None:
        self.document = document
        self.root = root
        self.found = found
        self._primary = ("", "")

    def read(self) -> None:
        """Everything that has a place in the document."""
        self._identification()
        for account in self._all("Accounts/Account"):
            self._account(account)
        for dimension in self._all("Dimensions/Dimension"):
            number = dimension.get("id", "")
            self.document.dimensions[number] = SieDimension(number, dimension.get("name", ""))
            for each in dimension.iterfind(f"{_NAMESPACE}Object"):
                key = (number, each.get("id", ""))
                self.document.objects[key] = SieObject(*key, each.get("name", ""))
        for journal in self._all("Journal"):
            for entry in journal.iterfind(f"{_NAMESPACE}JournalEntry"):
                self.document.vouchers.append(self._voucher(journal.get("id", ""), entry))
        for name in _LEFT_OUT:
            count = sum(1 for child in self.root if child.tag.rpartition("}")[2] == name)
            if count:
                self.found.add(SIE5_LEFT_OUT, element=name, count=count)
        check_ties(self.document, moved(self.document.vouchers), self.found)

    def _all(self, path: str) -> Iterator[Element]:
        return self.root.iterfind("/".join(f"{_NAMESPACE}{name}" for name in path.split("/")))

    def _identification(self) -> None:
        records = self.document.records
        for product in self._all("FileInfo/SoftwareProduct"):
            records.append(SieRecord("PROGRAM", (product.get("name", ""), product.get("version", ""))))
        for creation in self._all("FileInfo/FileCreation"):
            day = creation.get("time", "")[:10].replace("-", "")
            records.append(SieRecord("GEN", (day, creation.get("by", ""))))
        for company in self._all("FileInfo/Company"):
            records.append(SieRecord("FNAMN", (company.get("name", ""),)))
            records.append(SieRecord("ORGNR", (company.get("organizationId", ""),)))
        years = [
            (year.get("start", ""), year.get("end", ""), year) for year in self._all("FileInfo/FiscalYears/FiscalYear")
        ]
        primary = next((each[:2] for each in years if each[2].get("primary") == "true"), ("", ""))
        self._primary = primary
        starts = sorted({start for start, _, _ in years})
        for start, end, _ in years:
            if primary[0]:
                number = starts.index(start) - starts.index(primary[0])
                records.append(SieRecord("RAR", (str(number), f"{start.replace('-', '')}01", _last_day(end))))
        for currency in self._all("FileInfo/AccountingCurrency"):
            records.append(SieRecord("VALUTA", (currency.get("currency", ""),)))

    def _account(self, element: Element) -> None:
        number = element.get("id", "")
        kind = _KINDS.get(element.get("type", ""), "")
        account = SieAccount(number, element.get("name", ""), kind, element.get("unit", ""))
        self.document.accounts[number] = account
        for child in element:
            name = child.tag.rpartition("}")[2]
            if name.startswith(("OpeningBalance", "ClosingBalance", "Budget")):
                self._balance(account, name, child)

    def _balance(self, account: SieAccount, name: str, element: Element) -> None:
        ore = self._ore(element, name, account.number)
        month = element.get("month", "")
        if ore is None:
            return
        objects, quantity = self._objects(element), element.get("quantity", "")
        if name.startswith("Budget"):
            budget = SiePeriodBalance("PBUDGET", 0, month.replace("-", ""), account.number, ore, objects, quantity)
            self.document.period_balances.append(budget)
            return
        opening = name.startswith("Opening")
        if month != self._primary[0 if opening else 1]:
            return  # the balance of a month within the year, which follows from the rows
        label = "O" * bool(objects) + ("IB" if opening else "UB" if account.on_balance_sheet or objects else "RES")
        self.document.balances.append(SieBalance(label, 0, account.number, ore, objects, quantity))

    def _objects(self, element: Element) -> Objects:
        return tuple(
            (each.get("dimId", ""), each.get("objectId", ""))
            for each in element.iterfind(f"{_NAMESPACE}ObjectReference")
        )

    def _ore(self, element: Element, name: str, key: str) -> int | None:
        value = element.get("amount", "")
        number = _DECIMAL.fullmatch(value)
        ore = ore_of(number[1]) if number else None
        if ore is None:
            self.found.add(SIE5_VALUE_UNREADABLE, element=name, key=shown(key), value=shown(value) or '""')
        return ore

    def _voucher(self, series: str, entry: Element) -> SieVoucher:
        number, day = entry.get("id", ""), entry.get("journalDate", "")[:10].replace("-", "")
        if not date_of(day):
            value = shown(entry.get("journalDate", "")) or '""'
            self.found.add(SIE5_VALUE_UNREADABLE, element="JournalEntry", key=shown(f"{series} {number}"), value=value)
        info = entry.find(f"{_NAMESPACE}EntryInfo")
        made = info if info is not None else entry.find(f"{_NAMESPACE}OriginalEntryInfo")
        registered = made.get("date", "")[:10].replace("-", "") if made is not None else ""
        maker = made.get("by", "") if made is not None else ""
        rows = [
            row for each in entry.iterfind(f"{_NAMESPACE}LedgerEntry") for row in self._row(each, f"{series} {number}")
        ]
        voucher = SieVoucher(series, number, day, entry.get("text", ""), rows, registered, maker)
        if not rows:
            self.found.add(SIE_VOUCHER_EMPTY, series=shown(series), number=shown(number))
        elif voucher.difference_ore:
            report_sums(self.found, series, number, 0, voucher.difference_ore)
        return voucher

    def _row(self, element: Element, key: str) -> Iterator[SieRow]:
        ore = self._ore(element, "LedgerEntry", key)
        if ore is not None:
            struck = element.find(f"{_NAMESPACE}Overstrike")
            yield SieRow(
                element.get("accountId", ""), ore, self._objects(element),
                element.get("ledgerDate", "").replace("-", ""), element.get("text", ""), element.get("quantity", ""),
                struck.get("by", "") if struck is not None else "", "BTRANS" if struck is not None else "TRANS",
            )  # fmt: skip


def _last_day(month: str) -> str:
    for day in ("31", "30", "29", "28"):
        text = f"{month.replace('-', '')}{day}"
        if date_of(text):
            return text
    return ""
