"""A checkpoint is not signed with the key that it should be.

sv: En kontrollpunkt är inte signerad med den nyckel som den ska.
"""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from situations import book_with_a_fund

from sifund_ledger.ledger.records import Head
from sifund_ledger.store.kept_checkpoints import checkpoints_of, keep_checkpoint, take_checkpoint


def reproduce(folder):
    book, key = book_with_a_fund(), Ed25519PrivateKey.generate().public_key()
    (folder / "public.pem").write_bytes(key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    keep_checkpoint(take_checkpoint(book), folder / "checkpoints.txt")
    first = next(iter(book.records()))
    checkpoints_of(folder / "checkpoints.txt", Head(1, first.hash), key=folder / "public.pem")
