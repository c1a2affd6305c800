"""The reserves from year to year (RUR och RER): opening, set aside, used, dissolved, closing.

A balance that nobody has stated, and that does not follow from the years before, is unknown and stays so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sifund_ledger.balance.figures.figure_items import Beside
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.law.reserves import DISSOLUTION, FLOW_CEILING, Reserve
from sifund_ledger.law.rules import holds

FIRST_YEAR_OF: Final = {
    reserve: min(rule.first_year for rule in FLOW_CEILING if rule.reserve is reserve) for reserve in Reserve
}
"""The first fiscal year of each reserve: RUR with the decision of 2013 on 2010, RER 2024."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveAccount:
    """A reserve over one fiscal year (reservens förändring), in öre, all positive; ``None`` is unknown.

    ``opening + allocated − used + corrected − dissolved = closing``; ``corrected`` is signed (R43). What is left of RUR
    at the end of 2033 is dissolved (DIS-1).
    """

    reserve: Reserve
    year: int
    opening_ore: int | None
    allocated_ore: int
    used_ore: int
    corrected_ore: int = 0
    dissolved_early_ore: int = 0

    @property
    def _before_dissolution(self) -> int | None:
        if self.opening_ore is None:
            return None
        return self.opening_ore + self.allocated_ore - self.used_ore + self.corrected_ore

    @property
    def ends(self) -> bool:
        """Whether the law ends the reserve with this year."""
        return self.reserve is Reserve.EQUALISATION and any(holds(rule, self.year) for rule in DISSOLUTION)

    @property
    def dissolved_ore(self) -> int | None:
        """What joins other equity: all that is left at the end of 2033, before that what has been decided."""
        return self._before_dissolution if self.ends else self.dissolved_early_ore

    @property
    def closing_ore(self) -> int | None:
        """The balance at the year's end."""
        left = self._before_dissolution
        return 0 if self.ends else None if left is None else left - self.dissolved_early_ore


Closings = dict[tuple[Reserve, int], int | None]
"""What each reserve closed a year with, in öre, while the years are worked through; ``None`` is unknown."""


def accounts_of(
    figures: YearFigures, year: int, closings: Closings, beside: Sequence[Beside] = ()
) -> tuple[ReserveAccount, ...]:
    """The reserves that the year has, RUR first, with what was carried into it; ``closings`` gets the year's own."""
    accounts = []
    recorded = Counter({(each.kind, each.about): each.ore for each in beside})
    for reserve in Reserve:
        if not FIRST_YEAR_OF[reserve] <= year <= last_year(reserve):
            continue
        # Nothing can have been set aside before the law had the reserve.
        opens = 0 if year == FIRST_YEAR_OF[reserve] else closings.get((reserve, year - 1))
        stated = figures.ore(opening_key(reserve, year))
        account = ReserveAccount(
            reserve=reserve,
            year=year,
            opening_ore=opens if stated is None else stated,
            allocated_ore=0 if _beside(reserve, year) else figures.ore("reserve_allocated") or 0,
            used_ore=figures.ore(use_key(reserve, year)) or 0,
            corrected_ore=recorded["corrected", reserve.value],
            dissolved_early_ore=recorded["dissolved", reserve.value],
        )
        closings[reserve, year] = account.closing_ore
        accounts.append(account)
    return tuple(accounts)


def last_year(reserve: Reserve) -> int:
    """The last fiscal year that a reserve has: RUR is dissolved at the end of 2033."""
    ends = [rule.last_year for rule in DISSOLUTION if reserve is Reserve.EQUALISATION and rule.last_year is not None]
    return min(ends, default=9999)


def _beside(reserve: Reserve, year: int) -> bool:
    """Whether a reserve stands beside the year's own: what is left of RUR from 2024."""
    return reserve is Reserve.EQUALISATION and year >= FIRST_YEAR_OF[Reserve.RESULT]


def opening_key(reserve: Reserve, year: int) -> str:
    """The figure with the opening balance of a reserve in a fiscal year."""
    return "equalisation_reserve_before" if _beside(reserve, year) else "reserve_before"


def use_key(reserve: Reserve, year: int) -> str:
    """The figure with the use of a reserve in a fiscal year."""
    return "equalisation_reserve_used" if _beside(reserve, year) else "reserve_used"
