"""Two vouchers lost the names of their entries, and neither amount is right.

sv: Två verifikationer har tappat bokens nummer, och inget av beloppen stämmer.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("rows_ambiguous")
