"""Somebody rewrote a book, and an entry posts less than its event says.

sv: Någon har skrivit om boken, och en verifikation bokför mindre än händelsen anger.
"""

from situations import found_in


def reproduce():
    return found_in("event_without_its_amount")
