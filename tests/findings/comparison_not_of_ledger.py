"""The ledger was changed after the year had been compared and closed.

sv: Huvudboken är ändrad sedan året stämdes av och stängdes.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("ledger_changed_after_close")
