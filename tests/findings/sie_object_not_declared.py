"""A whole ledger goes out without the register of its cost centres.

sv: En hel huvudbok exporteras utan registret över kostnadsställen.
"""

from sifund_ledger.exchange.sie import SieBalance, SieDocument, SieRow, SieVoucher, sie_bytes


def reproduce():
    rows = [SieRow("5010", 500, (("1", "0123"),)), SieRow("1930", -500)]
    document = SieDocument(
        type="4E", balances=[SieBalance("UB", 0, "1930", -500)], vouchers=[SieVoucher("A", "1", "20121231", "", rows)]
    )
    _, findings = sie_bytes(document)
    return findings
