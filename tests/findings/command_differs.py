"""Somebody rewrote a book, and a result that joins other equity is not the year's.

sv: Någon har skrivit om boken, och det resultat som förs till övrigt eget kapital är inte årets.
"""

from situations import found_in


def reproduce():
    return found_in("result_carried_wrong")
