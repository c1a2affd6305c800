"""A year is to be closed whose annual report was approved after discharge was decided.

sv: Ett år ska stängas vars årsredovisning godkändes efter beslutet om ansvarsfrihet.
"""

from situations import book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.decide_discharge(2011, decision="KF 2018-04-30 § 44")
    book.close_year(2011, decision="KF 2018-04-30 § 45")
