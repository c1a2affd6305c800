"""A set-aside stands on the account of granted money.

sv: En öronmärkning står på kontot för beviljade medel.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("account_booked_wrong")
