"""Somebody rewrote a book, and a fund is changed by an event that does not concern it.

sv: Någon har skrivit om boken, och en fond ändras av en händelse som inte rör den.
"""

from situations import found_in


def reproduce():
    return found_in("fund_moved_by_another_event")
