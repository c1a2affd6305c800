"""The account of the earmark opened one öre wrong.

sv: Öronmärkningens konto öppnade ett öre fel.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("earmark_opening_wrong")
