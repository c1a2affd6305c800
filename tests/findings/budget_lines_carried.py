"""The budget lines of a year are exported to which a project's unused frame was carried over.

sv: Budgetraderna exporteras för ett år som ett projekts outnyttjade ram har förts över till.
"""

from situations import LATER, book_with_repayments

from sifund_ledger import sek
from sifund_ledger.exchange import budget_lines


def reproduce():
    book = book_with_repayments(used=False, year_end_carry_over=True)
    book.carry_over("Tidigt", sek("500 000"), year=2014, decision=LATER)
    return budget_lines(book.records(), 2015)
