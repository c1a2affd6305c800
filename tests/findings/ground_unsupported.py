"""The use that a closed year's ground rests on is corrected in a later year.

sv: Användningen som ett stängt års synnerliga skäl vilar på rättas under ett senare år.
"""

from situations import APPROVED, book_with_a_fund, record_of

from sifund_ledger import Decision, YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.use("social", sek("1 500 000"), year=2013, decision=APPROVED)
    figures = YearFigures(net_result=sek("-1 500 000"))
    book.year_end(2013, figures, grounds_decision=Decision.parse("KF 2014-04-28 § 31")).post()
    for year in (2011, 2012, 2013):
        book.close_year(year, decision=APPROVED)
    later = Decision.parse("KF 2015-04-27 § 3")
    book.correct(record_of(book, "used_directly"), reason="Fel belopp", year=2014, decision=later)
    return book.year_end(2014, YearFigures(net_result=sek(1))).findings
