"""The files are those of another municipality.

sv: Filerna är en annan kommuns.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("ledger_of_another")
