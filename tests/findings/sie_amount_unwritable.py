"""Somebody writes kronor as floats.

sv: Någon skriver kronor som flyttal.
"""

from sifund_ledger.exchange.sie import SieDocument, SieRow, SieVoucher, sie_bytes


def reproduce():
    sie_bytes(SieDocument(vouchers=[SieVoucher("A", "1", "20121231", "", [SieRow("1930", 5.0)])]))
