"""The text of a voucher names a paragraph, and code page 437 has no § that may be written.

sv: Texten i en verifikation anger en paragraf, och teckentabell 437 har inget § som får skrivas.
"""

from sifund_ledger.exchange.sie import SieDocument, SieVoucher, sie_bytes


def reproduce():
    voucher = SieVoucher("A", "1", "20121231", "KS 2012-04-23 § 45")
    _, findings = sie_bytes(SieDocument(vouchers=[voucher]))
    return findings
