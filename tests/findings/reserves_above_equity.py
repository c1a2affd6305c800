"""A deficit leaves less equity than the reserves that are part of it.

sv: Ett underskott lämnar mindre eget kapital än reserverna som är en del av det.
"""

from sifund_ledger import YearFigures, open_book, sek


def reproduce():
    book = open_book(create="Tomelilla kommun", actor="ekonomi")
    book.open_equity(2013, sek(100), opening_deficits=[], equalisation_reserve=sek(80), decision="KF 2014-04-28 § 30")
    return book.year_end(2014, YearFigures(net_result=sek(-50))).findings
