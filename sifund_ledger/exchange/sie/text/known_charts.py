"""Charts that many files have (kontoplaner): each is read once, and taken as it was read where it stands again.

Files of a system for each month or each kind of vouchers have the whole chart with all objects, often more lines than
their vouchers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sifund_ledger.exchange.sie.file_findings import Told
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.text.chart_records import KeptChart

_CHART: Final = re.compile(r"(?:^#(?:KONTO|KTYP|ENHET|SRU|DIM|UNDERDIM|OBJEKT)[ \t][^\n]*+\n)++", re.MULTILINE)
_LEAST_PART: Final = 10
"""A chart of less than one of so many characters of a file is not worth keeping."""
_MOST: Final = 16
"""How many charts are kept at a time."""
_BEGINNING: Final = 80


class KnownChart(NamedTuple):
    """A chart as it was read, and what its reading told: findings, with lines from 1, labels, records left over."""

    chart: KeptChart
    lines: int
    told: Sequence[Told]
    labels: frozenset[str]
    records: Sequence[SieRecord]


class KnownCharts:
    """The charts of the files read so far, by their text."""

    def __init__(self) -> None:
        self._known: dict[str, KnownChart] = {}

    def find(self, text: str) -> tuple[int, str]:
        """A chart in a text that is known or worth keeping, and where it stands; an empty one at its end for none."""
        for known in self._known:
            begin = text.find(known[:_BEGINNING])
            if begin >= 0 and text[begin - 1 : begin] in ("", "\n") and text.startswith(known, begin):
                return begin, known
        found = _CHART.search(text)
        if found is None or len(found[0]) * _LEAST_PART < len(text):
            return len(text), ""
        return found.start(), found[0]

    def get(self, text: str) -> KnownChart | None:
        """The chart of a text, where it has been read."""
        return self._known.get(text)

    def keep(self, text: str, chart: KnownChart) -> None:
        """Keep a chart; the oldest one goes where there are many."""
        if len(self._known) == _MOST:
            del self._known[next(iter(self._known))]
        self._known[text] = chart
