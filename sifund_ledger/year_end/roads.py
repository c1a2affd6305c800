"""Two roads for the same projects (två vägar): an earmark in equity, or the result reserve (RER), side by side (R18).

An earmark leaves the statutory result as it is: a deficit that projects cause is restored, or waived on exceptional
grounds. The result reserve is the statute's own device from 2024: an allocation lowers the year's balance requirement
result, within both ceilings (CAP-1, CAP-2), and a use raises it. What is left of RUR can be used to 2033.
Amounts are öre.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from typing import Final, NamedTuple

from sifund_ledger.amounts import Language
from sifund_ledger.balance.equity.equity import reserves, result_of
from sifund_ledger.findings import Bilingual
from sifund_ledger.forms import Form, amount, fiscal_year
from sifund_ledger.funds.fund.surplus import set_aside_in
from sifund_ledger.funds.project.use import used_in
from sifund_ledger.law.regimes import regime_of
from sifund_ledger.law.reserves import DISSOLUTION, STOCK_CEILING, Reserve
from sifund_ledger.table import OneTable, Table
from sifund_ledger.year_end.book_state import BookState
from sifund_ledger.year_end.statements import year_drawn

LAST_YEAR_OF_RUR = DISSOLUTION[-1].first_year
_FIRST_YEAR_OF_RER = STOCK_CEILING[0].first_year


ROADS: Final = Form(
    "roads",
    Bilingual("Öronmärkning eller resultatreserv: {fund}", "Earmark or result reserve: {fund}"),
    (
        fiscal_year(),
        amount("earmark_result", "Balanskravsresultat, öronmärkning", "Balance requirement result, earmark"),
        amount("grounds_needed", "Synnerliga skäl behövs", "Grounds needed"),
        amount("earmarked", "Öronmärkt", "Earmarked"),
        amount("ceiling", "Tak för RER", "Ceiling of RER"),
        amount("allocated", "Reserverat", "Allocated"),
        amount("reserve_used", "Använt ur RER", "Used of RER"),
        amount("reserve", "RER", "RER"),
        amount("reserve_result", "Balanskravsresultat, RER", "Balance requirement result, RER"),
        amount("rur_left", "RUR kvar", "RUR left"),
    ),
    (
        Bilingual(
            f"Återstående RUR kan användas till och med {LAST_YEAR_OF_RUR}; RER finns från {_FIRST_YEAR_OF_RER}.",
            f"What is left of RUR can be used to {LAST_YEAR_OF_RUR}; RER is there from {_FIRST_YEAR_OF_RER}.",
        ),
    ),
)


class RoadYear(NamedTuple):
    """What a year brings on either road: its results, its base for the ceilings, what is set aside and used."""

    year: int
    net_result_ore: int
    adjusted_ore: int
    set_aside_ore: int
    used_ore: int
    taxes_and_grants_ore: int | None = None
    negative_equity: bool = False
    remaining_rur_ore: int = 0


class EarmarkOrReserveYear(NamedTuple):
    """A year on both roads: on the earmark's the result and the grounds it needs; on the reserve's its movements."""

    year: int
    earmark_result_ore: int
    grounds_needed_ore: int
    earmarked_ore: int
    ceiling_ore: int | None
    allocated_ore: int
    reserve_used_ore: int
    reserve_ore: int
    reserve_result_ore: int
    rur_left_ore: int


@dataclass(frozen=True, slots=True)
class EarmarkOrReserve(OneTable):
    """Both roads over years."""

    fund: str
    years: tuple[EarmarkOrReserveYear, ...]

    def table(self, language: Language = "sv") -> Table:
        """Both roads, a row for each year."""
        return ROADS.listing(self.years, language, fund=self.fund)


def ceiling_of_reserve(year: RoadYear, reserve_ore: int) -> int | None:
    """What may be allocated to the result reserve for a year, the lower of both ceilings; 0 before 2024, ``None``
    where the base is not known."""
    regime = regime_of(year.year)
    flow = regime.flow_ceiling
    if flow is None or flow.reserve is not Reserve.RESULT:
        return 0
    if year.taxes_and_grants_ore is None:
        return None
    base = year.taxes_and_grants_ore
    room = flow.room(year.net_result_ore, year.adjusted_ore, base, negative_equity=year.negative_equity)
    if regime.stock_ceiling is not None:
        room = min(room, regime.stock_ceiling.room(reserve_ore, base))
    return floor(room)


def compare_roads(
    fund: str, years: Iterable[RoadYear], *, reserve_before_ore: int = 0, earmarked_before_ore: int = 0
) -> EarmarkOrReserve:
    """The same set-asides and uses met by an earmark and by the result reserve, year by year (R18).

    On the reserve's road what is set aside is allocated as far as the ceilings let it, and used only to bring a
    negative result to zero. Raises :class:`~sifund_ledger.NoLawInForce` for a year without a law.

    >>> years = [RoadYear(2024, 3_000, 3_000, 1_000, 0, 100_000), RoadYear(2025, -150, -150, 0, 250, 100_000)]
    >>> roads = compare_roads("social", years)
    >>> [(year.earmark_result_ore, year.grounds_needed_ore, year.reserve_result_ore) for year in roads.years]
    [(3000, 0, 2000), (-150, 150, 0)]
    """
    compared = []
    reserve, earmarked = reserve_before_ore, earmarked_before_ore
    for year in years:
        ceiling = ceiling_of_reserve(year, reserve)
        allocated = year.set_aside_ore if ceiling is None else min(year.set_aside_ore, ceiling)
        used = min(year.used_ore, reserve + allocated, max(0, -year.adjusted_ore))
        reserve += allocated - used
        earmarked += year.set_aside_ore - year.used_ore
        compared.append(
            EarmarkOrReserveYear(
                year.year,
                year.adjusted_ore,
                min(year.used_ore, max(0, -year.adjusted_ore)),
                earmarked,
                ceiling,
                allocated,
                used,
                reserve,
                year.adjusted_ore - allocated + used,
                year.remaining_rur_ore if year.year <= LAST_YEAR_OF_RUR else 0,
            )
        )
    return EarmarkOrReserve(fund, tuple(compared))


def road_of_earmark(state: BookState, fund: str, first_year: int, last_year: int) -> EarmarkOrReserve:
    """Both roads of a fund on the figures of a book; years without figures have their recorded result alone."""
    years, balances = [], state.register.accounts_of(fund, state.balances)
    for year in range(first_year, last_year + 1):
        if not state.stated.has_result(year):
            continue
        net, adjusted, base = result_of(state.balances, year), result_of(state.balances, year), None
        if state.stated.is_stated(year):
            drawn = year_drawn(state, year)[0].year(year)
            adjusted, base = drawn.result_after_adjustments_ore, drawn.figures.ore("taxes_and_grants")
        set_aside, used = set_aside_in(balances, fund, year), used_in(balances, fund, year)
        rur, _ = reserves(state.balances, year)
        years.append(RoadYear(year, net, adjusted, max(0, set_aside), max(0, used), base, remaining_rur_ore=rur))
    return compare_roads(fund, years)
