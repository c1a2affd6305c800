"""Another file is named as the register of what has gone out: ``sifund export sie … --register notes.txt``.

sv: En annan fil anges som registret över vad som har exporterats: ``sifund export sie … --register notes.txt``.
"""

from sifund_ledger.exchange.vouchers.export_register import parse_register


def reproduce():
    parse_register(b"Ring banken\n", "notes.txt")
