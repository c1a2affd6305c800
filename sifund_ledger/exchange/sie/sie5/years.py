"""The fiscal years of a SIE 5 file (räkenskapsår), and which of them a month begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sifund_ledger.exchange.sie.sie5.elements import Attributes
from sifund_ledger.exchange.sie.sie5.findings import SIE5_PRIMARY_YEAR
from sifund_ledger.exchange.sie.sie5.reporter import Reporter
from sifund_ledger.exchange.sie.sie5.values import is_true, last_day, month_of
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import Bilingual, Severity


class Years:
    """The fiscal years of a file, numbered from the primary one, which is 0; months are YYYYMM."""

    def __init__(self, reporter: Reporter) -> None:
        self.opening: dict[str, int] = {}
        """The number of the year that begins with a month."""
        self.closing: dict[str, int] = {}
        """The number of the year that ends with a month."""
        self._reporter = reporter
        self._years: dict[str, str] = {}
        self._covered: dict[str, str] = {}
        self._primary: list[str] = []
        self._starts: list[str] = []

    def add(self, attributes: Attributes) -> None:
        """A FiscalYear."""
        stated, stated_end = attributes.get("start", ""), attributes.get("end", "")
        start, end = month_of(stated), month_of(stated_end)
        if not start or not end or end < start:
            self._reporter.unreadable("FiscalYear", stated, stated_end if start else stated)
        elif start in self._years:
            self._reporter.twice("FiscalYear", stated)
        else:
            self._years[start] = end
            if "lastCoveredDate" in attributes:
                self._covered[start] = self._reporter.day("FiscalYear", stated, attributes, "lastCoveredDate")
            if is_true(attributes.get("primary", "")):
                self._primary.append(start)

    def number(self) -> Iterator[SieRecord]:
        """Number the years, and give them as #RAR, and as #OMFATTN to where the primary one is covered."""
        self._starts = sorted(self._years)
        chosen = self._primary or (self._starts if len(self._starts) == 1 else [])
        if len(self._primary) != 1:
            taken = Bilingual("inget", "none")
            if chosen:
                month = f"{chosen[0][:4]}-{chosen[0][4:]}"
                taken = Bilingual(f"det från {month}", f"the one from {month}")
            self._reporter.add(
                SIE5_PRIMARY_YEAR, severity=Severity.WARNING if len(chosen) == 1 else None, count=len(self._primary),
                years=len(self._starts), taken=taken,
            )  # fmt: skip
        if not chosen:
            return
        primary = self._starts.index(chosen[0])
        for index, start in enumerate(self._starts):
            end = self._years[start]
            self.opening[start] = self.closing[end] = index - primary
            yield SieRecord("RAR", (str(index - primary), f"{start}01", last_day(end)))
        if date_of(covered := self._covered.get(chosen[0], "")):
            yield SieRecord("OMFATTN", (covered,))

    def year_of(self, month: str) -> int | None:
        """The number of the year that a month stands in; 0 where the file names no years at all."""
        if not self._years:
            return 0
        index = bisect_right(self._starts, month) - 1
        if index < 0 or not self.opening or month > self._years[self._starts[index]]:
            return None
        return self.opening[self._starts[index]]
