"""Discharge for a year is decided a second time.

sv: Ansvarsfrihet för ett år är beslutad en gång till.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.decide_discharge(2011, decision="KF 2012-04-30 § 44")
    book.decide_discharge(2011, decision="KF 2012-06-18 § 60")
    return book.warnings
