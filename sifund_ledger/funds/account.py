"""The account of a fund (fondens konto): opening, set aside, used, closing, by fiscal year; and fund snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from moneyed import Money

from sifund_ledger.findings import Language
from sifund_ledger.funds.events import USES, SetAside
from sifund_ledger.funds.policy import Policy
from sifund_ledger.ledger.accounts import FUND_AVAILABLE, FUND_COMMITTED, Account
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.money import from_ore
from sifund_ledger.table import Row, RowKind, Table

_PARTS: Final = (FUND_AVAILABLE, FUND_COMMITTED)


def fund_accounts(balances: Balances, fund: str, code: str | None = None) -> list[Account]:
    """The accounts of a fund in the EARMARK book: available and committed, or one of the two."""
    codes = _PARTS if code is None else (code,)
    return list(balances.accounts(lambda account: account.fund == fund and account.code in codes))


def fund_balance(balances: Balances, fund: str, code: str | None = None, *, at: int | None = None) -> int:
    """What is earmarked in a fund at the close of a year or now, in öre, positive."""
    return -sum(balances.balance(account, at=at) for account in fund_accounts(balances, fund, code))


def fund_movement(balances: Balances, fund: str, kinds: tuple[str, ...], *, year: int | None = None) -> int:
    """What events of some kinds have added to a fund (or, negative, taken from it), in öre."""
    return -sum(
        balances.movement(account, kind, year=year) for account in fund_accounts(balances, fund) for kind in kinds
    )


@dataclass(frozen=True, slots=True)
class FundYear:
    """A fund's roll-forward over one fiscal year or several, in öre: ``opening + set_aside − used = closing``."""

    first_year: int
    last_year: int
    opening_ore: int
    set_aside_ore: int
    used_ore: int
    closing_ore: int
    available_ore: int
    committed_ore: int


@dataclass(frozen=True, slots=True)
class FundAccount:
    """A fund's account (fondens konto), a column for each fiscal year with a movement and one for the whole time."""

    fund: str
    years: tuple[FundYear, ...]
    total: FundYear | None

    def table(self, language: Language = "sv") -> Table:
        """The roll-forward as a table, with what is available and committed at the end."""
        names = _NAMES[language]
        columns = list(self.years)
        if self.total is not None and len(columns) > 1:
            columns.append(self.total)
        heads = tuple(
            str(c.first_year) if c.first_year == c.last_year else f"{c.first_year}–{c.last_year}" for c in columns
        )
        rows = (
            Row((names["opening"], *(c.opening_ore for c in columns))),
            Row((names["set_aside"], *(c.set_aside_ore for c in columns))),
            Row((names["used"], *(-c.used_ore for c in columns))),
            Row((names["closing"], *(c.closing_ore for c in columns)), RowKind.SUM),
            Row((names["available"], *(c.available_ore for c in columns))),
            Row((names["committed"], *(c.committed_ore for c in columns))),
        )
        return Table(names["title"].format(fund=self.fund), ("", *heads), rows, (names["not_cash"],))

    def __str__(self) -> str:
        return self.table().text()

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


_NAMES: Final = {
    "sv": {
        "title": "Öronmärkt i eget kapital: {fund}",
        "opening": "Ingående",
        "set_aside": "Öronmärkt",
        "used": "Ianspråktaget",
        "closing": "Utgående",
        "available": "  varav disponibelt",
        "committed": "  varav beviljat, ej förbrukat",
        "not_cash": "Fonden är varken pengar, bankkonto eller avsättning, utan en märkning av eget kapital.",
    },
    "en": {
        "title": "Earmarked in equity: {fund}",
        "opening": "Opening",
        "set_aside": "Set aside",
        "used": "Used",
        "closing": "Closing",
        "available": "  of which available",
        "committed": "  of which granted, not used",
        "not_cash": "The fund is neither cash, nor a bank account, nor a provision: it is a label on equity.",
    },
}


def fund_account(balances: Balances, fund: str, *, through: int | None = None) -> FundAccount:
    """A fund's account through a fiscal year, or through the last one with a movement."""
    touched = sorted(
        {
            year
            for account in fund_accounts(balances, fund)
            for year in balances.years(account)
            if through is None or year <= through
        }
    )
    if through is not None and touched and through not in touched:
        touched.append(through)
    years = tuple(_fund_year(balances, fund, year, year) for year in touched)
    return FundAccount(fund, years, _fund_year(balances, fund, touched[0], touched[-1]) if touched else None)


def _fund_year(balances: Balances, fund: str, first: int, last: int) -> FundYear:
    span = range(first, last + 1)
    return FundYear(
        first,
        last,
        fund_balance(balances, fund, at=first - 1),
        sum(fund_movement(balances, fund, (SetAside.kind,), year=year) for year in span),
        -sum(fund_movement(balances, fund, USES, year=year) for year in span),
        fund_balance(balances, fund, at=last),
        fund_balance(balances, fund, FUND_AVAILABLE, at=last),
        fund_balance(balances, fund, FUND_COMMITTED, at=last),
    )


@dataclass(frozen=True, slots=True)
class Fund:
    """A fund as it stands (fond), a frozen snapshot; amounts in kronor with ``_ore`` beside."""

    name: str
    policy: Policy
    available_ore: int
    committed_ore: int
    roll_forward: FundAccount

    @property
    def available(self) -> Money:
        """What can still be granted or used directly (disponibelt)."""
        return from_ore(self.available_ore)

    @property
    def committed(self) -> Money:
        """What is granted and not yet used (beviljat, ej förbrukat)."""
        return from_ore(self.committed_ore)

    @property
    def balance(self) -> Money:
        """All that is earmarked in the fund."""
        return from_ore(self.available_ore + self.committed_ore)

    def account(self) -> FundAccount:
        """The fund's account, year by year."""
        return self.roll_forward


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it stands (projekt), a frozen snapshot; amounts in öre."""

    name: str
    fund: str
    board: str
    granted_ore: int
    used_ore: int

    @property
    def remaining(self) -> Money:
        """What is left of the grant, in kronor."""
        return from_ore(self.granted_ore - self.used_ore)
