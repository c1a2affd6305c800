"""A dump read back: every line, the bytes of every record, the chain, and what stands in plain values beside them."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.exchange.dump import findings as codes
from sifund_ledger.exchange.dump.dumping import FORMAT, plain, verified
from sifund_ledger.files import LEDGER, file_bytes
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.canonical.fields import Undecodable
from sifund_ledger.ledger.canonical.reading import decode_record
from sifund_ledger.ledger.journal.chain import Checkpoint
from sifund_ledger.ledger.journal.store import SealedRecord, StoredRecord, stored
from sifund_ledger.ledger.records import Head, Note
from sifund_ledger.year_end.book_state import EVENT_TYPES

_NO_TEXT: Final = Bilingual("den är inte text", "it is not text")
_NO_HEAD: Final = Bilingual(
    f"första raden är inte den som en dump börjar med ({FORMAT})",
    f"its first line is not the one that a dump begins with ({FORMAT})",
)
_NO_RECORD: Final = Bilingual("raden kan inte läsas som en post", "the line cannot be read as a record")
_CUT: Final = Bilingual(
    "antalet poster är inte det som första raden anger", "the number of records is not the one in its first line"
)
_OTHER_END: Final = Bilingual(
    "sista posten är inte den som första raden anger", "its last record is not the one in its first line"
)
_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Dumped:
    """A book as a dump has it: whose it is, its records as a store keeps them, and its checkpoint.

    ``with_notes`` is false for one that was made without the free texts: it verifies, but is no book.
    """

    entity: str
    rows: tuple[StoredRecord, ...]
    checkpoint: Checkpoint
    with_notes: bool

    def require_notes(self, place: str) -> None:
        """Raises :class:`~sifund_ledger.errors.UnreadableInput` for a dump that no book can be made of."""
        if not self.with_notes:
            raise UnreadableInput([codes.DUMP_WITHOUT_NOTES.at(place)])


def read_dump(path: str | os.PathLike[str]) -> Dumped:
    """Read and verify a dump. Raises :class:`~sifund_ledger.errors.UnreadableInput` with every fault, by its line."""
    return parse_dump(file_bytes(path, LEDGER), os.fspath(path))


def parse_dump(data: bytes, name: str) -> Dumped:
    """The same for a dump's bytes; ``name`` is what findings call it."""
    try:
        first, *lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UnreadableInput([codes.DUMP_UNREADABLE.at(name, why=_NO_TEXT)]) from None
    about = _tree(first)
    entity, number, end, notes = (about.get(key) for key in ("entity", "records", "checkpoint", "notes"))
    if about.get("format") != FORMAT or type(number) is not int or type(end) is not str or type(notes) is not bool:
        raise UnreadableInput([codes.DUMP_UNREADABLE.at(f"{name}:1", why=_NO_HEAD)])
    rows, faults = list[StoredRecord](), list[Finding]()
    for place, line in enumerate(lines, 2):
        if line.strip() and len(faults) < _MOST:
            row = _row(_tree(line), f"{name}:{place}", faults)
            rows += [] if row is None else [row]
    if not faults and len(rows) != number:
        faults.append(codes.DUMP_UNREADABLE.at(name, why=_CUT))
    if faults:
        raise UnreadableInput(faults)
    verified(rows, without_notes=not notes)
    head = Head(rows[-1].seq, rows[-1].hash) if rows else None
    if head is None or end != f"{head.seq}:{head.hash.hex()}":
        raise UnreadableInput([codes.DUMP_UNREADABLE.at(name, why=_OTHER_END)])
    return Dumped(str(entity), tuple(rows), Checkpoint.of(head), notes)


def _tree(line: str) -> dict[str, Any]:
    try:
        tree = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return tree if isinstance(tree, dict) else {}


def _row(tree: dict[str, Any], place: str, faults: list[Finding]) -> StoredRecord | None:
    """A record as a store keeps it, made from its bytes alone; what stands beside them must be the same."""
    try:
        data, digest, note = tree["data"].encode("utf-8"), bytes.fromhex(tree["hash"]), tree["note"]
        kept = None if note is None else Note(bytes.fromhex(note["salt"]), note["text"])
        record = decode_record(data, digest, EVENT_TYPES, kept)
        if kept is not None and type(kept.text) is not str:
            raise TypeError
    except (Undecodable, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        faults.append(codes.DUMP_UNREADABLE.at(place, why=_NO_RECORD))
        return None
    told = plain(record) | {"seq": record.seq}
    differing = sorted(key for key, value in told.items() if tree.get(key, _ABSENT) != value)
    unknown = sorted(tree.keys() - told.keys() - {"data", "hash", "note"})
    faults += [codes.DUMP_DIFFERS.at(place, seq=record.seq, key=key) for key in (*differing, *unknown)]
    return stored(SealedRecord(record, data))


_ABSENT: Final = object()
