"""A project has used one öre more than it cost in the ledger.

sv: Ett projekt har använt ett öre mer än det kostat i huvudboken.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("cost_below_use")
