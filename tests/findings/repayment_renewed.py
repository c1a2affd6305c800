"""A repayment is taken back though the earmark has been renewed by it.

sv: En återföring återtas trots att öronmärkningen har förnyats genom den.
"""

from situations import LATER, book_with_repayments, record_of

from sifund_ledger import sek


def reproduce():
    book = book_with_repayments()
    book.repay("Tidigt", "SN", effect_year=2017, frame_year=2017, decision=LATER)
    book.record_result(2017, sek("5 000 000"))
    book.renew("social", result_year=2017, decision=LATER)
    book.correct(record_of(book, "repaid"), reason="Fel belopp")
