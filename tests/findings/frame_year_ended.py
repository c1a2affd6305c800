"""A repayment lowers the frame of a year that had ended when it was decided.

sv: En återföring sänker ramen för ett år som var slut när beslutet fattades.
"""

from situations import book_with_repayments

from sifund_ledger import Decision


def reproduce():
    book = book_with_repayments()
    book.repay("Tidigt", "SN", 100, effect_year=2015, frame_year=2016, decision=Decision.parse("KF 2017-04-24 § 20"))
