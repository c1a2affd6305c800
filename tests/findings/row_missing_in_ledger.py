"""A set-aside was never booked in the municipality's general ledger.

sv: En öronmärkning är aldrig bokförd i kommunens huvudbok.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("voucher_missing")
