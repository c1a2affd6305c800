"""A set-aside is booked in November, and the book has the year's last day.

sv: En öronmärkning är bokförd i november, och boken har årets sista dag.
"""

from situations import found_against_ledger


def reproduce():
    return found_against_ledger("date_booked_wrong")
