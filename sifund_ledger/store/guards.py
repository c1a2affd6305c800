"""What every store asks of the records handed to it, before it keeps any (spärrar).

The journal has asked all of it before. A store asks again, so that no other writer makes a book that does not verify.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sifund_ledger.findings import Bilingual, Finding, record_place
from sifund_ledger.ledger.canonical.writing import FORMAT
from sifund_ledger.ledger.entries import amount_faults
from sifund_ledger.ledger.journal.store import StoredRecord
from sifund_ledger.ledger.records import Head
from sifund_ledger.store import findings as codes

BLOTTED = "note_blotted"


_SEQ = Bilingual("dess nummer är inte nästa", "its number is not the next one")
_LINK = Bilingual(
    "dess text anger inte dess nummer och den föregåendes hash",
    "its text does not name its number and the hash of the one before",
)
_HASH = Bilingual("dess hash stämmer inte med texten", "its hash does not match its text")


def append_faults(head: Head, rows: Iterable[StoredRecord]) -> list[Finding]:
    """Every reason why records cannot be kept right after a head; none where they can.

    >>> from sifund_ledger.ledger.records import GENESIS
    >>> append_faults(GENESIS, [])
    []
    """
    faults: list[Finding] = []
    for row in rows:
        place, wrong = record_place(row.seq), _link_faults(head, row.seq, row.data, row.hash)
        faults += [codes.RECORD_NOT_NEXT.at(place, seq=row.seq, head=head.seq, fault=fault) for fault in wrong]
        if row.postings:
            faults += amount_faults([(account, ore) for account, _, ore in row.postings], place)
        head = Head(row.seq, row.hash)
    return faults


def _link_faults(head: Head, seq: int, data: bytes, digest: bytes) -> list[Bilingual]:
    wrong = []
    if seq != head.seq + 1:
        wrong.append(_SEQ)
    if not data.startswith(f"{FORMAT}\t{seq}\t{head.hash.hex()}\t".encode()):
        wrong.append(_LINK)
    if sha256(data).digest() != digest:
        wrong.append(_HASH)
    return wrong


def chained(head: Head, rows: Iterable[tuple[int, bytes, bytes]]) -> bool:
    """Whether rows of number, bytes and hash follow one another, and the first of them a head.

    >>> from sifund_ledger.ledger.records import GENESIS
    >>> chained(GENESIS, []), chained(GENESIS, [(2, b"", b"")])
    (True, False)
    """
    for seq, data, digest in rows:
        if _link_faults(head, seq, data, digest):
            return False
        head = Head(seq, digest)
    return True
