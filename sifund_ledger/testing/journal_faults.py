"""Faults in the file, the chain and the journal of a book (fel i journalen)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from sifund_ledger.decisions import Decision
from sifund_ledger.ledger.events import NoteBlotted
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.ledger.records import Head, Record
from sifund_ledger.testing.faults import flip_byte, rechained
from sifund_ledger.testing.planting import (
    Planted,
    fault,
    halved,
    in_row,
    renumbered,
    rewritten,
    store_of,
    stored_rows,
    with_entry,
    with_event,
    with_one_more,
    with_record,
)


def _forged(row: StoredRecord) -> StoredRecord:
    data = row.data.replace(b"social", b"sociol")
    return row._replace(data=data, hash=sha256(data).digest())


def _with_an_ore_more(row: StoredRecord) -> StoredRecord:
    return row._replace(data=row.data.replace(b"200000000", b"200000001"))


def _half_taken_back(lines: Any) -> Any:
    return tuple((*line[:-1], line[-1] // 2) for line in lines)


def _as_noted(**values: Any) -> Callable[[StoredRecord], StoredRecord]:
    return lambda row: row._replace(**values)


def _uneven(postings: Any) -> Any:
    return (postings[0]._replace(ore=postings[0].ore + 1), *postings[1:])


def _with_a_forged_checkpoint(record: Record) -> Record:
    event: Any = record.event
    forged = event.kind == "checkpoint_written"
    return record._replace(event=replace(event, at_hash="0" * 64)) if forged else record


def _blotted(records: list[Record]) -> int:
    """The note of a correction of 2014 is blotted out in 2020, by a decision."""
    at = next(at for at, record in enumerate(records) if record.note_digest)
    records[at] = records[at]._replace(note=None)
    decision = Decision.parse("KF 2020-04-28 § 70")
    records.append(records[-1]._replace(event=NoteBlotted(records[at].seq), decision=decision, entry=None))
    return at


_CLOSED_2014: Final = {"year": 2014, "state": "closed"}
FAULTS: Final = (
    # The chain and the store
    fault(
        "byte_changed", "chain", "en byte ändrad", "one byte changed",
        stored_rows(in_row("set_aside", lambda row: row._replace(data=flip_byte(row.data, len(row.data) // 2)))),
    ),
    fault(
        "amount_changed", "chain", "ett belopp ändrat i filen", "an amount changed in the file",
        stored_rows(in_row("used_directly", _with_an_ore_more)),
    ),
    fault(
        "hash_made_to_fit", "chain", "en post ändrad och dess hash omräknad", "a record changed, its hash made to fit",
        stored_rows(in_row("granted", _forged)),
    ),
    fault(
        "record_taken_out", "chain", "en post borttagen", "a record taken out",
        stored_rows(lambda rows: [*rows[:20], *rows[21:]]),
    ),
    fault(
        "record_put_in_twice", "chain", "en post inlagd två gånger", "a record put in twice",
        stored_rows(lambda rows: [*rows[:20], rows[19], *rows[20:]]),
    ),
    fault(
        "records_swapped", "chain", "två poster har bytt plats", "two records swapped",
        stored_rows(lambda rows: [*rows[:11], rows[12], rows[11], *rows[13:]]),
    ),
    fault(
        "tail_cut", "checkpoints", "slutet avklippt", "the tail cut off",
        stored_rows(lambda rows: rows[:-1], kept=True),
    ),
    fault(
        "old_copy_put_back", "checkpoints", "en gammal kopia återlagd", "an old copy put back",
        stored_rows(lambda rows: rows[:43], kept=True),
    ),
    fault(
        "history_rewritten", "checkpoints", "boken omskriven, med nya hashar", "the book rewritten, with new hashes",
        lambda records: Planted(
            store_of(rechained(renumbered([record._replace(actor="annan") for record in records]))),
            (str(Checkpoint.of(Head(len(records), rechained(records)[-1].hash))),),
        ),
    ),
    fault(
        "checkpoint_forged", "checkpoints", "en kontrollpunkt i boken pekar fel", "a checkpoint in the book is wrong",
        lambda records: Planted(store_of(rechained(map(_with_a_forged_checkpoint, records)))),
    ),
    fault(
        "table_row_changed", "tables", "en tabellrad ändrad", "a table row changed",
        stored_rows(in_row("used", lambda row: row._replace(postings=halved(row.postings)))),
    ),
    fault(
        "table_rows_gone", "fold", "tabellrader borttagna", "table rows taken away",
        stored_rows(in_row("used", lambda row: row._replace(postings=()))),
    ),
    fault(
        "note_changed", "notes", "en anteckning ändrad", "a note changed",
        stored_rows(in_row("entry_corrected", _as_noted(note="Något annat"))),
    ),
    fault(
        "note_taken_away", "notes", "en anteckning borttagen utan gallring", "a note taken away without a record of it",
        stored_rows(in_row("entry_corrected", _as_noted(note=None, note_salt=None))),
    ),
    fault(
        "note_blotted_early", "retention", "en anteckning gallrad före bevarandetidens slut",
        "a note blotted out before the accounts need no longer be kept",
        rewritten(_blotted, named=False),
    ),
    # The journal
    fault(
        "entry_halved", "entries", "verifikationen har halva beloppet", "the entry has half the amount",
        rewritten(with_entry("set_aside", postings=halved)),
    ),
    fault(
        "entry_uneven", "chain", "verifikationen går inte jämnt ut", "the entry does not balance",
        rewritten(with_entry("used", postings=_uneven)),
    ),
    fault(
        "entry_gone", "entries", "verifikationen saknas", "the entry is missing",
        rewritten(with_record("used", entry=None)),
    ),
    fault(
        "entry_reworded", "entries", "verifikationens text är en annan", "the entry's text is another",
        rewritten(with_entry("set_aside", text="Annat")),
    ),
    fault(
        "number_skipped", "numbering", "ett verifikationsnummer hoppat över", "an entry number skipped",
        rewritten(with_entry("used", number=lambda number: number + 1)),
    ),
    fault(
        "number_doubled", "numbering", "ett verifikationsnummer använt två gånger", "an entry number used twice",
        rewritten(with_entry("granted", number=1)),
    ),
    fault(
        "actor_missing", "entries", "ingen är angiven som registrerade", "nobody is named who recorded",
        rewritten(with_record("used", actor="")),
    ),
    fault(
        "decision_missing", "decisions", "beslutet saknas", "the decision is missing",
        rewritten(with_record("set_aside", decision=None)),
    ),
    fault(
        "decision_proposed", "decisions", "beslutet är bara föreslaget", "the decision is only proposed",
        rewritten(with_record("set_aside", decision=lambda decision: Decision.parse(str(decision), state="proposed"))),
    ),
    fault(
        "registered_before_decided", "decisions", "registrerat före beslutet", "registered before it was decided",
        rewritten(with_record("granted", decision=Decision.parse("KF 2021-04-26 § 30"))),
    ),
    fault(
        "clock_backwards", "recorded", "registrerat före den föregående posten", "recorded before the record before it",
        rewritten(with_record("granted", recorded_at=lambda at: at - timedelta(days=9))),
    ),
    fault(
        "recorded_in_closed_year", "periods", "registrerat i ett stängt år", "recorded in a closed year",
        rewritten(with_one_more("used_directly", decision="KF 2019-04-28 § 61", ore=100_00)),
    ),
    fault(
        "closed_year_reopened", "periods", "ett stängt år öppnat igen", "a closed year opened again",
        rewritten(with_one_more("period_moved", _CLOSED_2014, state="open")),
    ),
    fault(
        "corrected_twice", "corrections", "en post rättad två gånger", "a record corrected twice",
        rewritten(with_one_more("entry_corrected", year=2019)),
    ),
    fault(
        "half_corrected", "corrections", "rättelsen tar tillbaka halva beloppet", "the correction takes back half",
        rewritten(with_event("entry_corrected", lines=_half_taken_back)),
    ),
    fault(
        "fund_overdrawn", "balances", "mer använt än fonden har", "more used than the fund has",
        rewritten(with_one_more("used_directly", decision="KF 2020-04-28 § 61", year=2019, ore=99_000_000_00)),
    ),
    fault(
        "opened_twice", "recorded", "boken öppnad två gånger", "the book opened twice",
        rewritten(with_one_more("journal_opened", entity="Simrishamns kommun")),
    ),
)  # fmt: skip
