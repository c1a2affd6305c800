"""What the journal has moved of a year, and what later years have corrected of it (årets rörelser; R43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sifund_ledger.balance.deficits.grounds import rests_on_earmark
from sifund_ledger.balance.equity.equity import reserves, result_of
from sifund_ledger.balance.figures.events import EquityAdjusted, ReserveAllocated, ReserveDissolved, ReserveUsed
from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.year_figures import GroundEffect, YearFigures
from sifund_ledger.balance.reserves.reserves import FIRST_YEAR_OF, last_year, opening_key, use_key
from sifund_ledger.errors import NoLawInForce
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.funds.state.fund_events import SET_ASIDES, USES, SetAsideToReserve
from sifund_ledger.funds.state.use_events import UsedOfReserve
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.law.reserves import Reserve
from sifund_ledger.ledger.accounts import NET_ASSETS, earmark
from sifund_ledger.ledger.balances import Balances
from sifund_ledger.ledger.records import Event
from sifund_ledger.money import from_ore
from sifund_ledger.year_end import findings as codes

if TYPE_CHECKING:
    from sifund_ledger.year_end.book_state import BookState


class ReserveMoved(NamedTuple):
    """What a reserve was allocated, or was used for, in a year: the figure that states it, and what has moved; öre."""

    key: str
    event: type[ReserveAllocated] | type[ReserveUsed]
    reserve: Reserve
    of_funds: int
    ore: int


def reserves_moved(balances: Balances, year: int) -> Iterator[ReserveMoved]:
    """Each reserve that a year has, with what its journal shows; what funds met by the reserve have moved beside it."""
    if year < min(FIRST_YEAR_OF.values()):
        return
    ceiling = regime_of(year).flow_ceiling
    for reserve in (reserve for reserve in Reserve if FIRST_YEAR_OF[reserve] <= year):
        account = earmark(reserve.value)
        movements: list[tuple[str, type[ReserveAllocated] | type[ReserveUsed], str, int]] = [
            (use_key(reserve, year), ReserveUsed, UsedOfReserve.kind, 1)
        ]
        if ceiling is not None and ceiling.reserve is reserve:
            movements.insert(0, ("reserve_allocated", ReserveAllocated, SetAsideToReserve.kind, -1))
        for key, event, kind, sign in movements:
            of_funds = sign * balances.movement(account, kind, year=year)
            own = sign * balances.movement(account, event.kind, year=year)
            yield ReserveMoved(key, event, reserve, of_funds, own + of_funds)


def earmark_movements(balances: Balances, year: int) -> tuple[int, int]:
    """What all funds have set aside and used in a year, in öre."""
    held = balances.held(at=year)
    if held is None or held.year < year:
        return 0, 0
    return sum(held.moved.get(kind, 0) for kind in SET_ASIDES), -sum(held.moved.get(kind, 0) for kind in USES)


def beside_figures(state: BookState, year: int) -> Iterator[Beside]:
    """What the year has recorded beside its figures: reserves dissolved or corrected, grounds repealed."""
    for reserve in Reserve:
        account = earmark(reserve.value)
        dissolved = state.balances.movement(account, ReserveDissolved.kind, year=year)
        for kind, ore in (("corrected", -state.balances.corrected(account, year)), ("dissolved", dissolved)):
            if ore:
                yield Beside(kind, reserve.value, ore)
    assets = earmark(NET_ASSETS)
    adjusted = state.balances.movement(assets, EquityAdjusted.kind, year=year) + state.balances.corrected(assets, year)
    if adjusted:
        yield Beside("adjusted", "equity", adjusted)
    for ground, falls in state.closings.repealed.get(year, ()):
        if ground.effect is GroundEffect.WAIVE:
            yield Beside("repealed", ground.deficit_year, ground.ore if falls else -ground.ore)
        else:
            yield Beside("extended", ground.deficit_year, -ground.ore if falls else ground.ore, ground.due_year or 0)


def has_formula(year: int) -> bool:
    """Whether the law says how the result of a year is adjusted; without, every row is the entity's own."""
    try:
        return regime_of(year).has_formula
    except NoLawInForce:
        return False


def told_corrected(state: BookState, year: int) -> Iterator[Finding]:
    """Which results of closed years a year has corrected: what was printed of them, and what they are (R43)."""
    for of_year, corrections in sorted(state.stated.corrected.items()):
        for event, decision in corrections:
            if event.year == year:
                values: dict[str, Any] = {"of_year": of_year, "old": event.old_ore, "new": event.new_ore}
                yield codes.BALANCE_RESULT_CORRECTED.at(
                    f"{year}.corrected", reason=event.reason, decision=decision, **values
                )


def results_corrected(state: BookState, year: int) -> Iterator[tuple[int, int, int]]:
    """The balance requirement results that a year has corrected, or whose correction fell in it with its decision: of
    which year, what it was, and what it is, in öre (R43, R45)."""
    for of_year, corrections in state.stated.corrected.items():
        for event, _ in corrections:
            if event.year == year:
                yield of_year, event.old_ore, event.new_ore
    yield from state.closings.moved.get(year, ())


_MOVED: Final[dict[type[Event], Bilingual]] = {
    ReserveAllocated: Bilingual("reserverat", "allocated to the reserve"),
    ReserveUsed: Bilingual("använt ur reserven", "used of the reserve"),
}


def unsupported(state: BookState, year: int) -> Iterator[Finding]:
    """What of closed years rests on uses that a year has corrected, and stands with another use than that: their
    grounds, and their balance requirement results (R43)."""
    place = f"{year}.corrected"
    for before in state.balances.corrected_in(year):
        figures, _ = state.closings.years.get(before, (None, ()))
        balances = state.balances.restated(before, year)
        if figures is None or balances is None:
            continue
        resting = [ground for ground in figures.exceptional_grounds if rests_on_earmark(ground)]
        grounds = sum(ground.ore for ground in resting if ground.deficit_year == before)
        _, used = earmark_movements(balances, before)
        if grounds > used:
            yield codes.GROUND_UNSUPPORTED.at(place, year=before, amount=grounds, used=max(0, used))
        if any(of_year == before for of_year, _, _ in results_corrected(state, year)):
            continue
        for moved in reserves_moved(balances, before):
            printed = figures.ore(moved.key) or 0
            if moved.ore != printed:
                values: dict[str, Any] = {"amount": printed, "now": moved.ore, "moved": _MOVED[moved.event]}
                yield codes.RESULT_UNSUPPORTED.at(place, year=before, **values)
    yield from _surplus_unsupported(state, year)


def _surplus_unsupported(state: BookState, year: int) -> Iterator[Finding]:
    """Where more is earmarked and reserved of a closed year's result than a year has corrected it to (R9, R40)."""
    for before in sorted({of_year for of_year, _, _ in results_corrected(state, year)}):
        adjusted = corrected_adjusted(state, before, year)
        if adjusted is None:
            continue
        limit = max(0, min(result_of(state.balances, before), adjusted))
        moved = reserves_moved(state.balances.restated(before, year) or state.balances, before)
        reserved = sum(each.ore - each.of_funds for each in moved if each.event is ReserveAllocated)
        taken = state.register.taken_of_result(before) + reserved
        if taken > limit:
            yield codes.SURPLUS_UNSUPPORTED.at(f"{year}.corrected", year=before, amount=taken, limit=limit)


def printed_result(state: BookState, of_year: int) -> int:
    """The balance requirement result that a closed year printed, of one that has been corrected since; öre."""
    ((first, _), *_) = state.stated.corrected[of_year]
    return first.old_ore


def corrected_result(state: BookState, of_year: int, after: int, through: int) -> int:
    """By how much the years after one, through another, have corrected a closed year's balance requirement result."""
    years = {event.year for event, _ in state.stated.corrected.get(of_year, ())} | {*state.closings.moved}
    booked = (each for year in years if after < year <= through for each in results_corrected(state, year))
    return sum(new - old for of, old, new in booked if of == of_year)


def corrected_adjusted(state: BookState, of_year: int, through: int) -> int | None:
    """The result after adjustments of a closed year, as the years after it, through one, have corrected its balance
    requirement result: that without what its reserves were allocated and used for. ``None`` where none has; öre."""
    corrected = corrected_result(state, of_year, of_year, through)
    if not corrected:
        return None
    if not has_formula(of_year):  # no statute adjusts the result (R13)
        return result_of(state.balances, of_year) + corrected
    figures, _ = state.closings.years[of_year]
    decisive = printed_result(state, of_year) + corrected
    for moved in reserves_moved(state.balances.restated(of_year, through) or state.balances, of_year):
        allocated = moved.event is ReserveAllocated
        if allocated or moved.key == "reserve_used" or figures.decisive_result != "before":
            decisive += moved.ore if allocated else -moved.ore
    return decisive


def corrected_spans(state: BookState, through: int) -> set[tuple[int, int]]:
    """The years that later ones, through one, have corrected, each with the year that did (R43)."""
    spans = state.balances.corrected_spans()
    spans |= {(of, event.year) for of, each in state.stated.corrected.items() for event, _ in each}
    spans |= {(of, year) for year, moved in state.closings.moved.items() for of, _, _ in moved}
    return {(of, booked) for of, booked in spans if of < booked <= through}


def restated_figures(state: BookState, year: int, through: int, *, first: int) -> list[YearFigures]:
    """The figures of the closed years from the first corrected to one, with what the years after it, through another,
    have corrected of them: earmarks and reserves, each in its own year; none where nothing of them is corrected (R43).
    """
    closings = state.closings.years
    closed = {of: closings[of][0] for of in range(first, year + 1) if of in closings}
    if not is_restated(state, year, through, first=first):
        return []
    balances = state.balances.restated(year, through)
    return [_restated(figures, balances, of) if balances else figures for of, figures in closed.items()]


def is_restated(state: BookState, year: int, through: int, *, first: int) -> bool:
    """Whether years after one, through another, have corrected anything of it or of those before it."""
    closed = (of for of in range(first, year + 1) if of in state.closings.years)
    return state.balances.is_restated(year, through) or any(
        corrected_result(state, of, year, through) for of in closed
    )  # fmt: skip


def _restated(figures: YearFigures, balances: Balances, year: int) -> YearFigures:
    moved = dict(zip(("earmark_set_aside", "earmark_used"), earmark_movements(balances, year), strict=True))
    moved |= {each.key: each.ore for each in reserves_moved(balances, year)}
    before = {opening_key(reserve, year): ore for reserve, ore in held_before(balances, year)}
    moved |= {key: ore for key, ore in before.items() if getattr(figures, key) is not None}
    changes: dict[str, Any] = {key: from_ore(max(0, ore)) for key, ore in moved.items()}
    return replace(figures, **changes)


def held_before(balances: Balances, year: int) -> list[tuple[Reserve, int]]:
    """What each reserve that a year has held when the year began, in öre."""
    before = zip(Reserve, reserves(balances, year - 1), strict=True)
    return [(reserve, ore) for reserve, ore in before if FIRST_YEAR_OF[reserve] <= year <= last_year(reserve)]
