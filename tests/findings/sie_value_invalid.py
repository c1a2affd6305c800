"""A program counts the months of a voucher's date wrong.

sv: Ett program räknar fel på månaden i en verifikations datum.
"""

from sifund_ledger.exchange.sie import SieDocument, SieVoucher, sie_bytes


def reproduce():
    _, findings = sie_bytes(SieDocument(vouchers=[SieVoucher("A", "1", "20121331")]))
    return findings
