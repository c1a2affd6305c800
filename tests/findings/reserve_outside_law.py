"""A result reserve is opened at the close of a year before the law had one.

sv: En resultatreserv öppnas vid utgången av ett år då lagen ännu inte hade någon.
"""

from situations import KF, clock

from sifund_ledger import open_book, sek


def reproduce():
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.open_equity(2016, sek(1000), opening_deficits=[], result_reserve=sek(50), decision=KF)
