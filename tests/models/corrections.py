"""What a correction must come to: the book as it would be without what it takes back (rättelse, LKBR 3:7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sifund_ledger.funds.state.project_events import Granted
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record
from sifund_ledger.ledger.year_sums import YearSums
from sifund_ledger.year_end.book_state import BookState


def without_corrected(records: Sequence[Record]) -> list[Record]:
    """The records but for those that were corrected in their own year, and their corrections."""
    entries = {record.seq: record.entry for record in records}
    gone: set[int] = set()
    for record in records:
        event, entry = record.event, record.entry
        if isinstance(event, EntryCorrected) and entry and (before := entries[event.corrects]):
            gone |= {record.seq, event.corrects} if before.year == entry.year else set()
    return [record for record in records if record.seq not in gone]


def folded(records: Iterable[Record]) -> BookState:
    """The state that records amount to."""
    state = BookState()
    for record in records:
        state.evolve(record)
    return state


def sums_of(fold: Any) -> dict[str, Any]:
    """All that a fold holds, balances as their sums."""
    return {name: value.as_dict() if isinstance(value, Balances) else value for name, value in vars(fold).items()}


def _told(sums: dict[Any, Any]) -> dict[Any, Any]:
    """What is not zero or empty."""
    return {key: value for key, value in sums.items() if value and not (isinstance(value, tuple) and not any(value))}


def _by_year(sums: dict[Any, Any]) -> dict[Any, Any]:
    """Sums kept under a key of more than one part with the whole key."""
    flat: dict[Any, Any] = {}
    for key, value in sums.items():
        if isinstance(value, YearSums):
            flat |= {(key, year): ore for year, ore in value.by_year()}
        else:
            flat |= {(key, inner): each for inner, each in value.items()} if isinstance(value, dict) else {key: value}
    return flat


def what_decisions_see(state: BookState) -> dict[str, Any]:
    """All that later decisions rest on; the numbers of records, and what is zero, aside."""
    balances, register, stated = state.balances, state.register, state.stated
    claims = {key: tuple(claim) for key, claim in register.claims.items()}
    projects = {
        name: project._replace(grants=(), boards=tuple(board for board in project.boards if any(claims[name, board])))
        for name, project in register.projects.items()
        if project.grants
    }
    years = [*stated.years()]
    return {
        "balances": balances.as_dict(),
        "reserved": register.reserved.as_dict(),
        "movements": {
            (account, key): ore
            for account in balances.accounts()
            for key, ore in balances.movements(account).items()
            if ore
        },
        "claims": _told({key: claim if any(claim) else () for key, claim in claims.items()}),
        "projects": projects,
        "pots": _told(register.pots),
        "policies": register.versions,
        "boards": register.boards,
        **{
            name: _told(_by_year(getattr(register, name)))
            for name in (
                "used", "effects", "entitled", "renewed", "granted_in", "deposits", "carried", "purposes",
                "intentions", "costs", "_of_result",
            )
        },
        "delegations": {*register.delegations},
        "events": [event for _, event in register.events()],
        "equity": (stated.opened_year, stated.opening_deficits),
        "years": [(year, stated.has_result(year), stated.is_stated(year)) for year in years],
        "figures": [stated.figures(year, net_result_ore=0).net_result for year in years],
    }  # fmt: skip


def assert_corrected(records: Sequence[Record]) -> None:
    """Where every correction is in the year of what it corrects, all is as if neither had been.

    A project's first grant may be corrected when a later one bears what was released or moved in between; a book
    without the first would have those before any grant, and there is nothing to compare with.
    """
    first = {}
    for record in records:
        if isinstance(record.event, Granted):
            first.setdefault(record.event.project, record.seq)
    if {record.event.corrects for record in records if isinstance(record.event, EntryCorrected)} & {*first.values()}:
        return
    assert what_decisions_see(folded(records)) == what_decisions_see(folded(without_corrected(records)))
