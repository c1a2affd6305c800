"""The year's figures proposed from the general ledger (förslag till årets uppgifter), each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple

from sifund_ledger.boundary import checked_methods, looked_up
from sifund_ledger.errors import UnreadableInput
from sifund_ledger.findings import Bilingual, Counted, Finding, listed
from sifund_ledger.general_ledger import booked_result as result
from sifund_ledger.general_ledger import findings as codes
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.ledger_rows import LedgerRow
from sifund_ledger.general_ledger.roles import DIMENSION_ROLES, Accounts, Roles
from sifund_ledger.general_ledger.sought_figures import LOSSES, Sought, sought_in

_BALANCE_SHEET: Final = Bilingual("balansräkningen", "balance sheet")
_INCOME_STATEMENT: Final = Bilingual("resultaträkningen", "income statement")


class AccountPart(NamedTuple):
    """An account's part of a figure, öre, debit positive: its opening balance (IB), and what the year moved it by.

    >>> AccountPart("2072", opening=-4000, moved=500).closing
    -3500
    """

    account: str
    opening: int
    moved: int

    @property
    def closing(self) -> int:
        """The closing balance (UB), or the sum of a result account."""
        return self.opening + self.moved


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A figure proposed (föreslagen uppgift): its key in the figures file, öre as the key wants its sign, its accounts.

    ``ore`` is ``None`` where nothing leads to it or a person has to judge. ``accounts`` are the balances that count,
    debit positive; ``parts`` are the same accounts with opening balance and movement. A figure that is proposed is
    ``opening_ore``, which has no rows in the year, and ``moved_ore``, which they sum to where the files have
    vouchers, and ``added_ore``, which is on none of its accounts. ``is_opening`` where the opening balance alone
    counts; ``dimension`` is that of a figure by object.
    """

    key: str
    ore: int | None
    accounts: tuple[tuple[str, int], ...] = ()
    parts: tuple[AccountPart, ...] = ()
    opening_ore: int = 0
    moved_ore: int = 0
    added_ore: int = 0
    is_opening: bool = False
    dimension: str = ""


@checked_methods
@dataclass(frozen=True, slots=True)
class ProposedFigures:
    """The figures of a year as the general ledger has them, and what is missing (findings).

    ``earmarks`` are the funds' closing balances, above zero where money is earmarked. ``projects``,
    ``responsibilities``, ``activities`` and ``counterparties`` are the net cost on the result accounts by object of
    the dimension with that role, a cost above zero. ``covered`` is the day to which the figures go, where every file
    that states balances covers a part of the year alone.
    """

    year: int
    figures: tuple[ProposedFigure, ...]
    earmarks: tuple[ProposedFigure, ...]
    projects: tuple[ProposedFigure, ...]
    findings: tuple[Finding, ...]
    ledger: GeneralLedger = field(repr=False)
    responsibilities: tuple[ProposedFigure, ...] = ()
    activities: tuple[ProposedFigure, ...] = ()
    counterparties: tuple[ProposedFigure, ...] = ()
    covered: date | None = None

    def figure(self, key: str) -> ProposedFigure:
        """A figure by its key in the figures file. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        return looked_up({figure.key: figure for figure in self.figures}, key, "figure.key")

    def ore(self, key: str) -> int | None:
        """A figure in öre, ``None`` where it is not proposed. Raises as :meth:`figure`."""
        return self.figure(key).ore

    def rows(self, key: str) -> Iterator[LedgerRow]:
        """The year's rows that a figure of the figures file comes from, as :meth:`rows_of` gives them."""
        return self.rows_of(self.figure(key))

    def earmark_rows(self, fund: str) -> Iterator[LedgerRow]:
        """The year's rows on the accounts of a fund. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        return self.rows_of(looked_up({figure.key: figure for figure in self.earmarks}, fund, "earmark_rows.fund"))

    def project_rows(self, project: str) -> Iterator[LedgerRow]:
        """The year's rows of a project. Raises :class:`~sifund_ledger.errors.NotFound` for another."""
        return self.rows_of(
            looked_up({figure.key: figure for figure in self.projects}, project, "project_rows.project")
        )

    def rows_of(self, figure: ProposedFigure) -> Iterator[LedgerRow]:
        """The year's rows that a figure comes from, each with its file and line; none for an opening balance."""
        if figure.is_opening:
            return
        for index in self.ledger.row_indices({account for account, _ in figure.accounts}, self.year):
            row = self.ledger.row(index)
            if not figure.dimension or dict(row.objects).get(figure.dimension) == figure.key:
                yield row


def propose_figures(ledger: GeneralLedger, roles: Roles, year: int | None = None) -> ProposedFigures:
    """Propose the figures of a year from a general ledger by the roles of its accounts (årets uppgifter).

    Signs are those of the figures file: a surplus, income, equity and reserves are positive. The result is minus the
    sum of the accounts that #KTYP has outside the balance sheet. Equity is that at the close of the year: where the
    result is not booked yet it is added. What cannot be proposed is ``None``, and a finding says why.
    """
    chosen = year if year is not None else (ledger.years[-1] if ledger.years else 0)
    return _Proposal(ledger, roles, chosen).propose()


class _Proposal:
    def __init__(self, ledger: GeneralLedger, roles: Roles, year: int) -> None:
        self.ledger, self.roles, self.year = ledger, roles, year
        self.found: list[Finding] = []
        self.closing = ledger.balances(year) if year in ledger.years else {}
        self.result = result.booked_result(ledger, roles, self.closing)
        sources = [source for source in ledger.sources if source.year == year]
        self.opening_known = any(source.opening for source in sources)
        self.closing_known = self.opening_known or any(not each.rows and each.closing for each in sources)
        self.stated = set(self.closing).union(*(part for each in sources for part in (each.opening, each.closing)))
        self.present = self.stated.union(*(source.declared for source in sources))
        self.unopened: list[str] = []
        covered = [each.covered for each in sources if each.closing or each.result]
        self.covered = max((day for day in covered if day), default=None) if all(covered) else None

    def propose(self) -> ProposedFigures:
        try:
            self.ledger.require_year(self.year)
        except UnreadableInput as missing:
            none = tuple(
                ProposedFigure(key, None) for key in ("net_result", *(each.key for each in sought_in(self.year)))
            )
            return ProposedFigures(self.year, none, (), (), missing.findings, self.ledger)
        sought = sought_in(self.year) + ([LOSSES] if LOSSES.role in self.roles.accounts else [])
        figures = [self._sum("net_result", set(self.result.accounts)), *map(self._from_role, sought)]
        earmarks = [self._of(Sought(fund, f"earmark.{fund}"), each) for fund, each in self.roles.earmarks.items()]
        by_object = self._by_object()
        if self.unopened:
            names = ", ".join(self.unopened)
            self.found.append(codes.OPENING_NOT_STATED.at(str(self.year), year=self.year, figures=names))
        self.found.extend(self._in_two_roles())
        self.found.extend(self._untyped())
        equity = any(figure.key == "equity" and figure.ore is not None for figure in figures)
        self.found.extend(self.result.findings(self.year, equity=equity))
        return ProposedFigures(
            self.year, tuple(figures), tuple(earmarks), by_object["project"], tuple(self.found), self.ledger,
            by_object["responsibility"], by_object["activity"], by_object["counterparty"], self.covered,
        )  # fmt: skip

    def _from_role(self, sought: Sought) -> ProposedFigure:
        """A figure from its role: one below zero is reported, and what the ledger cannot say is left out."""
        accounts = self.roles.accounts.get(sought.role)
        if accounts is None:
            self.found.append(codes.FIGURE_NOT_PROPOSED.at(str(self.year), figure=sought.key, role=sought.role))
        if accounts is None or not accounts.selectors:
            return ProposedFigure(sought.key, None)  # an empty role says that there are none
        figure = self._of(sought, accounts)
        ore = figure.ore
        if ore is None:
            return figure
        if sought.moved_as and (moved := -sum(part.moved for part in figure.parts)):
            self.found.append(
                codes.RESERVE_MOVED.at(
                    str(self.year), role=sought.role, amount=moved, year=self.year,
                    accounts=listed(part.account for part in figure.parts), figures=sought.moved_as,
                )
            )  # fmt: skip
        if sought.key == "equity":
            return replace(figure, ore=ore + self.result.added, added_ore=self.result.added)
        if sought is LOSSES:
            if ore:
                self.found.append(codes.FIGURE_TO_JUDGE.at(str(self.year), figure=sought.key, amount=-ore))
            return replace(figure, ore=None)
        if ore < 0:
            self.found.append(codes.FIGURE_WRONG_SIGN.at(str(self.year), figure=sought.key, amount=ore))
        return figure

    def _of(self, sought: Sought, accounts: Accounts) -> ProposedFigure:
        """What the accounts of a role have; no amount where there are none, or their balances are not stated."""
        numbers = self._chosen(accounts, sought)
        if sought.role == "equity" and numbers:
            booked = self.roles.accounts.get("result_of_year", Accounts(())).among(self.present)
            numbers |= {number for number in booked if self.ledger.on_balance_sheet(number)}
        figure = self._sum(sought.key, numbers, opening=sought.opening)
        known = not sought.on_sheet or (self.opening_known if sought.opening else self.closing_known)
        if numbers and not known:
            self.unopened.append(sought.role if sought.role.startswith("earmark.") else sought.key)
        return figure if numbers and known else replace(figure, ore=None)

    def _sum(self, key: str, numbers: set[str], *, opening: bool = False) -> ProposedFigure:
        parts = []
        for number in sorted(numbers & self.stated):  # the chart may have many that are unused
            before = self.ledger.opening_balance(number, self.year)
            parts.append(AccountPart(number, before, self.closing.get(number, 0) - before))
        counted = tuple((part.account, part.opening if opening else part.closing) for part in parts)
        return ProposedFigure(
            key, -sum(ore for _, ore in counted), counted, tuple(parts), -sum(part.opening for part in parts),
            0 if opening else -sum(part.moved for part in parts), is_opening=opening,
        )  # fmt: skip

    def _chosen(self, accounts: Accounts, sought: Sought) -> set[str]:
        """The year's accounts with a role, without those of the other statement; what is amiss is reported."""
        named = accounts.among(self.present)
        numbers = {number for number in named if self.ledger.on_balance_sheet(number) is sought.on_sheet}
        if named - numbers:
            statement = _BALANCE_SHEET if sought.on_sheet else _INCOME_STATEMENT
            self.found.append(
                codes.ROLE_ON_OTHER_STATEMENT.at(
                    str(self.year), role=sought.role, statement=statement, accounts=listed(sorted(named - numbers))
                )
            )  # fmt: skip
        elif not numbers:
            self.found.append(codes.ROLE_WITHOUT_ACCOUNTS.at(str(self.year), year=self.year, role=sought.role))
        return numbers

    def _by_object(self) -> dict[str, tuple[ProposedFigure, ...]]:
        """Net cost by object of each dimension that has a role."""
        made: dict[str, tuple[ProposedFigure, ...]] = dict.fromkeys(DIMENSION_ROLES, ())
        for role, dimension in self.roles.dimensions.items():
            by_object = self.ledger.by_object(dimension, set(self.result.accounts), self.year)
            made[role] = tuple(_net_cost(dimension, code, each) for code, each in by_object.items() if code)
            if not made[role]:
                self.found.append(
                    codes.ROLE_DIMENSION_EMPTY.at(str(self.year), year=self.year, role=role, dimension=dimension)
                )
        return made

    def _untyped(self) -> Iterator[Finding]:
        """Tell the accounts whose class had to stand for their type."""
        without = [number for number in self.closing if not self.ledger.accounts[number].kind]
        if without:
            counted = Counted(len(without), *codes.ACCOUNTS_WITHOUT)
            yield codes.ACCOUNT_TYPE_ASSUMED.at(str(self.year), counted=counted, accounts=listed(sorted(without)))

    def _in_two_roles(self) -> Iterator[Finding]:
        """Tell the accounts that two roles name which exclude each other.

        Equity holds reserves, earmarks and the result, and a fund may be part of RER.
        """
        named = self.roles.accounts | {f"earmark.{fund}": each for fund, each in self.roles.earmarks.items()}
        chosen = {role: accounts.among(self.present) for role, accounts in named.items() if role != "equity"}
        for (first, ours), (second, theirs) in combinations(chosen.items(), 2):
            if ours & theirs and not (second.startswith("earmark.") and first == "result_reserve"):
                accounts = listed(sorted(ours & theirs))
                yield codes.ACCOUNT_IN_TWO_ROLES.at(str(self.year), first=first, second=second, accounts=accounts)


def _net_cost(dimension: str, code: str, by_account: dict[str, int]) -> ProposedFigure:
    accounts, total = tuple(sorted(by_account.items())), sum(by_account.values())
    parts = tuple(AccountPart(account, 0, ore) for account, ore in accounts)
    return ProposedFigure(code, total, accounts, parts, moved_ore=total, dimension=dimension)
