"""Equity is opened at the close of a year whose result is recorded already.

sv: Det egna kapitalet läggs in vid slutet av ett år vars resultat redan är registrerat.
"""

from situations import KF, clock

from sifund_ledger import open_book, sek


def reproduce():
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.record_result(2011, sek("18 000 000"))
    book.open_equity(2011, sek("418 000 000"), opening_deficits=[], decision=KF)
