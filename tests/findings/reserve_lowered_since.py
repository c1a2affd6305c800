"""A reserve's use is taken back whole, though a later year-end has lowered it.

sv: En användning av reserven tas tillbaka helt, fast ett senare bokslut har sänkt den.
"""

from situations import APPROVED, KF, clock, record_of

from sifund_ledger import YearFigures, open_book, sek


def reproduce():
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.open_equity(2012, sek(1000), opening_deficits=[], equalisation_reserve=50, decision=KF)
    for used in (5, 3):
        book.year_end(2013, YearFigures(net_result=sek(-5), reserve_used=used, reserve_decision=APPROVED)).post()
    book.correct(record_of(book, "reserve_used"), reason="Fel belopp")
