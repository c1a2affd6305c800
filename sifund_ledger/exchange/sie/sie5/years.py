"""The fiscal years of a SIE 5 file (räkenskapsår), and which of them a month begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sifund_ledger.exchange.sie.sie5.elements import Attributes
from sifund_ledger.exchange.sie.sie5.faults import Reporter
from sifund_ledger.exchange.sie.sie5.findings import SIE5_PRIMARY_YEAR
from sifund_ledger.exchange.sie.sie5.values import day_of, is_true, last_day, month_of
from sifund_ledger.exchange.sie.tokens import SieRecord
from sifund_ledger.findings import Severity


class Years:
    """The fiscal years of a file, numbered from the primary one, which is 0; months are YYYYMM."""

    def __init__(self, reporter: Reporter) -> None:
        self.opening: dict[str, int] = {}
        """The number of the year that begins with a month."""
        self.closing: dict[str, int] = {}
        """The number of the year that ends with a month."""
        self.settled = False
        self._reporter = reporter
        self._years: dict[str, str] = {}
        self._covered: dict[str, str] = {}
        self._primary: list[str] = []
        self._starts: list[str] = []

    def add(self, attributes: Attributes) -> None:
        """A FiscalYear."""
        start, end = month_of(attributes.get("start", "")), month_of(attributes.get("end", ""))
        if not start or not end or end < start:
            key, value = attributes.get("start", ""), attributes.get("end", "")
            self._reporter.unreadable("FiscalYear", key, value if start else key)
        elif start in self._years or self.settled:
            self._reporter.twice("FiscalYear", attributes["start"])
        else:
            self._years[start] = end
            if (covered := attributes.get("lastCoveredDate")) is not None:
                self._covered[start] = day_of(covered)
                if not self._covered[start]:
                    self._reporter.attribute("FiscalYear", attributes["start"], "lastCoveredDate", covered)
            if is_true(attributes.get("primary", "")):
                self._primary.append(start)

    def settle(self) -> Iterator[SieRecord]:
        """All years are known: number them, and give them as #RAR, and as #OMFATTN to where the primary is covered."""
        self.settled = True
        self._starts = sorted(self._years)
        marked = len(self._primary)
        if marked == 0 and len(self._starts) == 1:
            self._primary = self._starts[:]
        if marked != 1:
            meant = len(self._primary) == 1
            taken = f"{self._primary[0][:4]}-{self._primary[0][4:]}" if self._primary else ""
            self._reporter.add(
                SIE5_PRIMARY_YEAR, severity=Severity.WARNING if meant else None, count=marked, years=len(self._starts),
                taken=f"the one from {taken}" if taken else "none", taken_sv=f"det från {taken}" if taken else "inget",
            )  # fmt: skip
        if not self._primary:
            return
        numbers = {start: index for index, start in enumerate(self._starts)}
        zero = numbers[self._primary[0]]
        for start, end in self._years.items():
            number = numbers[start] - zero
            self.opening[start] = number
            self.closing[end] = number
            yield SieRecord("RAR", (str(number), f"{start}01", last_day(end)))
        if covered := self._covered.get(self._primary[0]):
            yield SieRecord("OMFATTN", (covered,))

    def year_of(self, month: str) -> int | None:
        """The number of the year that a month stands in; 0 where the file names no years at all."""
        if not self._years:
            return 0
        index = bisect_right(self._starts, month) - 1
        if index < 0 or not self.opening or month > self._years[self._starts[index]]:
            return None
        return self.opening[self._starts[index]]
