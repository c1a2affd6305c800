"""What funds have moved in a year, and what its records lead to without a decision yet (fondernas rörelser)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from sifund_ledger.decisions import Decision
from sifund_ledger.findings import Bilingual
from sifund_ledger.funds.state.fund_events import Dissolved, Renewed, SetAside, SetAsideToReserve, UsedDirectly
from sifund_ledger.funds.state.use_events import Used, UsedOfReserve
from sifund_ledger.ledger.records import Event, Record
from sifund_ledger.year_end.book_state import BookState

WHAT: Final = {
    SetAside.kind: Bilingual("öronmärkt", "earmarked"),
    SetAsideToReserve.kind: Bilingual("reserverat", "put into the reserve"),
    Renewed.kind: Bilingual("förnyat", "renewed"),
    Used.kind: Bilingual("ianspråktaget", "used"),
    UsedDirectly.kind: Bilingual("ianspråktaget", "used"),
    UsedOfReserve.kind: Bilingual("använt ur resultatreserven", "used of the result reserve"),
    Dissolved.kind: Bilingual("upplöst", "dissolved"),
}
"""What each kind of movement is called within a sentence."""


class FundMovement(NamedTuple):
    """What moved a fund, in öre, positive: ``kind`` is that of its event, ``result_year`` the one whose result it came
    from; ``project`` is empty and ``decision`` ``None`` where there is none."""

    kind: str
    fund: str
    ore: int
    result_year: int
    project: str = ""
    decision: Decision | None = None

    @property
    def what(self) -> Bilingual:
        """What it did, in words."""
        return WHAT[self.kind]


class FundsOfYear(NamedTuple):
    """What texts know of funds beside their accounts: the purpose of each, and its movements of the year, those decided
    and those that its records lead to and nobody has decided."""

    purposes: Mapping[str, str] = {}
    moved: tuple[FundMovement, ...] = ()
    undecided: tuple[FundMovement, ...] = ()


NO_FUNDS: Final = FundsOfYear()


def _movement(event: Event, decision: Decision | None) -> FundMovement:
    of: Any = event
    result_year = getattr(event, "result_year", of.year)
    return FundMovement(event.kind, of.fund, of.ore, result_year, getattr(event, "project", ""), decision)


def movements_in(state: BookState, year: int) -> Iterator[FundMovement]:
    """What funds have moved in a year, in the order it was recorded; not what was taken back."""
    for seq, event in state.register.events():
        if event.kind in WHAT and getattr(event, "year", None) == year:
            yield _movement(event, state.journal.decisions.get(seq))


def undecided_in(records: Iterable[Record]) -> Iterator[FundMovement]:
    """What records that are only tried out would move."""
    return (_movement(record.event, None) for record in records if record.event.kind in WHAT)


def purposes_of(state: BookState) -> dict[str, str]:
    """The purpose of each fund that has one."""
    return {fund: purpose for (fund, part), purpose in state.register.purposes.items() if purpose and not part}
