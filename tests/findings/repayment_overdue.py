"""A board has not repaid what fell due with the frame of a year that is closed.

sv: En nämnd har inte återfört det som förföll med ett stängt års ram.
"""

from situations import book_with_repayments

from sifund_ledger.audit import audit


def reproduce():
    book = book_with_repayments()
    for year in range(2014, 2018):
        book.record_result(year, 0)
        book.close_year(year, decision="KF 2018-04-28 § 30")
    return [each.finding for each in audit(book).findings]
