"""The reserve's use that a closed year's result was drawn up with is corrected in a later year.

sv: Reservens användning, som ett stängt års balanskravsresultat räknats med, rättas under ett senare år.
"""

from situations import KF, clock

from sifund_ledger import Decision, YearFigures, open_book, sek


def reproduce():
    approved, later = Decision.parse("KF 2014-04-28 § 30"), Decision.parse("KF 2015-04-27 § 3")
    book = open_book(create="Tomelilla kommun", actor="ekonomi", clock=clock)
    book.open_equity(2012, sek(1000), opening_deficits=[], equalisation_reserve=50, decision=KF)
    book.year_end(2013, YearFigures(net_result=sek(-5), reserve_used=5, reserve_decision=approved)).post()
    book.close_year(2013, decision=approved)
    used = next(record.seq for record in book.records() if record.event.kind == "reserve_used")
    book.correct(used, reason="Fel belopp", year=2014, decision=later)
    return book.year_end(2014, YearFigures(net_result=sek(10))).findings
