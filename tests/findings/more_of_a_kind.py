"""A mapping names far more funds than the book has.

sv: En kontoplan för export namnger många fler fonder än boken har.
"""

from sifund_ledger.cli.output import listed
from sifund_ledger.exchange.vouchers.voucher_mapping import VoucherMapping, mapping_faults


def reproduce():
    accounts = {f"fund_available.fond {number}": "2071" for number in range(600)}
    return listed(mapping_faults(VoucherMapping(accounts), set()))
