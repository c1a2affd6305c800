"""What was booked by mistake has been taken back in the ledger.

sv: Det som bokförts av misstag är återfört i huvudboken.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("strange_voucher_taken_back")
