"""What the records themselves prove (journalen): the chain, the entries, numbering, periods, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sifund_ledger.audit import findings as codes
from sifund_ledger.audit.audited import Audited
from sifund_ledger.audit.check import Check, Found, Stream, Tier
from sifund_ledger.book import findings as of_book
from sifund_ledger.citations import KL, LKBR
from sifund_ledger.findings import Bilingual, record_place
from sifund_ledger.funds.project import findings as of_projects
from sifund_ledger.law.dates import RETENTION
from sifund_ledger.law.rules import in_force
from sifund_ledger.ledger import findings as of_ledger
from sifund_ledger.ledger.accounts import BOARD_FRAME
from sifund_ledger.ledger.balances import account_words
from sifund_ledger.ledger.events import EntryCorrected, NoteBlotted, PeriodMoved
from sifund_ledger.ledger.periods import PeriodState


def all_records(audited: Audited) -> int:
    """Every record."""
    return len(audited.records)


def all_entries(audited: Audited) -> int:
    """Every entry."""
    return sum(record.entry is not None for record in audited.records)


def _checkpoints(audited: Audited) -> int:
    return len(audited.checkpoints) + len(audited.state.journal.checkpoints)


def _corrections(audited: Audited) -> int:
    return len(audited.state.journal.corrections)


def _rested_on(audited: Audited) -> int:
    return sum(record.decision is not None for record in audited.records)


def _accounts(audited: Audited) -> int:
    return len({*audited.tables, *audited.state.balances.accounts()})


def _folded_as_summed(audited: Audited) -> Iterator[Found]:
    """Independent on purpose: Python's fold of the records against the sum of the store's own engine."""
    folded = audited.state.balances.as_dict()
    for account in {**folded, **audited.tables}:
        ore, there = folded.get(account, 0), audited.tables.get(account, 0)
        if ore != there:
            yield Found(codes.FOLD_DIFFERS.at(account.code, account=account_words(account), records=ore, tables=there))


def _numbered_in_order(audited: Audited) -> Iterator[Found]:
    """Independent on purpose: counted from the records alone."""
    last: dict[str, int] = {}
    for record in audited.records:
        if record.entry is not None:
            series, number = record.entry.series, record.entry.number
            expected = last.get(series, 0) + 1
            if number != expected:
                values: dict[str, Any] = {"series": series, "number": number, "expected": expected}
                yield Found(codes.NUMBER_NOT_NEXT.at(record_place(record.seq), **values), (record.seq,))
            last[series] = number


def _frames_of_closed_years(audited: Audited) -> Iterator[Found]:
    """Independent of the rules of each command: no record but a correction moves a frame of a closed year (R41)."""
    closed = 0
    for record in audited.records:
        event = record.event
        if isinstance(event, PeriodMoved) and event.state == PeriodState.CLOSED:
            closed = max(closed, event.year)
        for account, ore in record.entry.postings if record.entry else ():
            if account.code == BOARD_FRAME and account.year <= closed and not isinstance(event, EntryCorrected):
                values: dict[str, Any] = {"board": account.board, "year": account.year, "amount": ore}
                yield Found(codes.FRAME_OF_CLOSED_YEAR.at(record_place(record.seq), **values), (record.seq,))


def _blotted_early(audited: Audited) -> Iterator[Found]:
    """What was blotted out before the day to which its year is kept, which is never a leave to destroy (R31)."""
    for record in audited.records:
        event = record.event
        if isinstance(event, NoteBlotted) and 0 < event.target <= len(audited.records):
            about = audited.records[event.target - 1]
            year = about.entry.year if about.entry is not None else about.recorded_at.year
            until, day = in_force(RETENTION, year).date_for(year), record.recorded_at.date()
            if day <= until:
                values: dict[str, Any] = {"day": day, "until": until, "of": year, "on": date(year, 12, 31)}
                found = codes.NOTE_BLOTTED_EARLY.at(record_place(record.seq), seq=event.target, **values)
                yield Found(found, (event.target, record.seq))


def _noted(audited: Audited) -> int:
    return sum(bool(record.note_digest) for record in audited.records)


CHECKS: Final = (
    Check(
        code="chain", tier=Tier.ALWAYS, cites=LKBR("3:3") + LKBR("3:12"), examined=all_records,
        proves=Bilingual(
            "Varje post är den som registrerades och följer på den föregående.",
            "Each record is the one that was recorded, and follows the one before it.",
        ),
        finds=(of_ledger.CHAIN_HASH, of_ledger.CHAIN_LINK, of_ledger.CHAIN_GAP, of_ledger.RECORD_UNDECODABLE),
    ),
    Check(
        code="checkpoints", tier=Tier.ALWAYS, cites=LKBR("3:12"), examined=_checkpoints,
        proves=Bilingual(
            "Angivna kontrollpunkter finns i kedjan: inget är avklippt eller omskrivet före dem.",
            "The checkpoints given are in the chain: nothing before them was cut off or rewritten.",
        ),
        finds=(of_ledger.CHECKPOINT_NOT_FOUND, of_ledger.CHECKPOINT_CONTRADICTS),
    ),
    Check(
        code="tables", tier=Tier.ALWAYS, cites=LKBR("3:12"), examined=all_records,
        proves=Bilingual(
            "Lagrets tabellrader är postens egna konteringar.",
            "The rows of the store's tables are the postings of the record.",
        ),
        finds=(of_ledger.PROJECTION_DIFFERS,),
    ),
    Check(
        code="notes", tier=Tier.ALWAYS, cites=LKBR("3:12"), examined=all_records,
        proves=Bilingual(
            "Varje anteckning är den som registrerades, eller gallrad genom en post.",
            "Each note is the one that was recorded, or was blotted out by a record.",
        ),
        finds=(of_ledger.NOTE_DIFFERS, of_ledger.NOTE_GONE),
    ),
    Check(
        code="retention", tier=Tier.ALWAYS, cites=LKBR("3:13"), examined=_noted, examine=_blotted_early,
        proves=Bilingual(
            "Inget är gallrat före den dag till vilken årets räkenskapsinformation ska bevaras.",
            "Nothing was blotted out before the day to which the accounts of its year are to be kept.",
        ),
        finds=(codes.NOTE_BLOTTED_EARLY,),
    ),
    Check(
        code="fold", tier=Tier.ALWAYS, cites=LKBR("3:3"), examined=_accounts, examine=_folded_as_summed,
        proves=Bilingual(
            "Varje kontos saldo är detsamma ur posterna och i lagrets egen summering.",
            "Each account has the same balance by the records and by the store's own sum.",
        ),
        finds=(codes.FOLD_DIFFERS,),
    ),
    Check(
        code="numbering", tier=Tier.ALWAYS, cites=LKBR("3:9"), examined=all_entries, examine=_numbered_in_order,
        proves=Bilingual(
            "Verifikationerna är numrerade i följd utan lucka i sin serie.",
            "The entries are numbered in order and without gaps within their series.",
        ),
        finds=(codes.NUMBER_NOT_NEXT,),
    ),
    Check(
        code="entries", tier=Tier.ALWAYS, cites=LKBR("3:3") + LKBR("3:9"), examined=all_entries,
        proves=Bilingual(
            "Varje verifikation har det som krävs, går jämnt ut och är den som händelsen ger.",
            "Each entry has what is required, balances, and is the one that its event makes.",
        ),
        finds=(
            of_ledger.ENTRY_NOT_OF_EVENT, of_ledger.ENTRY_UNBALANCED, of_ledger.ENTRY_TOO_SHORT,
            of_ledger.ENTRY_INCOMPLETE, of_ledger.POSTING_ZERO, of_ledger.POSTING_TOO_LARGE, of_ledger.POSTING_NOT_ORE,
            of_ledger.ACCOUNT_UNKNOWN, of_ledger.ACTOR_MISSING,
        ),
    ),
    Check(
        code="decisions", tier=Tier.ALWAYS, cites=KL("5:1") + KL("13:5"), examined=_rested_on,
        proves=Bilingual(
            "Det som kräver ett beslut har ett, fattat före registreringen och inte upphävt då.",
            "What needs a decision has one, taken before it was recorded and not repealed then.",
        ),
        finds=(of_ledger.DECISION_MISSING, of_ledger.DECISION_NOT_TAKEN, of_ledger.DECISION_LATER_THAN_RECORD),
    ),
    Check(
        code="periods", tier=Tier.ALWAYS, cites=LKBR("3:7"), examined=all_records,
        proves=Bilingual(
            "Inget är registrerat i ett stängt år, och inget stängt år är öppnat igen.",
            "Nothing is recorded in a closed year, and no closed year was opened again.",
        ),
        finds=(
            of_ledger.PERIOD_CLOSED, of_ledger.PERIOD_ADJUSTING, of_ledger.PERIOD_BACKWARDS, of_ledger.USE_OF_OPEN_YEAR,
            of_ledger.YEAR_NOT_BEGUN,
        ),
    ),
    Check(
        code="closed_frames", tier=Tier.ALWAYS, cites=KL("11:6"), examined=all_entries, examine=_frames_of_closed_years,
        proves=Bilingual(
            "Ingen ram av ett stängt år är ändrad annat än genom rättelse.",
            "No frame of a closed year is changed but by a correction.",
        ),
        finds=(codes.FRAME_OF_CLOSED_YEAR,),
    ),
    Check(
        code="corrections", tier=Tier.ALWAYS, cites=LKBR("3:7"), examined=_corrections,
        proves=Bilingual(
            "Varje rättelse tar tillbaka just en post, som leder till den, och har stöd.",
            "Each correction takes back exactly one record, which leads to it, and is supported.",
        ),
        finds=(
            of_ledger.CORRECTION_NOT_REVERSING, of_ledger.CORRECTED_ALREADY, of_book.CORRECTS_A_CORRECTION,
            of_book.NOTHING_TO_CORRECT, of_book.CORRECTION_BEFORE_RECORD, of_book.CORRECTION_ACROSS_YEARS,
            of_book.CORRECTION_UNDECIDED, of_book.CORRECTION_OF_OPEN_YEAR, of_book.RECORD_UNKNOWN,
            of_book.RESERVE_LOWERED_SINCE, of_projects.RESTED_ON, of_projects.REPAYMENT_RENEWED,
        ),
    ),
    Check(
        code="balances", tier=Tier.ALWAYS, cites=KL("11:1"), examined=_accounts,
        proves=Bilingual(
            "Ingen fond, reserv eller fordran är under noll, när den registreras eller vid något bokslut.",
            "No fund, reserve or claim is below zero, as it is recorded or at any close.",
        ),
        finds=(of_ledger.BALANCE_ON_WRONG_SIDE,),
    ),
    Check(
        code="recorded", tier=Tier.ALWAYS, cites=LKBR("3:3"), examined=all_records, stream=Stream.JOURNAL,
        proves=Bilingual(
            "Varje post kunde registreras där den står.",
            "Each record could be recorded where it is.",
        ),
    ),
)  # fmt: skip
