"""How much of a year's result may be set aside to the reserve, and how much is proposed (tak för reservering)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, Final

from sifund_ledger.balance.figures.year_figures import EntityKind, YearFigures
from sifund_ledger.balance.reserves import findings as codes
from sifund_ledger.balance.words import BASES
from sifund_ledger.findings import Clause, Finding
from sifund_ledger.law.regimes import Regime
from sifund_ledger.money import InKronorIfKnown


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The limits of an allocation to the reserve (tak för reservering), in öre; ``None`` is not computed.

    Limits are rounded down to the öre. ``reserve_largest_ore`` is the largest that the reserve may be, and
    ``reserve_stock_ore`` the room left below it: 0 for a reserve above it. ``reserve_proposed_ore`` is what is left of
    the limits when unrestored deficits and the year's set-asides are met first; no paragraph asks for it (ruling R6).
    """

    reserve_flow_ore: int | None = None
    reserve_stock_ore: int | None = None
    reserve_proposed_ore: int | None = None
    reserve_largest_ore: int | None = None

    reserve_flow = InKronorIfKnown("What the year's result leaves room for, in kronor.")
    reserve_stock = InKronorIfKnown("What the size of the reserve leaves room for, in kronor.")
    reserve_proposed = InKronorIfKnown("What is proposed, in kronor.")
    reserve_largest = InKronorIfKnown("The largest that the reserve may be after an allocation, in kronor.")


NO_CEILINGS: Final = Ceilings()


def negative_equity(figures: YearFigures) -> bool | None:
    """Whether equity less the pension contingency is below zero; ``None`` where it is unknown (CAP-1).

    Closing figures are taken; equity below zero is below zero whatever the contingency.
    """
    equity, contingency = figures.ore("equity"), figures.ore("pension_contingency")
    if equity is None or (contingency is None and equity >= 0):
        return None
    return equity < (contingency or 0)


def share_taken(figures: YearFigures) -> Clause:
    """Which share of taxes and grants the ceiling of the result is computed with, and why."""
    return codes.SHARE_OF[negative_equity(figures)]


def ceilings_of(
    figures: YearFigures,
    regime: Regime,
    *,
    adjusted_ore: int,
    before_ore: int | None,
    unrestored_ore: int,
    entity_kind: EntityKind,
) -> Ceilings:
    """The limits and the proposed amount (CAP-1, CAP-2, ruling R6); a federation has no base to measure against.

    They are measured against the year's two results, the reserve at its opening and the deficits left to restore.
    """
    flow, base = regime.flow_ceiling, figures.ore("taxes_and_grants")
    if flow is None or base is None or entity_kind is EntityKind.FEDERATION:
        return NO_CEILINGS
    negative = bool(negative_equity(figures))
    flow_room = flow.room(figures.ore("net_result") or 0, adjusted_ore, base, negative_equity=negative)
    after_others = max(Fraction(0), flow_room - unrestored_ore - of_result(figures))
    if regime.stock_ceiling is None:
        return Ceilings(floor(flow_room), None, floor(after_others))
    largest = floor(regime.stock_ceiling.ceiling(base))
    if before_ore is None:
        return Ceilings(floor(flow_room), reserve_largest_ore=largest)
    of_stock = regime.stock_ceiling.room(before_ore, base)
    return Ceilings(floor(flow_room), floor(of_stock), floor(min(after_others, of_stock)), largest)


def check_ceilings(
    figures: YearFigures, regime: Regime, ceilings: Ceilings, entity_kind: EntityKind
) -> Iterator[Finding]:
    """Errors where an allocation exceeds a ceiling; notes where one is unknown, or assumed and of consequence."""
    year, allocated = regime.year, figures.ore("reserve_allocated") or 0
    if regime.flow_ceiling is None or entity_kind is EntityKind.FEDERATION:
        return
    room = ceilings.reserve_flow_ore
    if room is not None and (room or allocated) and negative_equity(figures) is None:
        lacks = tuple(key for key in ("equity", "pension_contingency") if figures.ore(key) is None)
        yield codes.CEILING_SHARE_ASSUMED.at(f"{year}.{lacks[0]}", year=year, asked=codes.ASKED_OF_EQUITY[lacks])
    if not allocated:
        return
    limits = [(codes.RESERVE_ABOVE_RESULT_CEILING, ceilings.reserve_flow_ore, "taxes_and_grants")]
    if regime.stock_ceiling is not None:
        limits.append((codes.RESERVE_ABOVE_STOCK_CEILING, ceilings.reserve_stock_ore, "reserve_before"))
    place = f"{year}.reserve_allocated"
    for code, ceiling, _ in limits:
        if ceiling is not None and allocated > ceiling:
            yield code.at(place, ceiling=ceiling, amount=allocated, year=year, share=share_taken(figures))
    missing = tuple(BASES[key] for _, ceiling, key in limits if ceiling is None)
    if missing:
        yield codes.CEILING_NOT_CHECKED.at(place, missing=missing, amount=allocated, year=year)


def of_result(figures: YearFigures) -> int:
    """What has been earmarked of the year's own result, in whichever year it was booked (ruling R40); öre."""
    own = figures.ore("earmark_from_result")
    return (figures.ore("earmark_set_aside") or 0) if own is None else own


def spent_on_deficits(figures: YearFigures, restored_ore: int) -> int:
    """What of the year's result restores deficits, beyond what the use of a reserve gave (rulings R9, R60); öre."""
    used = sum(figures.ore(key) or 0 for key in ("reserve_used", "equalisation_reserve_used"))
    return max(0, restored_ore - used) + (figures.ore("voluntarily_restored") or 0)


def check_spent_once(figures: YearFigures, regime: Regime, adjusted_ore: int, restored_ore: int) -> Iterator[Finding]:
    """A warning where allocations, set-asides and restoration take more than the result (rulings R9, R40).

    To 2012, where no formula is in the law, the limit is the net result alone (ruling R13).
    """
    allocated, set_aside = figures.ore("reserve_allocated") or 0, of_result(figures)
    net_result, restored = figures.ore("net_result") or 0, spent_on_deficits(figures, restored_ore)
    result = max(0, min(net_result, adjusted_ore) if regime.has_formula else net_result)
    chosen = allocated + set_aside + (figures.ore("voluntarily_restored") or 0)
    if chosen and allocated + set_aside + restored > result:
        values: dict[str, Any] = {"allocated": allocated, "set_aside": set_aside, "restored": restored}
        yield codes.RESULT_SPENT_TWICE.at(str(regime.year), year=regime.year, result=result, **values)
