"""The same decision on discharge is recorded a second time.

sv: Samma beslut om ansvarsfrihet registreras en gång till.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.decide_discharge(2011, decision="KF 2012-04-30 § 44")
    book.decide_discharge(2011, decision="KF 2012-04-30 § 44, dnr 2012/7")
