"""More is to be renewed than boards have repaid.

sv: Mer ska öronmärkas på nytt än vad nämnderna har återfört.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.record_result(2014, sek("5 000 000"))
    book.renew("social", sek("1"), result_year=2014, decision=LATER)
