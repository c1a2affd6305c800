"""A use stands on another project in the ledger.

sv: Ett ianspråktagande står på ett annat projekt i huvudboken.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("project_booked_wrong")
