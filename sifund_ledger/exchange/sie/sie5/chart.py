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
from sifund_ledger.exchange.sie.sie5.elements import Attributes
from sifund_ledger.exchange.sie.sie5.faults import Reporter
from sifund_ledger.exchange.sie.sie5.findings import SIE5_MONTHS_LEFT_OUT
from sifund_ledger.exchange.sie.sie5.values import day_of, month_of, ore_of_decimal
from sifund_ledger.exchange.sie.sie5.vouchers import ObjectList, quantity_of
from sifund_ledger.exchange.sie.sie5.years import Years
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import is_account_number

_KINDS: Final = {
    "asset": "T", "liability": "S", "equity": "S", "cost": "K", "income": "I", "statistics": "",
}  # fmt: skip
_OTHER_MONTHS: Final = (
    "its month begins or ends no fiscal year of the file",
    "dess månad inleder eller avslutar inget av filens räkenskapsår",
)
_NO_MONTH: Final = (
    "it is for a whole year, or for a month of none in the file",
    "den gäller ett helt år, eller en månad utanför filens år",
)


class _Balance(NamedTuple):
    account: SieAccount
    element: str
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
        self._waiting: list[_Balance] = []
        self._stated: dict[tuple[str, int, str, Objects], int] = {}
        self._left_out: Counter[str] = Counter()

    def product(self, attributes: Attributes) -> None:
        """A SoftwareProduct."""
        self._record("PROGRAM", attributes.get("name", ""), attributes.get("version", ""))

    def creation(self, attributes: Attributes) -> None:
        """A FileCreation."""
        stated = attributes.get("time", "")
        day = day_of(stated)
        if not day:
            self._reporter.attribute("FileCreation", attributes.get("by", ""), "time", stated)
        self._record("GEN", day or stated, attributes.get("by", ""))

    def company(self, attributes: Attributes) -> None:
        """A Company."""
        self._record("FNAMN", attributes.get("name", ""))
        self._record("ORGNR", attributes.get("organizationId", ""))

    def currency(self, attributes: Attributes) -> None:
        """An AccountingCurrency."""
        self._record("VALUTA", attributes.get("currency", ""))

    def years_end(self) -> None:
        """All fiscal years are known, and with them the years of balances."""
        if not self.years.settled:
            self.document.records.extend(self.years.settle())

    def _record(self, label: str, *fields: str) -> None:
        self.document.records.append(SieRecord(label, fields))

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
            quantity = quantity_of(attributes, element, key, self._reporter)
            balance = _Balance(self._account, element, month, ore, objects, quantity)
            if self.years.settled:
                self._place(balance)
            else:
                self._waiting.append(balance)

    def _place(self, balance: _Balance) -> None:
        account, element, month, ore, objects, quantity = balance
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
            self._reporter.add(SIE_BALANCE_TWICE, label=label, year=year, account=shown(account.number))
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
        """The file has ended: what waited for the years is placed, and what has none is counted."""
        if self._waiting:
            self.years_end()
        for balance in self._waiting:
            self._place(balance)
        self._waiting.clear()
        for element, count in self._left_out.items():
            why, why_sv = _NO_MONTH if element.startswith("Budget") else _OTHER_MONTHS
            self._reporter.found.add(SIE5_MONTHS_LEFT_OUT, element=element, count=count, why=why, why_sv=why_sv)
