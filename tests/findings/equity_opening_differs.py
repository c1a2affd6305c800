"""A note on equity opens at another amount than last year's closed at.

sv: Noten om eget kapital börjar med ett annat belopp än förra året slutade med.
"""

from dataclasses import replace

from situations import book_with_a_fund

from sifund_ledger.balance.equity.equity import note_ties


def reproduce():
    book = book_with_a_fund()
    last_year = replace(book.equity_note(2012), closing_ore=421_000_000_00)
    return note_ties(book.equity_note(2013), previous=last_year)
