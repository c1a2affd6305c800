"""What is stated of a year against the general ledger (avstämning mot huvudboken): each difference and its accounts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sifund_ledger.amounts import ORE_PER_UNIT, Unit, format_amount
from sifund_ledger.balance.figures.year_figures import YearFigures, figure_of
from sifund_ledger.findings import Finding
from sifund_ledger.general_ledger.findings import FIGURE_NOT_PROPOSED, RESERVE_MOVED
from sifund_ledger.general_ledger.proposed_figures import ProposedFigure, ProposedFigures
from sifund_ledger.year_end import findings as codes

_MOST_ACCOUNTS: Final = 6


def stated_against(figures: YearFigures, proposed: ProposedFigures, unit: Unit = "kr") -> Iterator[Finding]:
    """Where figures that are stated differ from those that the general ledger proposes: both amounts, the accounts.

    What differs by less than the unit that the figures are stated in is a note: it is rounded. What the ledger has
    to say beside follows, but for what the figures answer.
    """
    for each in proposed.figures:
        stated = figures.ore(each.key)
        if each.ore is not None and stated is not None and stated != each.ore:
            yield _differs(each, stated, each.ore, proposed.year, ORE_PER_UNIT[unit])
    yield from (found for found in proposed.findings if not _answered(found, figures, proposed))


def _differs(figure: ProposedFigure, stated: int, ledger: int, year: int, step: int) -> Finding:
    code = codes.FIGURE_DIFFERS_FROM_LEDGER if abs(stated - ledger) >= step else codes.FIGURE_ROUNDED
    return code.at(
        f"{year}.{figure.key}", figure=figure_of(figure.key).words, stated=stated, ledger=ledger,
        difference=stated - ledger, accounts=accounts_of(figure),
    )  # fmt: skip


def accounts_of(figure: ProposedFigure) -> str:
    """The accounts behind a figure with their balances, debit positive.

    >>> accounts_of(ProposedFigure("net_result", -50, (("5010", 150), ("8010", -100))))
    '5010: 1,50; 8010: −1'
    """
    parts = [f"{number}: {format_amount(ore)}" for number, ore in figure.accounts]
    shown, more = parts[:_MOST_ACCOUNTS], len(parts) - _MOST_ACCOUNTS
    return "; ".join(shown) + (f"; … (+{more})" if more > 0 else "")


def _answered(found: Finding, figures: YearFigures, proposed: ProposedFigures) -> bool:
    """Whether the figures state what a finding of the ledger asks for."""
    asked = dict(found.values)
    if found.kind is FIGURE_NOT_PROPOSED:
        return bool(figures.ore(asked["figure"]))
    if found.kind is RESERVE_MOVED:
        moved = [figures.ore(key) or 0 for key in str(asked["figures"]).split(", ")]
        return bool(asked["amount"] == (moved[0] - moved[1] if len(moved) > 1 else -moved[0]))
    return False
