"""A grant has a plan of repayment where nothing is repaid.

sv: Ett bidrag har en plan för återföring där inget återförs.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    plan = {"SN": {2015: 1}}
    book.grant("social", "P", 1, board="BUN", financing="ur fonden", plan=plan, decision=KF)
