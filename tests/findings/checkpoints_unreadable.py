"""A file of checkpoints has a line that is none.

sv: En fil med kontrollpunkter har en rad som inte är någon.
"""

from sifund_ledger.store.kept_checkpoints import parse_checkpoints


def reproduce():
    parse_checkpoints(b"12:0123456789abcdef\n", "checkpoints.txt")
