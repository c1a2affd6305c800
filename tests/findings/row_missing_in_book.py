"""Somebody moved an earmark in the general ledger, without a decision in the book.

sv: Någon har flyttat en öronmärkning i huvudboken, utan beslut i boken.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("strange_voucher")
