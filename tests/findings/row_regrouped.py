"""A row is split in two in the ledger; together they are right.

sv: En rad är delad i två i huvudboken; tillsammans stämmer de.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("row_split")
