"""The hash chain (hashkedja): sealing records, verifying what is stored, checkpoints.

The hash of a record is the SHA-256 digest of its canonical bytes, which hold the hash of the record before it. A
changed byte is found by the digest, a removed or inserted record by the links, a cut tail by a checkpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from sifund_ledger.boundary import checked_methods
from sifund_ledger.errors import Refused
from sifund_ledger.findings import Finding, record_place
from sifund_ledger.ledger import findings as codes
from sifund_ledger.ledger.canonical.fields import Undecodable
from sifund_ledger.ledger.canonical.reading import EventTypes, decode_portion, decode_record
from sifund_ledger.ledger.canonical.writing import FORMAT, note_digest
from sifund_ledger.ledger.events import NoteBlotted, target_of
from sifund_ledger.ledger.journal.store import Portion, StoredRecord, portions_of, projection
from sifund_ledger.ledger.records import GENESIS, Head, Note, Record

_new = tuple.__new__  # makes a NamedTuple in half the time of calling its class


class Link(NamedTuple):
    """A verified record, or what is wrong with it."""

    seq: int
    record: Record | None
    findings: tuple[Finding, ...]


def verify(rows: Iterable[StoredRecord], events: EventTypes, *, after: Head = GENESIS) -> Iterator[Link]:
    """Hash, link, decode and compare every stored record; yield each with its findings, in order.

    Nothing is raised for bad data: a finding says what is wrong with which record, and the reading goes on. A note that
    is gone without a record that blotted it out is reported at the end.
    """
    for part in _verified(rows, events, after):
        if isinstance(part, Link):
            yield part
        else:
            yield from [_new(Link, (record[0], record, ())) for record in part]


def verify_together(
    rows: Iterable[StoredRecord], events: EventTypes, *, after: Head = GENESIS
) -> Iterator[tuple[Sequence[Record], tuple[Finding, ...]]]:
    """The same as :func:`verify` for who wants the records and the findings, many at a time where nothing is wrong."""
    for part in _verified(rows, events, after):
        if isinstance(part, Link):
            yield () if part.record is None else (part.record,), part.findings
        else:
            yield part, ()


def hashes_hold(rows: Iterable[StoredRecord], *, after: Head = GENESIS) -> Head | None:
    """The head of stored records whose hashes and links all hold; ``None`` where one does not. Nothing is decoded."""
    head = after
    for portion in portions_of(rows):
        seqs, datas, digests = portion.seqs, portion.datas, portion.hashes
        befores = [head.hash, *digests[:-1]]
        if [*seqs] != [*range(head.seq + 1, head.seq + 1 + len(seqs))]:
            return None
        if [sha256(data).digest() for data in datas] != [*digests]:
            return None
        if not all(map(bytes.startswith, datas, map(_beginning, seqs, befores))):
            return None
        head = Head(seqs[-1], digests[-1])
    return head


def _beginning(seq: int, before: bytes) -> bytes:
    """What the bytes of a record begin with."""
    return f"{FORMAT}\t{seq}\t{before.hex()}\t".encode()


def _verified(rows: Iterable[StoredRecord], events: EventTypes, head: Head) -> Iterator[list[Record] | Link]:
    """All records of a portion where nothing is wrong with any, or a link for each; at the end, notes that are gone."""
    gone: set[int] = set()
    for portion in portions_of(rows):
        records = _faultless(portion, events, head)
        if records is not None:
            _follow_notes(records, gone)
            yield records
        else:
            for row in portion.rows():
                link = _link(row, events, head)
                _follow_notes([link.record] if link.record else [], gone)
                yield link
                head = Head(row.seq, row.hash)
        head = Head(portion.seqs[-1], portion.hashes[-1])
    yield from (Link(seq, None, (codes.NOTE_GONE.at(record_place(seq)),)) for seq in sorted(gone))


def _follow_notes(records: Sequence[Record], gone: set[int]) -> None:
    """Remember records whose note is gone, until a record says that it was blotted out."""
    for record in records:
        if record.note_digest and record.note is None:
            gone.add(record.seq)
        if gone and type(record.event) is NoteBlotted:
            gone.discard(record.event.target)


def _faultless(portion: Portion, events: EventTypes, head: Head) -> list[Record] | None:
    """The records of a portion if nothing is wrong with any; the quick way to ask before :func:`_link` says what."""
    seqs, datas, digests, kinds, targets, salts, texts, posted, _ = portion
    if [sha256(data).digest() for data in datas] != [*digests]:
        return None
    notes = [*map(_note, salts, texts)] if {*salts, *texts} != {None} else None
    try:
        decoded = decode_portion(datas, digests, events, notes)
    except Undecodable:
        return None
    records = decoded.records
    expected = range(head.seq + 1, head.seq + 1 + len(seqs))
    if (
        [*seqs] == [*expected] == [record.seq for record in records]
        and [head.hash, *digests[:-1]] == [record.previous for record in records]
        and [*kinds] == [record.event.kind for record in records]
        and [*targets] == [target_of(record.event) for record in records]
        and posted(decoded)
        and not (notes and any(map(_note_differs, salts, texts, records)))
    ):
        return records
    return None


def _link(row: StoredRecord, events: EventTypes, head: Head) -> Link:
    """One stored record, with everything that is wrong with it."""
    findings: list[Finding] = []
    place = record_place(row.seq)
    in_order = row.seq == head.seq + 1
    if not in_order:
        findings.append(codes.CHAIN_GAP.at(place, expected=head.seq + 1))
    if sha256(row.data).digest() != row.hash:
        findings.append(codes.CHAIN_HASH.at(place))
    try:
        record = decode_record(row.data, row.hash, events, _note(row.note_salt, row.note))
    except Undecodable as fault:
        return Link(row.seq, None, (*findings, codes.RECORD_UNDECODABLE.at(place, fault=str(fault))))
    if record.seq != row.seq or (record.previous != head.hash and in_order):
        findings.append(codes.CHAIN_LINK.at(place))
    if (row.kind, row.target, row.postings) != (record.event.kind, target_of(record.event), projection(record)):
        findings.append(codes.PROJECTION_DIFFERS.at(place))
    if _note_differs(row.note_salt, row.note, record):
        findings.append(codes.NOTE_DIFFERS.at(place))
    return Link(row.seq, record, tuple(findings))


def _note(salt: bytes | None, text: str | None) -> Note | None:
    return None if text is None or salt is None else Note(salt, text)


def _note_differs(salt: bytes | None, text: str | None, record: Record) -> bool:
    """Whether the note beside a record is not the one recorded. None at all is as it is after a blotting out."""
    if text is None and salt is None:
        return False
    try:
        return record.note is None or note_digest(record.note) != record.note_digest
    except UnicodeEncodeError:
        return True


_CHECKPOINT = re.compile(r"(?:(?P<seq>[0-9]{1,18}):)?(?P<prefix>[0-9a-f]{16,64})")


@checked_methods
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
            raise Refused([codes.CHECKPOINT_UNREADABLE.at("checkpoint", text=text)])
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
        codes.CHECKPOINT_NOT_FOUND.at("checkpoint", count=len(heads), checkpoint=str(checkpoint))
        for checkpoint in checkpoints
        if not any(checkpoint.matches(seq, digest) for seq, digest in heads)
    ]
