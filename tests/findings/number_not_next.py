"""Somebody rewrote a book, and an entry number is skipped.

sv: Någon har skrivit om boken, och ett verifikationsnummer är överhoppat.
"""

from situations import found_in


def reproduce():
    return found_in("number_skipped")
