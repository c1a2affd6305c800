"""What a correction would record, and why something cannot be corrected (rättelse; LKBR 3:7)."""

from __future__ import annotations

from datetime import date

from sifund_ledger.balance.figures.events import EquityOpened, ResultCarried, ResultRecorded
from sifund_ledger.book import findings as codes
from sifund_ledger.errors import Refused
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record

_BOUND_TO_YEAR = frozenset({EquityOpened.kind, ResultRecorded.kind, ResultCarried.kind})


def correction_of(record: Record, *, year: int | None, event_date: date) -> EntryCorrected:
    """The event that takes back a record's entry, in its own year or in the one named.

    Raises :class:`~sifund_ledger.Refused` where the record has no entry, is a correction itself, or belongs to its
    year alone.
    """
    entry = record.entry
    place = f"post {record.seq}"
    if isinstance(record.event, EntryCorrected):
        raise Refused([codes.CORRECTS_A_CORRECTION.at(place, seq=record.seq)])
    if entry is None:
        raise Refused([codes.NOTHING_TO_CORRECT.at(place, seq=record.seq, kind=record.event.kind)])
    in_year = entry.year if year is None else year
    if in_year < entry.year:
        raise Refused([codes.CORRECTION_BEFORE_RECORD.at(place, seq=record.seq, year=entry.year, other=in_year)])
    if record.event.kind in _BOUND_TO_YEAR and in_year != entry.year:
        raise Refused([codes.CORRECTION_ACROSS_YEARS.at(place, kind=record.event.kind, year=entry.year, other=in_year)])
    return EntryCorrected(
        record.seq,
        record.event.kind,
        f"{entry.series} {entry.number}",
        in_year,
        event_date,
        tuple((*account, -ore) for account, ore in entry.postings),
    )
