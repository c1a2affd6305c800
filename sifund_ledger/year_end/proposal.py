"""The proposal of a year-end (förslag till bokslut): what it would record, and the statement that follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from sifund_ledger.balance.equity.equity import reserves, result_of
from sifund_ledger.balance.figures.events import (
    FiguresStated,
    GroundInvoked,
    ReserveDissolved,
    ResultCarried,
    ResultRecorded,
)
from sifund_ledger.balance.figures.stored_figures import figures_to_values
from sifund_ledger.balance.figures.year_figures import ExceptionalGround, YearFigures
from sifund_ledger.balance.reserves.reserves import last_year, use_key
from sifund_ledger.balance.statement.statement import BalanceRequirementStatement
from sifund_ledger.decisions import Decision
from sifund_ledger.errors import Refused
from sifund_ledger.fiscal import year_close
from sifund_ledger.funds.project.use import used_in
from sifund_ledger.law.reserves import DISSOLUTION, Reserve
from sifund_ledger.ledger.accounts import RESULT_OF_YEAR, earmark
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Draft
from sifund_ledger.money import from_ore
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.recorded_figures import figures_faults, with_earmarks
from sifund_ledger.year_end.statements import year_drawn
from sifund_ledger.year_end.year_movements import reserves_moved

_CHANGED: Final = "Ändrade uppgifter i bokslutet för {year}"


class Proposal(NamedTuple):
    """What a year-end would record, in order, and the statement it rests on."""

    figures: YearFigures
    drafts: tuple[Draft, ...]
    statement: BalanceRequirementStatement


def propose(
    state: BookState, year: int, figures: YearFigures, grounds_decision: Decision | None, *, draft: bool = False
) -> Proposal:
    """Complete the figures from the book, draw up the statement, and list what would be recorded.

    ``grounds_decision`` adds one waiving ground for each fund used, in the order the funds were made, up to the
    deficit (ruling R2). Raises :class:`~sifund_ledger.Refused` with every fault of the year; in a ``draft`` they are
    among the statement's findings.
    """
    faults = list(figures_faults(state, figures, year))
    if faults and not draft:
        raise Refused(faults)
    completed = with_earmarks(state, figures, year)
    if grounds_decision is not None:
        more = _earmark_grounds(state, completed, year, grounds_decision)
        completed = replace(completed, exceptional_grounds=(*completed.exceptional_grounds, *more))
    own, errors = year_drawn(state, year, completed)
    if errors and not draft:
        raise Refused(errors)
    if faults:
        own = replace(own, years=tuple(replace(of, findings=(*faults, *of.findings)) for of in own.years))
    return Proposal(completed, tuple(_drafts(state, year, completed)), own)


def _earmark_grounds(
    state: BookState, figures: YearFigures, year: int, decision: Decision
) -> Iterator[ExceptionalGround]:
    own = year_drawn(state, year, replace(figures, exceptional_grounds=()))[0].year(year)
    left = max(0, -own.decisive_result_ore)
    left -= sum(ground.ore for ground in figures.exceptional_grounds if ground.deficit_year == year)
    for fund in state.register.policies:
        stated = [ground.ore for ground in figures.exceptional_grounds if _rests_on(ground, fund, year)]
        amount = min(left, used_in(state.balances, fund, year) - sum(stated))
        if amount > 0:
            left -= amount
            yield ExceptionalGround(
                amount=from_ore(amount),
                deficit_year=year,
                reason=f"Användning av öronmärkt eget kapital: {fund}",
                decision=decision,
                source=f"earmark:{fund}",
            )


def _rests_on(ground: ExceptionalGround, fund: str, year: int) -> bool:
    return ground.deficit_year == year and ground.source == f"earmark:{fund}"


def has_result(state: BookState, year: int, ore: int) -> bool:
    """Whether a year's result is recorded; one of zero moves nothing, and gives way to another (LKBR 3:7)."""
    return state.stated.has_result(year) and (ore == 0 or result_of(state.balances, year) != 0)


def carried_results(state: BookState, before: int) -> Iterator[Draft]:
    """The results of earlier years that have not yet joined other equity."""
    for year in sorted(account.year for account in state.balances.accounts(RESULT_OF_YEAR) if account.year < before):
        ore = -state.balances.balance(earmark(RESULT_OF_YEAR, year=year))
        if ore:
            yield Draft(ResultCarried(year, ore))


def result_drafts(state: BookState, year: int, ore: int) -> Iterator[Draft]:
    """A year's result, after the results of earlier years have joined other equity."""
    yield from carried_results(state, year)
    yield Draft(ResultRecorded(year, ore))


def _drafts(state: BookState, year: int, figures: YearFigures) -> Iterator[Draft]:
    values = figures_to_values(figures)
    ore = figures.ore("net_result") or 0
    yield from _changed_result(state, year, ore)
    yield from _reserve_drafts(state, year, figures)
    yield Draft(FiguresStated(year, values))
    for ground in figures.exceptional_grounds:
        event = GroundInvoked(
            year,
            ground.deficit_year,
            ground.ore,
            ground.effect.value,
            ground.due_year or 0,
            ground.reason,
            ground.source,
        )
        yield Draft(event, ground.decision)


def _changed_result(state: BookState, year: int, ore: int) -> Iterator[Draft]:
    """A result that is not recorded as it is; before it the one of an earlier run is taken back, on the year's last
    day, as results are dated (R43). One of zero has no entry, and stands."""
    recorded, entries = result_of(state.balances, year), state.journal.entries
    results = state.stated.results(year)
    for seq in results if recorded not in (0, ore) else ():
        if seq in entries:
            kind, entry = entries[seq]
            taken_back = EntryCorrected.of(seq, kind, entry, year=year, day=year_close(year))
            yield Draft(taken_back, note=_CHANGED.format(year=year))
    if recorded != ore if ore else all(seq in entries for seq in results):
        yield from result_drafts(state, year, ore)


def _reserve_drafts(state: BookState, year: int, figures: YearFigures) -> Iterator[Draft]:
    """What the stated allocations and uses of reserves are beyond those recorded of the year (ruling R28)."""
    decision = figures.reserve_decision
    day = decision.date if decision else year_close(year)
    for moved in reserves_moved(state.balances, year):
        ore = (figures.ore(moved.key) or 0) - moved.ore
        if ore:
            yield Draft(moved.event(year, day, moved.reserve.value, ore), decision)
    if year >= last_year(Reserve.EQUALISATION):  # later too, where a correction leaves something of it
        rur, _ = reserves(state.balances, year)
        left = (
            rur
            - (figures.ore(use_key(Reserve.EQUALISATION, year)) or 0)
            + sum(moved.ore for moved in reserves_moved(state.balances, year) if moved.reserve is Reserve.EQUALISATION)
        )
        if left > 0:
            dissolved = ReserveDissolved(year, year_close(year), Reserve.EQUALISATION.value, left)
            yield Draft(dissolved, note=str(DISSOLUTION[-1].citation))


def recorded_already(state: BookState, year: int, proposal: Proposal) -> bool:
    """Whether the book has the year-end with the very same figures and grounds, and nothing else is to be moved."""
    if (
        not state.stated.is_stated(year)
        or not state.stated.has_result(year)
        or any(draft.event.draft() for draft in proposal.drafts)
    ):
        return False
    ore = proposal.figures.ore("net_result") or 0
    stated = state.stated.figures(year, net_result_ore=ore)
    return replace(stated, sources=()) == replace(proposal.figures, sources=())
