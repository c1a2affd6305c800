"""The file of vouchers was imported twice.

sv: Filen med verifikationer är inläst två gånger.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("voucher_doubled")
