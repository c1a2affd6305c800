"""A SIE file as a document that can be edited: accounts, objects, balances, vouchers, and every other record."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import Final, Literal, NamedTuple

from sifund_ledger.boundary import checked_methods
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of, year_number
from sifund_ledger.findings import Finding

SieType = Literal["1", "2", "3", "4E", "4I", "5"]
"""What a file holds: year-end, period and object balances (1-3), a ledger out (4E), vouchers in (4I), XML (5)."""

Objects = tuple[tuple[str, str], ...]
"""The objects of a row: pairs of dimension number and object number, in the order of the file."""

BALANCE_SHEET: Final = ("T", "S")
"""The account types (kontotyp) of the balance sheet: tillgång, skuld."""
ACCOUNT_KINDS: Final = (*BALANCE_SHEET, "K", "I")
"""All account types: those of the balance sheet, kostnad and intäkt."""
ELEMENT_TYPES: Final = {
    "asset": "T", "liability": "S", "equity": "S", "cost": "K", "income": "I", "statistics": "",
}  # fmt: skip
"""The account types as SIE 5 has them."""


class SieAccount(NamedTuple):
    """An account (konto): number, name, type T, S, K or I where #KTYP gives it, unit, SRU codes."""

    number: str
    name: str = ""
    kind: str = ""
    unit: str = ""
    sru: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def on_balance_sheet(self) -> bool:
        """Whether it is a balance sheet account: by #KTYP, and without one by classes 1 and 2.

        >>> SieAccount("8510", kind="K").on_balance_sheet, SieAccount("1930").on_balance_sheet
        (False, True)
        """
        return self.kind in BALANCE_SHEET if self.kind else self.number[:1] in ("1", "2")


def on_balance_sheet(accounts: Mapping[str, SieAccount], number: str) -> bool:
    """Whether an account is of the balance sheet, declared or not.

    >>> on_balance_sheet({"8510": SieAccount("8510", kind="T")}, "8510"), on_balance_sheet({}, "8510")
    (True, False)
    """
    return (accounts.get(number) or SieAccount(number)).on_balance_sheet


class BalanceSheet(dict[str, bool]):
    """Whether accounts are of the balance sheet, declared or not, each asked for once.

    >>> BalanceSheet({"8510": SieAccount("8510", kind="T")}).without(["8510", "1930", "3010"])
    {'3010'}
    """

    def __init__(self, accounts: Mapping[str, SieAccount]) -> None:
        super().__init__()
        self._accounts = accounts

    def __missing__(self, number: str) -> bool:
        self[number] = is_on_it = on_balance_sheet(self._accounts, number)
        return is_on_it

    def without(self, numbers: Iterable[str]) -> set[str]:
        """Those of some accounts that are not of the balance sheet."""
        return set(filterfalse(self.__getitem__, numbers))


class SieDimension(NamedTuple):
    """A dimension (dimension): number, name, and for a sub-dimension the one above it."""

    number: str
    name: str
    parent: str = ""
    extra: tuple[str, ...] = ()


class SieObject(NamedTuple):
    """An object (objekt) of a dimension: a cost centre, a project."""

    dimension: str
    number: str
    name: str
    extra: tuple[str, ...] = ()


class SieBalance(NamedTuple):
    """A balance (saldo): #IB, #UB, #RES, or with one object #OIB, #OUB; öre, debit positive."""

    label: str
    year: int
    account: str
    ore: int
    objects: Objects = ()
    quantity: str = ""
    extra: tuple[str, ...] = ()


class SiePeriodBalance(NamedTuple):
    """A month's change (#PSALDO) or budget (#PBUDGET), öre: never cumulative; objects' rows are in the total too."""

    label: str
    year: int
    period: str
    account: str
    ore: int
    objects: Objects = ()
    quantity: str = ""
    extra: tuple[str, ...] = ()


class SieRow(NamedTuple):
    """A row (kontering): öre, debit positive. ``label`` is TRANS, RTRANS (added later) or BTRANS (struck).

    Only TRANS is booked: an RTRANS is followed by its TRANS twin, a BTRANS is history (SIE 4B §7).
    """

    account: str
    ore: int
    objects: Objects = ()
    date: str = ""
    text: str = ""
    quantity: str = ""
    sign: str = ""
    label: str = "TRANS"
    extra: tuple[str, ...] = ()


@checked_methods
@dataclass(slots=True)
class SieVoucher:
    """A voucher (verifikation). ``date`` and ``registered`` are YYYYMMDD as in the file; ``line`` is where it stands.

    >>> voucher = SieVoucher("A", "1", "20121231", "Öronmärkning", [SieRow("2071", -5), SieRow("2070", 5)])
    >>> voucher.difference_ore, voucher.day
    (0, datetime.date(2012, 12, 31))
    """

    series: str
    number: str
    date: str
    text: str = ""
    rows: list[SieRow] = field(default_factory=list)
    registered: str = ""
    sign: str = ""
    extra: tuple[str, ...] = ()
    others: tuple[SieRecord, ...] = ()
    line: int = field(default=0, compare=False)
    row_lines: tuple[int, ...] = field(default=(), compare=False)

    def row_line(self, index: int) -> int:
        """The line of a row in the file: where nothing else was said, the rows stand below #VER and its brace.

        >>> SieVoucher("A", "1", "20121231", line=7).row_line(0)
        9
        """
        return self.row_lines[index] if self.row_lines else self.line + 2 + index

    @property
    def booked(self) -> list[SieRow]:
        """The rows that count: #TRANS alone."""
        return [row for row in self.rows if row.label == "TRANS"]

    @property
    def difference_ore(self) -> int:
        """Debit less credit of the booked rows, in öre; zero in a sound voucher."""
        return sum(row.ore for row in self.rows if row.label == "TRANS")

    @property
    def day(self) -> datetime.date | None:
        """The voucher's date, or ``None`` where the file has no readable one."""
        return date_of(self.date)


class FiscalYear(NamedTuple):
    """A fiscal year of the file (#RAR): first and last day, YYYYMMDD."""

    start: str
    end: str


@dataclass(slots=True)
class SieDocument:
    """What a SIE file says, and the way back to a file; equal by content, whatever its encoding, lines or findings.

    ``records`` are the identification and everything without a place of its own, unknown labels included, in the
    file's order. ``control_sum`` is whether the file carries #KSUMMA. ``encoding`` is what the bytes were found to be.
    """

    type: SieType = "4I"
    encoding: str = field(default="cp437", compare=False)
    flag: str = "0"
    format: str = field(default="PC8", compare=False)
    records: list[SieRecord] = field(default_factory=list)
    accounts: dict[str, SieAccount] = field(default_factory=dict)
    dimensions: dict[str, SieDimension] = field(default_factory=dict)
    objects: dict[tuple[str, str], SieObject] = field(default_factory=dict)
    balances: list[SieBalance] = field(default_factory=list)
    period_balances: list[SiePeriodBalance] = field(default_factory=list)
    vouchers: list[SieVoucher] = field(default_factory=list)
    control_sum: bool = False
    findings: tuple[Finding, ...] = field(default=(), compare=False)

    def record(self, label: str) -> SieRecord | None:
        """The first record with a label, of those without a place of their own."""
        for record in self.records:
            if record.label == label:
                return record
        return None

    def first(self, label: str, index: int = 0) -> str:
        """A field of the first record with a label; empty where there is none."""
        record = self.record(label)
        return record.text(index) if record else ""

    @property
    def company(self) -> str:
        """Whose books they are (#FNAMN)."""
        return self.first("FNAMN")

    @property
    def organisation_number(self) -> str:
        """The organisation number as written (#ORGNR)."""
        return self.first("ORGNR")

    @property
    def program(self) -> str:
        """The program that wrote the file, with its version (#PROGRAM)."""
        return f"{self.first('PROGRAM')} {self.first('PROGRAM', 1)}".strip()

    @property
    def years(self) -> dict[int, FiscalYear]:
        """The fiscal years (#RAR): 0 is the current one, -1 the one before.

        >>> SieDocument(records=[SieRecord("RAR", ("0", "20120101", "20121231"))]).years[0].end
        '20121231'
        """
        found: dict[int, FiscalYear] = {}
        for record in self.records:
            number = year_number(record.text(0)) if record.label == "RAR" else None
            if number is not None and date_of(record.text(1)) and date_of(record.text(2)):
                found.setdefault(number, FiscalYear(record.text(1), record.text(2)))
        return found

    def balance_of(self, label: str, account: str, year: int = 0) -> int:
        """The balance of an account without objects (label IB, UB or RES), in öre; zero where none is stated."""
        return next((each.ore for each in self.balances if each[:3] == (label, year, account) and not each.objects), 0)

    def rows(self) -> Iterator[tuple[SieVoucher, SieRow]]:
        """Every booked row with its voucher."""
        for voucher in self.vouchers:
            for row in voucher.rows:
                if row.label == "TRANS":
                    yield voucher, row
