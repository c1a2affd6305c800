"""The hash chain (hashkedja): sealing records, verifying what is stored, checkpoints.

The hash of a record is the SHA-256 digest of its canonical bytes, which hold the hash of the record before it. A
changed byte is found by the digest, a removed or inserted record by the links, a cut tail by a checkpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import repeat
from typing import NamedTuple

from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, FindingCode, Severity
from sifund_ledger.ledger.accounts import Account
from sifund_ledger.ledger.canonical import EventTypes, Undecodable, decode_record, decode_records, note_digest
from sifund_ledger.ledger.events import NoteBlotted, target_of
from sifund_ledger.ledger.records import GENESIS, Head, Note, Record

_RESTORE = "Take out the latest copy of the book that verifies, and compare."
_RESTORE_SV = "Ta fram den senaste kopian av boken som går att verifiera, och jämför."


def _code(name: str, en: str, sv: str, severity: Severity = Severity.ERROR) -> FindingCode:
    return FindingCode(
        name, severity, en=en, sv=sv, remedy_en=_RESTORE, remedy_sv=_RESTORE_SV, citation="LKBR 3:3, 3:12"
    )


CHAIN_HASH = _code("CHAIN_HASH", "The record's bytes do not have its hash.", "Postens byte har inte dess hash.")
CHAIN_LINK = _code(
    "CHAIN_LINK",
    "The record does not follow the one before it.",
    "Posten följer inte på den föregående.",
)
CHAIN_GAP = _code("CHAIN_GAP", "Record {expected} is missing.", "Post {expected} saknas.")
RECORD_UNDECODABLE = _code(
    "RECORD_UNDECODABLE",
    "The record cannot be read: {fault}.",
    "Posten går inte att läsa: {fault}.",
)
PROJECTION_DIFFERS = _code(
    "PROJECTION_DIFFERS",
    "The stored table rows differ from the record.",
    "De lagrade tabellraderna skiljer sig från posten.",
)
NOTE_DIFFERS = _code(
    "NOTE_DIFFERS",
    "The free text beside the record is not the one that was recorded.",
    "Fritexten vid posten är inte den som registrerades.",
)
NOTE_GONE = _code(
    "NOTE_GONE",
    "The free text beside the record is gone, and no record says that it was blotted out.",
    "Fritexten vid posten är borta, och ingen post anger att den har gallrats.",
)
CHECKPOINT_NOT_FOUND = _code(
    "CHECKPOINT_NOT_FOUND",
    "The journal, {count} records long, does not contain the checkpoint {checkpoint}: "
    "its tail is cut, or it was rewritten.",
    "Journalen, {count} poster, innehåller inte kontrollpunkten {checkpoint}: slutet är avklippt eller omskrivet.",
)
CHECKPOINT_UNREADABLE = FindingCode(
    "CHECKPOINT_UNREADABLE",
    Severity.ERROR,
    en="{text!r} is no checkpoint.",
    sv="{text!r} är ingen kontrollpunkt.",
    remedy_en="Write the 16 hexadecimal digits of the report, with the number of records before them if known: "
    "12:0123456789abcdef.",
    remedy_sv="Skriv rapportens 16 hexadecimala siffror, med antalet poster före om det är känt: 12:0123456789abcdef.",
)
CODES = (
    CHAIN_HASH,
    CHAIN_LINK,
    CHAIN_GAP,
    RECORD_UNDECODABLE,
    PROJECTION_DIFFERS,
    NOTE_DIFFERS,
    NOTE_GONE,
    CHECKPOINT_NOT_FOUND,
    CHECKPOINT_UNREADABLE,
)


_PORTION = 128  # records verified at a time
_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class ProjectedPosting(NamedTuple):
    """A posting as a store's tables have it, beside the record's bytes."""

    account: Account
    year: int
    ore: int


class StoredRecord(NamedTuple):
    """A record as a store gives it back: bytes, hash, the note beside it, and the projection for SQL."""

    seq: int
    data: bytes
    hash: bytes
    kind: str
    target: int | None
    note_salt: bytes | None
    note: str | None
    postings: tuple[ProjectedPosting, ...]


class SealedRecord(NamedTuple):
    """A record with its canonical bytes, ready to be stored."""

    record: Record
    data: bytes


def stored(sealed: SealedRecord) -> StoredRecord:
    """What a store is to keep of a sealed record."""
    record, data = sealed
    event, note = record.event, record.note
    salt, text = note or (None, None)
    return _new(
        StoredRecord,
        (record.seq, data, record.hash, event.kind, target_of(event), salt, text, projection(record)),
    )


def projection(record: Record) -> tuple[ProjectedPosting, ...]:
    """The postings of a record as a store's tables have them."""
    entry = record.entry
    if entry is None:
        return ()
    year = entry.year
    return tuple([_new(ProjectedPosting, (account, year, ore)) for account, ore in entry.postings])


def _posted(record: Record) -> tuple[tuple[Account, int, int], ...]:
    """Equal to :func:`projection`, and made in a third of the time."""
    entry = record.entry
    return () if entry is None else tuple([(account, entry[2], ore) for account, ore in entry[7]])


class Link(NamedTuple):
    """A verified record, or what is wrong with it."""

    seq: int
    record: Record | None
    findings: tuple[Finding, ...]


def verify(rows: Iterable[StoredRecord], events: EventTypes, *, after: Head = GENESIS) -> Iterator[Link]:
    """Hash, link, decode and compare every stored record; yield each with its findings, in order.

    Nothing is raised for bad data: a finding says what is wrong with which record, and the reading goes on. A note that
    is gone without a record that blotted it out is told at the end.
    """
    head = after
    gone: set[int] = set()
    for portion in _portions(rows):
        records = _faultless(portion, events, head)
        if records is not None:
            _follow_notes(records, gone)
            yield from [_new(Link, (record[0], record, ())) for record in records]
        else:
            for row in portion:
                link = _link(row, events, head)
                _follow_notes([link.record] if link.record else [], gone)
                yield link
                head = Head(row.seq, row.hash)
        head = Head(portion[-1].seq, portion[-1].hash)
    yield from (Link(seq, None, (NOTE_GONE.at(f"post {seq}"),)) for seq in sorted(gone))


def _follow_notes(records: Sequence[Record], gone: set[int]) -> None:
    """Remember records whose note is gone, until a record says that it was blotted out."""
    for record in records:
        if record.note_digest and record.note is None:
            gone.add(record.seq)
        if gone and type(record.event) is NoteBlotted:
            gone.discard(record.event.target)


def _portions(rows: Iterable[StoredRecord]) -> Iterator[list[StoredRecord]]:
    portion: list[StoredRecord] = []
    try:
        for row in rows:
            portion.append(row)
            if len(portion) == _PORTION:
                yield portion
                portion = []
    except Exception:  # where the rows cannot be read on, what was read of them comes first
        if portion:
            yield portion
        raise
    if portion:
        yield portion


def _faultless(portion: Sequence[StoredRecord], events: EventTypes, head: Head) -> list[Record] | None:
    """The records of a portion if nothing is wrong with any; the quick way to ask before :func:`_link` tells what."""
    seqs, datas, digests, kinds, targets, salts, texts, postings = zip(*portion, strict=True)
    if [sha256(data).digest() for data in datas] != [*digests]:
        return None
    noted = texts.count(None) < len(portion) or salts.count(None) < len(portion)
    try:
        records = decode_records(datas, digests, events, map(_note_of, portion) if noted else repeat(None))
    except Undecodable:
        return None
    expected = range(head.seq + 1, head.seq + 1 + len(portion))
    if (
        seqs == tuple(expected) == tuple([record.seq for record in records])
        and (head.hash, *digests[:-1]) == tuple([record.previous for record in records])
        and kinds == tuple([record.event.kind for record in records])
        and targets == tuple([target_of(record.event) for record in records])
        and postings == tuple(map(_posted, records))
        and not (noted and any(map(_note_differs, portion, records)))
    ):
        return records
    return None


def _link(row: StoredRecord, events: EventTypes, head: Head) -> Link:
    """One stored record, with everything that is wrong with it."""
    findings: list[Finding] = []
    place = f"post {row.seq}"
    in_order = row.seq == head.seq + 1
    if not in_order:
        findings.append(CHAIN_GAP.at(place, expected=head.seq + 1))
    if sha256(row.data).digest() != row.hash:
        findings.append(CHAIN_HASH.at(place))
    try:
        record = decode_record(row.data, row.hash, events, _note_of(row))
    except Undecodable as fault:
        return Link(row.seq, None, (*findings, RECORD_UNDECODABLE.at(place, fault=fault)))
    if record.seq != row.seq or (record.previous != head.hash and in_order):
        findings.append(CHAIN_LINK.at(place))
    if (row.kind, row.target, row.postings) != (record.event.kind, target_of(record.event), projection(record)):
        findings.append(PROJECTION_DIFFERS.at(place))
    if _note_differs(row, record):
        findings.append(NOTE_DIFFERS.at(place))
    return Link(row.seq, record, tuple(findings))


def _note_of(row: StoredRecord) -> Note | None:
    return None if row.note is None or row.note_salt is None else Note(row.note_salt, row.note)


def _note_differs(row: StoredRecord, record: Record) -> bool:
    """Whether the note beside a record is not the one recorded. None at all is as it is after a blotting out."""
    if row.note is None and row.note_salt is None:
        return False
    try:
        return record.note is None or note_digest(record.note) != record.note_digest
    except UnicodeEncodeError:
        return True


_CHECKPOINT = re.compile(r"(?:(?P<seq>[0-9]{1,18}):)?(?P<prefix>[0-9a-f]{16,64})")


class Checkpoint(NamedTuple):
    """A head as reports print it (kontrollpunkt): the number of records, 0 if unknown, and the hash's first digits.

    >>> print(Checkpoint.parse("12:0123456789abcdef"))
    12:0123456789abcdef
    """

    seq: int
    prefix: str

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read ``SEQ:HEX`` or ``HEX``, 16 to 64 hexadecimal digits. Raises :class:`~sifund_ledger.Refused`."""
        match = _CHECKPOINT.fullmatch(text.strip().lower())
        if match is None:
            raise Refused([CHECKPOINT_UNREADABLE.at("checkpoint", text=text)])
        return cls(int(match["seq"] or 0), match["prefix"])

    @classmethod
    def of(cls, head: Head) -> Checkpoint:
        """The checkpoint of a head: its first 16 hexadecimal digits."""
        return cls(head.seq, head.hash.hex()[:16])

    def matches(self, seq: int, digest: bytes) -> bool:
        """Whether a record is the one that the checkpoint was taken at."""
        return self.seq in (0, seq) and digest.hex().startswith(self.prefix)

    def __str__(self) -> str:
        return f"{self.seq}:{self.prefix}" if self.seq else self.prefix


def checkpoint_faults(heads: Sequence[Head], checkpoints: Iterable[Checkpoint]) -> list[Finding]:
    """A finding for each checkpoint that no head of the journal matches: the tail was cut, or history rewritten."""
    return [
        CHECKPOINT_NOT_FOUND.at("checkpoint", count=len(heads), checkpoint=checkpoint)
        for checkpoint in checkpoints
        if not any(checkpoint.matches(seq, digest) for seq, digest in heads)
    ]
