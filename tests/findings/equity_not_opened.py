"""A year is closed in a book that never had its equity opened.

sv: Ett år stängs i en bok vars eget kapital aldrig öppnats.
"""

from situations import KF, clock

from sifund_ledger import open_book, sek


def reproduce():
    book = open_book(create="Exempelkommunen", actor="ekonomi", clock=clock)
    book.record_result(2012, sek(1))
    book.close_year(2012, decision=KF)
