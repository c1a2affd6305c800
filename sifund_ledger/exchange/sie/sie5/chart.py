"""What a SIE 5 file says of itself, its accounts with their balances, and its dimensions (kontoplan och saldon)."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.document import (
    Objects,
    SieAccount,
    SieBalance,
    SieDimension,
    SieDocument,
    SieObject,
    SiePeriodBalance,
)
from sifund_ledger.exchange.sie.file_findings import shown
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_NOT_NUMERIC, SIE_BALANCE_TWICE
from sifund_ledger.exchange.sie.sie5.elements import NAMESPACE, Attributes
from sifund_ledger.exchange.sie.sie5.findings import SIE5_MONTHS_LEFT_OUT
from sifund_ledger.exchange.sie.sie5.reporter import Reporter
from sifund_ledger.exchange.sie.sie5.values import month_of, ore_of_decimal
from sifund_ledger.exchange.sie.sie5.vouchers import ObjectList
from sifund_ledger.exchange.sie.sie5.years import Years
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import is_account_number
from sifund_ledger.findings import Bilingual

_KINDS: Final = {
    "asset": "T", "liability": "S", "equity": "S", "cost": "K", "income": "I", "statistics": "",
}  # fmt: skip
_OTHER_MONTHS: Final = Bilingual(
    "månaden inleder eller avslutar inget av filens räkenskapsår",
    "the month neither begins nor ends a fiscal year of the file",
)
_NO_MONTH: Final = Bilingual(
    "beloppet gäller ett helt år, eller en månad utanför filens år",
    "the amount is for a whole year, or for a month outside the years of the file",
)


RECORDS: Final = {
    "SoftwareProduct": (("PROGRAM", "name", "version"),),
    "FileCreation": (("GEN", "time", "by"),),
    "Company": (("FNAMN", "name"), ("ORGNR", "organizationId")),
    "AccountingCurrency": (("VALUTA", "currency"),),
}
"""Elements that become records, with the attributes that become their fields."""


class _Balance(NamedTuple):
    line: int
    element: str
    account: SieAccount
    month: str
    ore: int
    objects: Objects
    quantity: str


class Chart:
    """Everything of a document but its vouchers, in the making."""

    def __init__(self, document: SieDocument, reporter: Reporter, objects: ObjectList) -> None:
        self.document = document
        self.years = Years(reporter)
        self._reporter = reporter
        self._objects = objects
        self._account: SieAccount | None = None
        self._dimension = ""
        self._element = ""
        self._attributes: Attributes = {}
        self._balances: list[_Balance] = []
        self._stated: dict[tuple[str, int, str, Objects], int] = {}
        self._left_out: Counter[str] = Counter()

    def record(self, element: str, attributes: Attributes) -> None:
        """An element that is a record: of the program, the file, the company, the currency."""
        for label, *names in RECORDS[element]:
            values = [attributes.get(name, "") for name in names]
            if label == "GEN":
                values[0] = self._reporter.day(element, values[1], attributes, "time")
            self.document.records.append(SieRecord(label, tuple(values)))

    def account(self, attributes: Attributes) -> None:
        """An Account begins."""
        number, stated = attributes.get("id", ""), attributes.get("type", "")
        self._account = None
        if not number:
            self._reporter.unreadable("Account", attributes.get("name", ""), number)
            return
        if not is_account_number(number):
            self._reporter.add(SIE_ACCOUNT_NOT_NUMERIC, account=shown(number))
        kind = _KINDS.get(stated.strip())
        if kind is None:
            self._reporter.attribute("Account", number, "type", stated)
        account = SieAccount(number, attributes.get("name", ""), kind or "", attributes.get("unit", ""))
        self._account = self.document.accounts.setdefault(number, account)
        if self._account is not account:
            self._reporter.twice("Account", number)

    def balance(self, element: str, attributes: Attributes) -> None:
        """A balance or a budget begins."""
        self._element, self._attributes = element, attributes

    def balance_ends(self) -> None:
        """The balance is whole."""
        element, attributes, objects = self._element, self._attributes, self._objects.take()
        key = self._account.number if self._account else ""
        stated, stated_month = attributes.get("amount", ""), attributes.get("month")
        ore, month = ore_of_decimal(stated), month_of(stated_month or "")
        if ore is None or self._account is None:
            self._reporter.unreadable(element, key, stated)
        elif not month and (stated_month is not None or not element.startswith("Budget")):
            self._reporter.unreadable(f"{element}@month", key, stated_month or "")
        else:
            quantity = self._reporter.quantity(element, key, attributes)
            line = self._reporter.elements.line
            self._balances.append(_Balance(line, element, self._account, month, ore, objects, quantity))

    def _place(self, balance: _Balance) -> None:
        line, element, account, month, ore, objects, quantity = balance
        if element.startswith("Budget"):
            year = self.years.year_of(month) if month else None
            if year is None:
                self._left_out[element] += 1
            else:
                budget = SiePeriodBalance("PBUDGET", year, month, account.number, ore, objects, quantity)
                self.document.period_balances.append(budget)
            return
        opening = element.startswith("Opening")
        year = (self.years.opening if opening else self.years.closing).get(month)
        if year is None:
            self._left_out[element] += 1
            return
        label = "O" * bool(objects) + ("IB" if opening else "UB" if account.on_balance_sheet or objects else "RES")
        if self._stated.setdefault((label, year, account.number, objects), ore) != ore:
            self._reporter.found.add(SIE_BALANCE_TWICE, line, label=label, year=year, account=shown(account.number))
        self.document.balances.append(SieBalance(label, year, account.number, ore, objects, quantity))

    def dimension(self, attributes: Attributes) -> None:
        """A Dimension begins."""
        number = self._dimension = attributes.get("id", "")
        dimension = SieDimension(number, attributes.get("name", ""))
        if not number:
            self._reporter.unreadable("Dimension", dimension.name, number)
        elif self.document.dimensions.setdefault(number, dimension) is not dimension:
            self._reporter.twice("Dimension", number)

    def object(self, attributes: Attributes) -> None:
        """An Object of the dimension that has begun."""
        each = SieObject(self._dimension, attributes.get("id", ""), attributes.get("name", ""))
        if not each.dimension or not each.number:
            self._reporter.unreadable("Object", each.name, each.number)
        elif self.document.objects.setdefault(each[:2], each) is not each:
            self._reporter.twice("Object", f"{each.dimension} {each.number}")

    def finish(self) -> None:
        """The file has ended and all years are known: balances are placed, and those that have none are counted."""
        if self._balances or NAMESPACE + "FiscalYears" in self._reporter.elements.seen:
            self.document.records.extend(self.years.number())
        for balance in self._balances:
            self._place(balance)
        for element, count in self._left_out.items():
            why = _NO_MONTH if element.startswith("Budget") else _OTHER_MONTHS
            self._reporter.found.add(SIE5_MONTHS_LEFT_OUT, element=element, count=count, why=why)
