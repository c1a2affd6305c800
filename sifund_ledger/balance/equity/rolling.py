"""Equity as the figures of the years state it, held against the years before (eget kapital från år till år; EQ-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sifund_ledger.balance.equity.findings import EQUITY_NOT_ROLLED
from sifund_ledger.balance.figures.year_figures import YearFigures
from sifund_ledger.findings import Finding


@dataclass(slots=True)
class RollingEquity:
    """What the last stated equity and the results since come to, in öre; ``None`` where none is stated.

    ``step_ore`` is the unit that the figures are in: where all is in whole units, one of them may be rounding.
    """

    step_ore: int = 1
    ore: int | None = None
    stated_in: int = 0

    def follow(self, figures: YearFigures, year: int, adjusted_ore: int) -> Iterator[Finding]:
        """Go on to the close of a year; a note where its equity is another. ``adjusted_ore`` is what the year has
        recorded straight to equity (ruling R17)."""
        stated, change = figures.ore("equity"), (figures.ore("net_result") or 0) + adjusted_ore
        expected = None if self.ore is None else self.ore + change
        if stated is None:
            self.ore = expected
            return
        if expected is not None and abs(stated - expected) > self._rounding(stated, expected):
            values: dict[str, Any] = {"stated": stated, "expected": expected, "difference": stated - expected}
            yield EQUITY_NOT_ROLLED.at(f"{year}.equity", year=year, before=self.stated_in, **values)
        self.ore, self.stated_in = stated, year

    def _rounding(self, *amounts: int) -> int:
        return 0 if any(ore % self.step_ore for ore in amounts) else self.step_ore
