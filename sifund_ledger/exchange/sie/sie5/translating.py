"""The elements of a SIE 5 file as the records of types 1 to 4 (omvandling av SIE 5), and its vouchers.

What is wrong with an element is then found as it is with a record; only months and fiscal years are SIE 5's own.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import Final

from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.document import ELEMENT_TYPES, Objects, SieRow, SieVoucher, on_balance_sheet
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.sie5.elements import BALANCES, Element, Elements
from sifund_ledger.exchange.sie.sie5.findings import SIE5_MONTHS_LEFT_OUT
from sifund_ledger.exchange.sie.sie5.values import day_of, decimal_of, month_of
from sifund_ledger.exchange.sie.sie5.years import Years
from sifund_ledger.exchange.sie.text.amount_records import amount_with, checked
from sifund_ledger.exchange.sie.text.assembling import Assembly
from sifund_ledger.exchange.sie.text.text_reading import VoucherSink, report_voucher
from sifund_ledger.findings import Bilingual

_OTHER_MONTHS: Final = Bilingual(
    "månaden inleder eller avslutar inget av filens räkenskapsår",
    "the month neither begins nor ends a fiscal year of the file",
)
_NO_MONTH: Final = Bilingual(
    "beloppet gäller ett helt år, eller en månad utanför filens år",
    "the amount is for a whole year, or for a month outside the years of the file",
)
_RECORDS: Final = {
    "SoftwareProduct": (("PROGRAM", "name", "version"),),
    "FileCreation": (("GEN", "time", "by"),),
    "Company": (("FNAMN", "name"), ("ORGNR", "organizationId")),
    "AccountingCurrency": (("VALUTA", "currency"),),
}
"""Elements that become records, with the attributes that become their fields."""
_BALANCES: Final = {"OpeningBalance": "IB", "ClosingBalance": "UB", "Budget": "PBUDGET"}


class Translation:
    """A document in the making from the elements of a file; its vouchers go to ``sink``."""

    def __init__(self, elements: Elements, found: FileFindings, sink: VoucherSink) -> None:
        self.assembly = Assembly(found)
        self.document = self.assembly.document
        self._years = Years(elements, found)
        self._elements = elements
        self._found = found
        self._sink = sink
        self._balances: list[tuple[Element, Objects]] = []
        self._left_out: Counter[str] = Counter()
        self._pairs: list[tuple[str, str]] = []
        self._lists: dict[Objects, Objects] = {}
        self._names: dict[str, str] = {}
        self._struck: str | None = None
        self._info: dict[str, Element] = {}
        self._rows: list[SieRow] = []
        self._lines: list[int] = []
        self._others: list[SieRecord] = []
        elements.connect(
            {
                **dict.fromkeys(_RECORDS, self._record),
                "FiscalYear": self._years.add,
                "Account": self._account,
                **dict.fromkeys(BALANCES, self._balance),
                "Dimension": self._dimension,
                "Object": self._object,
                "ObjectReference": self._reference,
                "EntryInfo": self._registered,
                "OriginalEntryInfo": self._registered,
                "Overstrike": self._overstrike,
                "LedgerEntry": self._row,
                "JournalEntry": self._voucher,
            }
        )

    def finish(self) -> None:
        """The file has ended and all years are known: balances are placed, and those that have none are counted."""
        self._elements.close("Account", "Dimension", "JournalEntry")
        self._found.element = ""
        if self._balances or "FiscalYears" in self._elements.seen:
            for record in self._years.number():
                self.assembly.take(0, record)
        self.assembly.chart.settle_accounts()  # by whose types balances are placed
        for element, objects in self._balances:
            self._found.element = element
            self._place(element, objects)
            if self.assembly.overflows:
                break
        self._found.element = ""
        for name, count in self._left_out.items():
            why = _NO_MONTH if name.startswith("Budget") else _OTHER_MONTHS
            self._found.add(SIE5_MONTHS_LEFT_OUT, element=name, count=count, why=why)
        self.assembly.settle(alone=self._elements.root == "SieEntry", listing=True)

    def _take(self, element: Element, label: str, *fields: str) -> None:
        self.assembly.take(element.line, SieRecord(label, fields))
        if self.assembly.overflows:
            self._elements.end()

    def _has(self, element: Element, *keys: str) -> bool:
        """Whether an element has its keys; one that lacks any is left out."""
        if all(keys):
            return True
        check_value(self._found, element.line, element.name, "key", "")
        self._elements.odd()
        return False

    def _record(self, element: Element) -> None:
        for label, *names in _RECORDS[element.name]:
            first, *more = map(element.text, names)
            self._take(element, label, _day(first) if label == "GEN" else first, *more)

    def _account(self, element: Element) -> None:
        number, stated, chart = element.text("id"), element.text("type"), self.assembly.chart
        if not self._has(element, number):
            return
        check_field(self._found, element.line, "KTYP", "type", stated)
        new = number not in chart
        self._take(element, "KONTO", number, element.text("name"))
        if new:  # at once: records of its type and its unit would take as much memory again
            chart.describe(number, ELEMENT_TYPES.get(stated.strip(), ""), element.text("unit"))

    def _dimension(self, element: Element) -> None:
        number = element.text("id")
        if self._has(element, number):
            self._take(element, "DIM", number, element.text("name"))

    def _object(self, element: Element) -> None:
        dimension, number = element.owner, element.text("id")
        if self._has(element, dimension, number):
            self._take(element, "OBJEKT", dimension, number, element.text("name"))

    def _reference(self, element: Element) -> None:
        dimension, number = element.text("dimId"), element.text("objectId")
        if self._has(element, dimension, number):
            self._pairs.append((dimension, number))

    def _objects(self) -> Objects:
        """The objects of the row or the balance that is whole."""
        if not self._pairs:
            return ()
        objects, self._pairs = tuple(self._pairs), []
        return self._lists.setdefault(objects, objects)

    def _balance(self, element: Element) -> None:
        objects = self._objects()
        if self._has(element, element.owner):
            self._balances.append((element, objects))  # the years may come later in the file

    def _place(self, element: Element, objects: Objects) -> None:
        account, label = element.owner, _BALANCES[element.name.removesuffix("Multidim")]
        month = _month(element.text("month"))
        if (month or label != "PBUDGET") and not check_value(self._found, element.line, label, "period", month):
            return
        year = self._years.number_of(label, month)
        if year is None:
            self._left_out[element.name] += 1
            return
        head = (str(year), month, account) if label == "PBUDGET" else (str(year), account)
        tail = (_number(element.text("amount")), _number(element.text("quantity")))
        if label != "PBUDGET" and objects:
            label = f"O{label}"
        elif label == "UB" and not on_balance_sheet(self.document.accounts, account):
            label = "RES"
        listed = (tuple(chain.from_iterable(objects)),) if objects or label == "PBUDGET" else ()
        self.assembly.take(element.line, SieRecord(label, (*head, *listed, *tail)))

    def _registered(self, element: Element) -> None:
        self._info[element.name] = element

    def _overstrike(self, element: Element) -> None:
        self._struck = element.text("by")

    def _row(self, element: Element) -> None:
        label, sign = ("TRANS", "") if self._struck is None else ("BTRANS", self._struck)
        self._struck = None
        text, names = element.attributes.get, self._names  # a file has more rows than anything else
        account, day = text("accountId", ""), _day(text("ledgerDate", ""))
        account, day = names.setdefault(account, account), names.setdefault(day, day)
        amount, quantity = _number(text("amount", "")), _number(text("quantity", ""))
        objects = self._objects()
        ore = amount_with(objects, amount, label, element.line, self._found)
        if ore is None:
            listed = tuple(chain.from_iterable(objects))
            self._others.append(SieRecord(label, (account, listed, amount, day, text("text", ""), quantity, sign)))
            self._elements.odd()
            return
        row = SieRow(account, ore, objects, day, text("text", ""), quantity, sign, label)
        self._rows.append(checked(row, element.line, self._found))
        self._lines.append(element.line)

    def _voucher(self, element: Element) -> None:
        """A voucher is whole, or the file has ended within it."""
        info = self._info.get("EntryInfo") or self._info.get("OriginalEntryInfo")  # of the system that it comes from
        day, registered = _day(element.text("journalDate")), _day(info.text("date")) if info else ""
        dated = check_field(self._found, element.line, "VER", "date", day)
        if info:
            check_field(self._found, info.line, "VER", "date", registered)
        voucher = SieVoucher(
            element.owner, element.text("id"), day, element.text("text"), self._rows, registered,
            info.text("by") if info else "", others=tuple(self._others), line=element.line,
            row_lines=tuple(self._lines),
        )  # fmt: skip
        self._info, self._rows, self._lines, self._others = {}, [], [], []
        report_voucher(voucher, self.assembly)
        self._sink.take(voucher)
        if not dated:
            self._elements.odd()


def _number(stated: str) -> str:
    """A decimal as SIE 4 writes it; what cannot be read stays as it stands."""
    return (decimal_of(stated) or stated) if stated else ""


def _day(stated: str) -> str:
    return (day_of(stated) or stated) if stated else ""


def _month(stated: str) -> str:
    return month_of(stated) or stated
