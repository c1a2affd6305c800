"""A year is closed while an amount set aside in it rests on a repealed decision.

sv: Ett år stängs medan en öronmärkning i det vilar på ett upphävt beslut.
"""

from situations import book_with_a_fund, sek


def reproduce():
    book = book_with_a_fund()
    for year in (2011, 2012):
        book.close_year(year, decision=f"KF {year + 1}-04-23 § 28")
    book.set_aside("social", sek("1 000 000"), result_year=2012, year=2013, decision="KF 2013-05-27 § 61")
    book.move_decision("KF 2013-05-27 § 61", "repealed")
    book.close_year(2013, decision="KF 2014-04-28 § 31")
