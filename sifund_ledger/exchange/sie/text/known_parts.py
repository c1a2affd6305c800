"""What many files have in common (filhuvud, kontoplan): read once, and taken as it was read where it stands again.

Files of a system for each month or each kind of vouchers have the whole chart with all objects, often more lines than
their vouchers, and the same identification before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from sifund_ledger.exchange.sie.document import FiscalYear
from sifund_ledger.exchange.sie.file_findings import Told
from sifund_ledger.exchange.sie.records.charset import KnownLines
from sifund_ledger.exchange.sie.records.tokens import SieRecord
from sifund_ledger.exchange.sie.text.chart_records import KeptChart

_CHART: Final = re.compile(rb"(?:^#(?:KONTO|KTYP|ENHET|SRU|DIM|UNDERDIM|OBJEKT)[ \t][^\r\n]*+\r?\n)++", re.MULTILINE)
_LEAST_PART: Final = 10
"""A chart of less than one of so many bytes of a file is not worth keeping."""
_MOST: Final = 16
"""How many charts, and how many parts, are kept at a time."""
_BEGINNING: Final = 80
_Key = TypeVar("_Key", bytes, str)
_Kept = TypeVar("_Kept")


class KnownPart(NamedTuple):
    """What a part of a file became, and what its reading found, with lines counted from the part's own first.

    It is the same wherever the part stands. ``labels`` are those of its records, ``groups`` the first and the last
    group that these belong to, ``records`` those that have no place of their own.
    """

    chart: KeptChart
    lines: int
    told: Sequence[Told]
    labels: frozenset[str]
    groups: tuple[int, int]
    frame: Mapping[str, str]
    years: Mapping[int, FiscalYear]
    records: Sequence[SieRecord]


class KnownParts:
    """The charts of the files read so far, what stands before them, and what both became."""

    def __init__(self) -> None:
        self._charts: dict[bytes, KnownLines] = {}
        self._parts: dict[str, KnownPart] = {}

    def find_chart(self, data: bytes) -> tuple[int, KnownLines | None]:
        """Where the chart of a file stands, and its lines: one that is known, or that is kept from now on."""
        for known in self._charts:
            begin = data.find(known[:_BEGINNING])
            if begin >= 0 and data[begin - 1 : begin] in (b"", b"\n") and data.startswith(known, begin):
                return begin, self._charts[known]
        found = _CHART.search(data)
        if found is None or len(found[0]) * _LEAST_PART < len(data):
            return 0, None
        return found.start(), _kept(self._charts, found[0], KnownLines(found[0]))

    def get(self, text: str) -> KnownPart | None:
        """What a text became, where it has been read."""
        part = self._parts.pop(text, None)
        if part is not None:
            self._parts[text] = part  # as the last: identifications with a day of their own drive out no chart
        return part

    def keep(self, text: str, part: KnownPart) -> None:
        """Keep what a text became."""
        _kept(self._parts, text, part)


def _kept(known: dict[_Key, _Kept], key: _Key, kept: _Kept) -> _Kept:
    """Keep one more; where there are as many as may be, the first of them goes."""
    if len(known) == _MOST:
        del known[next(iter(known))]
    known[key] = kept
    return kept
