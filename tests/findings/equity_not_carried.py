"""A note on equity does not add up: an adjustment is left out of it.

sv: Noten om eget kapital går inte ihop: en justering saknas i den.
"""

from dataclasses import replace

from situations import KF, book_with_a_fund

from sifund_ledger import sek
from sifund_ledger.balance.equity.equity import note_ties


def reproduce():
    book = book_with_a_fund()
    book.adjust_equity(2013, sek("-2 000 000"), reason="Ändrad redovisningsprincip", decision=KF)
    return note_ties(replace(book.equity_note(2013), adjusted_ore=0))
