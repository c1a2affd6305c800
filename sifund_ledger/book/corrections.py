"""What a correction would record, and why something cannot be corrected (rättelse; LKBR 3:7)."""

from __future__ import annotations

from datetime import date

from sifund_ledger.balance.events import EquityOpened, ResultCarried, ResultRecorded
from sifund_ledger.errors import Refused
from sifund_ledger.findings import FindingCode, Severity
from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Record

RECORD_UNKNOWN = FindingCode(
    "RECORD_UNKNOWN",
    Severity.ERROR,
    en="There is no record {seq}; the book has {count}.",
    sv="Det finns ingen post {seq}; boken har {count}.",
    remedy_en="Look the number up among book.records().",
    remedy_sv="Sök upp numret bland book.records().",
)
NOTHING_TO_CORRECT = FindingCode(
    "NOTHING_TO_CORRECT",
    Severity.ERROR,
    en="Record {seq} ({kind}) moves nothing that a correction could take back.",
    sv="Post {seq}, av slaget {kind}, flyttar inget som en rättelse kan ta tillbaka.",
    remedy_en="State the right facts anew; the later record takes the place of the earlier.",
    remedy_sv="Ange rätt uppgifter på nytt; den senare posten ersätter den tidigare.",
    citation="LKBR (2018:597) 3:7",
)
CORRECTS_A_CORRECTION = FindingCode(
    "CORRECTS_A_CORRECTION",
    Severity.ERROR,
    en="Record {seq} is itself a correction.",
    sv="Post {seq} är själv en rättelse.",
    remedy_en="Record what was right anew.",
    remedy_sv="Registrera på nytt det som var rätt.",
    citation="LKBR (2018:597) 3:7",
)
CORRECTION_ACROSS_YEARS = FindingCode(
    "CORRECTION_ACROSS_YEARS",
    Severity.ERROR,
    en="What belongs to {year} alone ({kind}) cannot be taken back in {other}.",
    sv="Det som bara hör till {year} ({kind}) kan inte tas tillbaka under {other}.",
    remedy_en="Record the difference as an adjustment: book.adjust_equity({other}, …).",
    remedy_sv="Registrera skillnaden som en justering: book.adjust_equity({other}, …).",
    citation="LKBR (2018:597) 4:4, 9:3",
)
CORRECTION_BEFORE_RECORD = FindingCode(
    "CORRECTION_BEFORE_RECORD",
    Severity.ERROR,
    en="Record {seq} belongs to {year} and cannot be taken back in {other}, a year before it.",
    sv="Post {seq} hör till {year} och kan inte tas tillbaka under {other}, ett år dessförinnan.",
    remedy_en="Correct it in its own year, or in a later one if that is closed.",
    remedy_sv="Rätta den under sitt eget år, eller under ett senare om det är stängt.",
    citation="LKBR (2018:597) 3:7",
)
CODES = (
    RECORD_UNKNOWN,
    NOTHING_TO_CORRECT,
    CORRECTS_A_CORRECTION,
    CORRECTION_ACROSS_YEARS,
    CORRECTION_BEFORE_RECORD,
)

_BOUND_TO_YEAR = frozenset({EquityOpened.kind, ResultRecorded.kind, ResultCarried.kind})


def correction_of(record: Record, *, year: int | None, event_date: date) -> EntryCorrected:
    """The event that takes back a record's entry, in its own year or in the one named.

    Raises :class:`~sifund_ledger.Refused` where the record has no entry, is a correction itself, or belongs to its
    year alone.
    """
    entry = record.entry
    place = f"post {record.seq}"
    if isinstance(record.event, EntryCorrected):
        raise Refused([CORRECTS_A_CORRECTION.at(place, seq=record.seq)])
    if entry is None:
        raise Refused([NOTHING_TO_CORRECT.at(place, seq=record.seq, kind=record.event.kind)])
    in_year = entry.year if year is None else year
    if in_year < entry.year:
        raise Refused([CORRECTION_BEFORE_RECORD.at(place, seq=record.seq, year=entry.year, other=in_year)])
    if record.event.kind in _BOUND_TO_YEAR and in_year != entry.year:
        raise Refused([CORRECTION_ACROSS_YEARS.at(place, kind=record.event.kind, year=entry.year, other=in_year)])
    return EntryCorrected(
        record.seq,
        record.event.kind,
        f"{entry.series} {entry.number}",
        in_year,
        event_date,
        tuple((*account, -ore) for account, ore in entry.postings),
    )
