"""The year's result has no room for the renewal.

sv: Årets resultat har inte utrymme för att öronmärka på nytt.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2017, decision=LATER)
    book.record_result(2017, sek("-5 000 000"))
    book.renew("social", sek("1"), result_year=2017, decision=LATER)
