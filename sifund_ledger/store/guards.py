"""What every store asks of the records handed to it, before it keeps any (spärrar).

The journal has asked all of it before. A store asks again, so that no other writer makes a book that does not verify.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.chain import StoredRecord
from sifund_ledger.ledger.entries import amount_faults
from sifund_ledger.ledger.records import Head
from sifund_ledger.ledger.writing import FORMAT
from sifund_ledger.store import findings as codes

BLOTTED = "note_blotted"
CORRECTED = "entry_corrected"


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
    seq, digest = head
    for row in rows:
        wrong = []
        if row.seq != seq + 1:
            wrong.append(_SEQ)
        if not row.data.startswith(f"{FORMAT}\t{row.seq}\t{digest.hex()}\t".encode()):
            wrong.append(_LINK)
        if sha256(row.data).digest() != row.hash:
            wrong.append(_HASH)
        place = f"post {row.seq}"
        faults += [codes.RECORD_NOT_NEXT.at(place, seq=row.seq, head=seq, fault=fault) for fault in wrong]
        if row.postings:
            faults += amount_faults([(account, ore) for account, _, ore in row.postings], place)
        seq, digest = row.seq, row.hash
    return faults
