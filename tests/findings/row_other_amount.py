"""A set-aside was keyed into the ledger by hand, one öre too high.

sv: En öronmärkning är inknappad för hand, ett öre för högt.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("amount_booked_wrong")
