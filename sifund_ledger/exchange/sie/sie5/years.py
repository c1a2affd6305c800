"""The fiscal years of a SIE 5 file (räkenskapsår), and which of them a month begins or ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from sifund_ledger.exchange.sie.checks.value_checks import check_field, check_value
from sifund_ledger.exchange.sie.file_findings import FileFindings
from sifund_ledger.exchange.sie.findings import SIE_ACCOUNT_TWICE
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.sie5.elements import Element, Elements
from sifund_ledger.exchange.sie.sie5.findings import SIE5_PRIMARY_YEAR
from sifund_ledger.exchange.sie.sie5.values import day_of, is_true, last_day, month_of
from sifund_ledger.exchange.sie.values import date_of
from sifund_ledger.findings import Bilingual, Severity


class Years:
    """The fiscal years of a file, numbered from the primary one, which is 0; months are YYYYMM."""

    def __init__(self, elements: Elements, found: FileFindings) -> None:
        self._elements = elements
        self._found = found
        self._years: dict[str, tuple[str, Element]] = {}
        self._opening: dict[str, int] = {}
        self._closing: dict[str, int] = {}

    def add(self, element: Element) -> None:
        """A FiscalYear."""
        months = [month_of(each) or each for each in map(element.text, ("start", "end"))]
        for month in months:
            if not check_value(self._found, element.line, "RAR", "period", month):
                self._elements.odd()
                return
        start, end = months
        if not check_value(self._found, element.line, "RAR", "span", f"{start}01–{last_day(end)}"):
            self._elements.odd()
        elif start in self._years:
            self._found.add(SIE_ACCOUNT_TWICE, element.line, label="RAR")
            self._elements.odd()
        else:
            self._years[start] = end, element
            if "lastCoveredDate" in element.attributes:
                check_field(self._found, element.line, "OMFATTN", "date", self._covered(start))

    def number(self) -> Iterator[SieRecord]:
        """Number the years, and give them as #RAR, and as #OMFATTN to where the primary one is covered."""
        starts = sorted(self._years)
        marked = [start for start in self._years if is_true(self._years[start][1].text("primary"))]
        chosen = marked or (starts if len(starts) == 1 else [])
        if len(marked) != 1:
            taken = Bilingual("inget", "none")
            if chosen:
                month = f"{chosen[0][:4]}-{chosen[0][4:]}"
                taken = Bilingual(f"det från {month}", f"the one from {month}")
            severity = Severity.WARNING if len(chosen) == 1 else None
            self._found.add(SIE5_PRIMARY_YEAR, severity=severity, count=len(marked), years=len(starts), taken=taken)
        primary = starts.index(chosen[0]) if chosen else 0
        for index, start in enumerate(starts if chosen else ()):
            end = self._years[start][0]
            number = self._opening[start] = self._closing[end] = index - primary
            yield SieRecord("RAR", (str(number), f"{start}01", last_day(end)))
        if chosen and date_of(covered := self._covered(chosen[0])):
            yield SieRecord("OMFATTN", (covered,))

    def _covered(self, start: str) -> str:
        stated = self._years[start][1].text("lastCoveredDate")
        return day_of(stated) or stated

    def number_of(self, label: str, month: str) -> int | None:
        """The number of the year that a month begins (#IB), ends (#UB), or stands in (#PBUDGET)."""
        if label != "PBUDGET":
            return (self._opening if label == "IB" else self._closing).get(month)
        if not self._years:
            return 0 if month else None  # the file names no years at all
        starts = list(self._opening)
        index = bisect_right(starts, month) - 1
        return self._opening[starts[index]] if index >= 0 and month <= self._years[starts[index]][0] else None
