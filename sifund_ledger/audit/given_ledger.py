"""The municipality's general ledger as it is given to an audit (huvudbok i granskningen), and what it has of a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sifund_ledger.boundary import checked_methods
from sifund_ledger.general_ledger.findings import RESULT_CLOSED_OUT
from sifund_ledger.general_ledger.ledger import GeneralLedger
from sifund_ledger.general_ledger.proposed_figures import ProposedFigure, ProposedFigures, propose_figures
from sifund_ledger.general_ledger.reconciled import BookedRow
from sifund_ledger.general_ledger.roles import Roles
from sifund_ledger.law.reserves import Reserve, open_reserve
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.records import Record
from sifund_ledger.year_end.against_ledger import accounts_of
from sifund_ledger.year_end.compared import EARMARK


class InLedger(NamedTuple):
    """An amount that the general ledger has, öre as the book has it, and the accounts that it comes from."""

    ore: int
    accounts: str = ""
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookings:
    """How a municipality's ledger shows what a book has (kontering): ``exchange.vouchers`` makes it of a mapping.

    ``rows`` gives the rows that the records of some years have for the ledger, ``number`` the ledger's account for one
    of the book's. ``own`` are accounts that only the book's entries belong on, ``shared`` those that others use too.
    ``in_notes`` gives the funds that a year shows in notes alone; ``projects`` are the ledger's codes of projects.
    ``read_out`` says that the accounts were read out of the ledger itself, by the entries that its vouchers name.
    """

    rows: Callable[[Sequence[Record], Iterable[int]], tuple[BookedRow, ...]]
    number: Callable[[Account], str | None]
    own: frozenset[str]
    shared: frozenset[str]
    in_notes: Callable[[Sequence[Record], int], frozenset[str]]
    dimension: str = "6"
    projects: Mapping[str, str] = field(default_factory=dict)
    read_out: bool = False


@checked_methods
@dataclass(frozen=True, slots=True)
class GivenLedger:
    """A general ledger that a book is audited against (huvudbok i granskningen).

    Without ``bookings`` no row is held against the book's, unless ``reading`` makes them of the book's records and the
    ledger; without ``roles`` neither equity nor each fund's earmark.
    """

    ledger: GeneralLedger
    bookings: Bookings | None = None
    roles: Roles | None = None
    reading: Callable[[Sequence[Record]], Bookings | None] | None = None

    def read(self, records: Sequence[Record]) -> GivenLedger:
        """The same with bookings, where they were not given and the ledger itself shows them."""
        made = self.reading(records) if self.bookings is None and self.reading is not None else self.bookings
        return replace(self, bookings=made)

    def proposed(self, year: int) -> ProposedFigures:
        """The figures of a year by the roles of accounts; projects by the mapping's dimension, if they name none."""
        roles = self.roles or Roles()
        return propose_figures(self.ledger, Roles(roles.accounts, roles.earmarks, {"project": self.dimension}), year)

    @property
    def dimension(self) -> str:
        """The dimension of projects: by the roles, by the mapping, or the one that SIE reserves for them."""
        by_role = self.roles.dimensions.get("project") if self.roles else None
        return by_role or (self.bookings.dimension if self.bookings else "6")

    def code_of(self, project: str) -> str:
        """What the ledger calls a project."""
        return self.bookings.projects.get(project, project) if self.bookings else project

    def amounts(self, proposed: ProposedFigures) -> dict[str, InLedger]:
        """What the ledger has of a year by the codes of a comparison, as far as roles and mapping lead to it."""
        found = {each.key: each for each in proposed.figures if each.ore is not None}
        amounts: dict[str, InLedger] = {}
        closed_out = any(each.kind is RESULT_CLOSED_OUT for each in proposed.findings)
        if (result := found.get("net_result")) and not closed_out:
            amounts["net_result"] = _whole(result)
        if equity := found.get("equity"):
            amounts["closing_equity"] = _whole(equity)
            amounts["opening_equity"] = InLedger(equity.opening_ore, *_accounts(equity))
        for reserve in Reserve:
            key = "reserve_before" if reserve is open_reserve(proposed.year) else "equalisation_reserve_before"
            known = reserve is open_reserve(proposed.year) or reserve is Reserve.EQUALISATION
            figure = found.get(key) if known else None
            if figure is not None:
                amounts[reserve.value] = InLedger(-sum(part.closing for part in figure.parts), *_accounts(figure))
                opening = -sum(part.opening for part in figure.parts)
                amounts[f"opening_{reserve.value}"] = InLedger(opening, *_accounts(figure))
        for fund in proposed.earmarks:
            if fund.ore is not None:
                amounts[f"{EARMARK}{fund.key}"] = _whole(fund)
        return self._mapped_reserves(proposed.year) | amounts

    def _mapped_reserves(self, year: int) -> dict[str, InLedger]:
        """The reserves by the accounts of the mapping."""
        amounts: dict[str, InLedger] = {}
        if self.bookings is None:
            return amounts
        for reserve in Reserve:
            number = self.bookings.number(Account("EARMARK", reserve.value))
            if number in self.bookings.own:
                closing, opening = self.ledger.balance(number, year), self.ledger.opening_balance(number, year)
                amounts[reserve.value] = InLedger(-closing, number, (number,))
                amounts[f"opening_{reserve.value}"] = InLedger(-opening, number, (number,))
        return amounts


def _whole(figure: ProposedFigure) -> InLedger:
    return InLedger(figure.ore or 0, *_accounts(figure))


def _accounts(figure: ProposedFigure) -> tuple[str, tuple[str, ...]]:
    return accounts_of(figure), tuple(number for number, _ in figure.accounts)
