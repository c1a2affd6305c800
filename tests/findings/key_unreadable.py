"""A checkpoint is to be signed with a file that is no private key.

sv: En kontrollpunkt ska signeras med en fil som inte är en privat nyckel.
"""

from situations import book_with_a_fund

from sifund_ledger.store.kept_checkpoints import take_checkpoint


def reproduce(folder):
    (folder / "key.pem").write_text("hemligt", encoding="utf-8")
    take_checkpoint(book_with_a_fund(), key=folder / "key.pem")
