"""``--by``: tables of years by a budget with its plan, or by mandate period."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

import click

from sifund_ledger.cli import findings as codes
from sifund_ledger.errors import UnreadableInput

if TYPE_CHECKING:
    from sifund_ledger.findings import Bilingual
    from sifund_ledger.law.horizons import Horizon
    from sifund_ledger.table import Table

_OPTION: Final = click.option(
    "--by", type=click.Choice(["year", "plan", "mandate"]),
    help="Years together: by the budget of a year with its plan, or by mandate period.",
)  # fmt: skip
BY_IN_SWEDISH: Final = "Åren tillsammans: efter ett års budget och plan (plan), eller per mandatperiod (mandate)."


def by_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--by``."""
    return _OPTION(command)


def horizon_of(by: str | None, budget_year: int | None, *, place: str, parameter: str = "--year") -> Horizon:
    """The horizon asked for. Raises ``UnreadableInput`` for a plan without its budget year."""
    from sifund_ledger.law.horizons import EACH_YEAR, MANDATES, budget_and_plan

    if by == "plan":
        if budget_year is None:
            raise UnreadableInput([codes.USAGE_MISSING.at(place, parameter=parameter, command=place)])
        return budget_and_plan(budget_year)
    return MANDATES if by == "mandate" else EACH_YEAR


def grouped(
    tables: Iterable[Table], horizon: Horizon, *, place: str, parameter: str, wanted: Bilingual
) -> tuple[Table, ...]:
    """Tables by a horizon. Raises ``UnreadableInput`` where it can group none of them: ``wanted`` are those it can."""
    from sifund_ledger.law.horizons import EACH_YEAR
    from sifund_ledger.programme.tables.in_periods import can_be_grouped, in_periods

    made = tuple(tables)
    if horizon == EACH_YEAR:
        return made
    if not any(can_be_grouped(table) for table in made):
        raise UnreadableInput([codes.USAGE_VALUE.at(place, parameter=parameter, wanted=wanted, command=place)])
    return tuple(in_periods(table, horizon).table for table in made)
