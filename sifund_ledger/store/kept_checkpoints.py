"""Checkpoints kept elsewhere than the book (kontrollpunkter på annan plats): a file of them, signed if one likes.

A book that is rewritten with new hashes, or cut, is found against a checkpoint that whoever did it could not change:
a file on another machine, or one that somebody else has signed (Ed25519).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sifund_ledger.errors import UnreadableInput
from sifund_ledger.files import DOCUMENT, LEDGER, alone, file_bytes, put_whole
from sifund_ledger.findings import Bilingual, Finding
from sifund_ledger.ledger.records import Head
from sifund_ledger.store import findings as codes

if TYPE_CHECKING:
    from sifund_ledger.book import Book

_FORMAT: Final = "sifund-checkpoint-1"
_KEYS: Final = ("book", "entity", "seq", "hash", "taken")
_NO_LINE: Final = Bilingual("raden kan inte läsas som en kontrollpunkt", "the line cannot be read as a checkpoint")
_NO_TEXT: Final = Bilingual("den är inte text", "it is not text")
_UNSIGNED: Final = Bilingual("den är inte signerad", "it is not signed")
_WRONG: Final = Bilingual("signaturen stämmer inte med nyckeln", "its signature does not fit the key")
_NO_KEY: Final = Bilingual("den är inte en nyckel för Ed25519", "it is not a key for Ed25519")


@dataclass(frozen=True, slots=True)
class KeptCheckpoint:
    """A checkpoint as it is kept (kontrollpunkt): of which book, how many records, the last one's whole hash, and when
    that was recorded. ``book`` is the hash of the first record. ``place`` is its file and line."""

    book: str
    entity: str
    seq: int
    hash: str
    taken: str
    signature: str = ""
    place: str = ""

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"

    @property
    def signed_bytes(self) -> bytes:
        """What a signature is of."""
        return "\t".join((_FORMAT, self.book, self.entity, str(self.seq), self.hash, self.taken)).encode()

    def line(self) -> str:
        """The checkpoint as a line of JSON."""
        tree: dict[str, object] = {"format": _FORMAT, **{key: getattr(self, key) for key in _KEYS}}
        return json.dumps(tree | ({"signature": self.signature} if self.signature else {}), ensure_ascii=False)


def take_checkpoint(book: Book, *, key: str | Path | None = None) -> KeptCheckpoint:
    """The checkpoint of a book as it stands, signed where the file of a private key (PEM, Ed25519) is given.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for a key that is none.
    """
    first = next(iter(book.records()))
    last = next(iter(book.records(book.head.seq - 1)))
    taken = last.recorded_at.isoformat()
    made = KeptCheckpoint(first.hash.hex(), book.entity, last.seq, last.hash.hex(), taken)
    if key is None:
        return made
    return replace(made, signature=base64.b64encode(_private(key).sign(made.signed_bytes)).decode())


def keep_checkpoint(checkpoint: KeptCheckpoint, file: str | Path) -> None:
    """Put a checkpoint last in a file, which is made if it is not there; one that it has is not put there again.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` for a file of something else, and
    :class:`~sifund_ledger.Refused` where it cannot be written.
    """
    path = Path(file)
    with alone(path):
        data = file_bytes(path, LEDGER) if path.exists() else b""
        known = {(each.book, each.seq, each.hash, each.signature) for each in parse_checkpoints(data, str(file))}
        if (checkpoint.book, checkpoint.seq, checkpoint.hash, checkpoint.signature) not in known:
            ended = data + b"\n" if data and not data.endswith(b"\n") else data
            put_whole(path, ended + f"{checkpoint.line()}\n".encode())


def parse_checkpoints(data: bytes, name: str) -> tuple[KeptCheckpoint, ...]:
    """The checkpoints of a file. Raises :class:`~sifund_ledger.errors.UnreadableInput` with every line that is none."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise UnreadableInput([codes.CHECKPOINTS_UNREADABLE.at(name, why=_NO_TEXT)]) from None
    found, faults = list[KeptCheckpoint](), list[Finding]()
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{name}:{number}"
            kept = _read(line, place)
            if kept is None:
                faults.append(codes.CHECKPOINTS_UNREADABLE.at(place, why=_NO_LINE))
            else:
                found.append(kept)
    if faults:
        raise UnreadableInput(faults)
    return tuple(found)


def _read(line: str, place: str) -> KeptCheckpoint | None:
    try:
        tree = json.loads(line)
        book, entity, seq, digest, taken = (tree[key] for key in _KEYS)
        signature = tree.get("signature", "")
        texts = (book, entity, digest, taken, signature)
        right = tree["format"] == _FORMAT and type(seq) is int and seq > 0 and all(type(each) is str for each in texts)
        if not right or (len(bytes.fromhex(book)), len(bytes.fromhex(digest))) != (32, 32):
            return None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return KeptCheckpoint(book, entity, seq, digest, taken, signature, place)


def checkpoints_of(file: str | Path, first: Head, *, key: str | Path | None = None) -> tuple[KeptCheckpoint, ...]:
    """The checkpoints that a file has of the book with this first record; with a public key (PEM), all of them signed.

    Raises :class:`~sifund_ledger.errors.UnreadableInput` where there is none of this book, or one whose signature does
    not fit.
    """
    kept = parse_checkpoints(file_bytes(file, LEDGER), str(file))
    ours = tuple(each for each in kept if each.book == first.hash.hex())
    if not ours:
        others = tuple(dict.fromkeys(each.entity for each in kept)) or ("–",)
        raise UnreadableInput([codes.CHECKPOINTS_OF_OTHERS.at(str(file), others=others)])
    if key is not None and (faults := list(_unsigned(ours, key))):
        raise UnreadableInput(faults)
    return ours


def _unsigned(kept: Iterable[KeptCheckpoint], key: str | Path) -> Iterable[Finding]:
    from cryptography.exceptions import InvalidSignature

    public = _public(key)
    for each in kept:
        try:
            public.verify(base64.b64decode(each.signature, validate=True), each.signed_bytes)
        except (InvalidSignature, ValueError):  # also a signature or a name that is no text to be encoded
            why = _WRONG if each.signature else _UNSIGNED
            yield codes.CHECKPOINT_NOT_SIGNED.at(each.place, checkpoint=str(each)[:24], why=why)


def _keys() -> Any:
    """The library that signs. Raises :class:`~sifund_ledger.errors.UnreadableInput` where it is not installed."""
    try:
        from cryptography.hazmat.primitives import serialization
    except ImportError:
        raise UnreadableInput([codes.SIGNING_NOT_INSTALLED.at("key", package="cryptography")]) from None
    return serialization


def _private(key: str | Path) -> Any:
    from_pem = _keys().load_pem_private_key
    return _ed25519(key, lambda data: from_pem(data, password=None), "Ed25519PrivateKey")


def _public(key: str | Path) -> Any:
    return _ed25519(key, _keys().load_pem_public_key, "Ed25519PublicKey")


def _ed25519(key: str | Path, load: Any, kind: str) -> Any:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ed25519

    data = file_bytes(key, DOCUMENT)
    try:
        found = load(data)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, getattr(ed25519, kind)):
        raise UnreadableInput([codes.KEY_UNREADABLE.at(str(key), why=_NO_KEY)])
    return found
