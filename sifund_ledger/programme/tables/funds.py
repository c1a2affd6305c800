"""The funds within the programme (fonderna i programmet): who answers for each, what is to come back, and the funds of
several municipalities side by side. Öre.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, Final, Protocol

from sifund_ledger.amounts import Language
from sifund_ledger.authority import GRANT_TASK
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.register import FundRegister
from sifund_ledger.funds.tables.account import fund_account
from sifund_ledger.funds.tables.reports import runway
from sifund_ledger.funds.tables.words import RUNWAY_STATES
from sifund_ledger.ledger.year_sums import NO_SUMS
from sifund_ledger.programme import events
from sifund_ledger.programme.application import ProgrammeState
from sifund_ledger.programme.choices import Stage, Status
from sifund_ledger.programme.tables import words
from sifund_ledger.table import Cell, Table

_COUNCIL: Final = "KF"


def funds_table(register: FundRegister, on: date, language: Language = "sv") -> Table:
    """How each fund stands at a day, dormant ones among them, and which bodies answer for it (S31)."""
    rows: list[tuple[Cell, ...]] = []
    for fund, policy in register.policies.items():
        drawn = runway(register, fund, year=on.year)
        granted = (year for part in policy.subfund_names for year, ore in _granted(register, fund, part) if ore)
        rows.append((
            fund, RUNWAY_STATES[drawn.state], max((year for year in granted if year <= on.year), default=None),
            drawn.available_ore, drawn.committed_ore, drawn.open_claims_ore, _bodies(register, fund, GRANT_TASK),
            _bodies(register, fund, "administer"),
        ))  # fmt: skip
    return words.FUNDS.listing(rows, language)


def _granted(register: FundRegister, fund: str, subfund: str) -> Iterable[tuple[int, int]]:
    return register.granted_in.get((fund, subfund), NO_SUMS).by_year()


def _bodies(register: FundRegister, fund: str, task: str) -> str:
    """The council, and whom it has handed a task to."""
    handed = (body for of_fund, what, body in register.delegations if (of_fund, what) == (fund, task))
    return ", ".join(dict.fromkeys((_COUNCIL, *handed)))


def refill_table(register: FundRegister, on: date, language: Language = "sv") -> Table:
    """What plans say is still to be repaid, board by board, with the budget that each frame belongs to (S2; K8)."""
    rows: list[tuple[Cell, ...]] = []
    for fund, owed in register.to_repay.items():
        expected = Counter[tuple[int, str]]()
        for (_, board, due), ore in owed.items():
            expected[due, board] += ore
        rows += [
            (fund, board, due, _belongs(due, on.year), ore) for (due, board), ore in sorted(expected.items()) if ore
        ]
    return words.REFILL.listing(rows, language)


def _belongs(due: int, year: int) -> Bilingual:
    """The budget that the frame of a year belongs to, from a year on: a budget has a plan of two years more."""
    if due < year:
        return words.LATE.filled(year=due)
    if due == year:
        return words.OF_YEAR.filled(year=due)
    if due == year + 1:
        return words.OF_BUDGET.filled(year=due)
    return words.OF_PLAN.filled(year=due, budget=year + 1) if due <= year + 3 else words.OF_LATER


class _Book(Protocol):
    """What is asked of each book."""

    @property
    def entity(self) -> str:
        """Whose it is."""
        ...

    @property
    def programme(self) -> Any:
        """Its programme."""
        ...


def books_side_by_side(books: Iterable[_Book], *, language: Language = "sv") -> Table:
    """The funds and the programmes of several municipalities side by side (jämförelse mellan kommuner)."""
    return words.SIDE_BY_SIDE.listing([_of_book(book.entity, book.programme.state) for book in books], language)


def _of_book(entity: str, state: ProgrammeState) -> tuple[Cell, ...]:
    register, stages = state.register, [event.stage for event, _ in state.programme.all_of(events.StageReached)]
    projects = [each for fund in register.policies for each in register.projects_of(fund) if each.granted]
    used = sum(each.used for each in projects)
    repaid = sum(register.claims[each.name, board].repaid for each in projects for board in each.boards)
    accounts = [fund_account(register, state.balances, fund).total for fund in register.policies]
    put_in = sum(each.opening_ore + each.set_aside_ore for each in accounts if each is not None)
    implemented = [event.status for event, _ in state.programme.all_of(events.ImplementationDecided)]
    return (
        entity, len(register.policies), len(projects), put_in, sum(each.granted for each in projects), used, repaid,
        Fraction(repaid, used) if used else None, sum(pot.available + pot.committed for pot in register.pots.values()),
        stages.count(Stage.IDEA), stages.count(Stage.GRANTED) + stages.count(Stage.REJECTED),
        len(implemented) - implemented.count(Status.PHASED_OUT),
    )  # fmt: skip
