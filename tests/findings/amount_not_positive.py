"""An amount to set aside is given as zero, or with a minus sign.

sv: Ett belopp att öronmärka är noll eller har minustecken.
"""

from situations import KF, book_with_a_fund


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", "-1 000 000", result_year=2012, decision=KF)
