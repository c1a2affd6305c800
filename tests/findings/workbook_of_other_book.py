"""A workbook of one municipality's book is held against another's book.

sv: En arbetsbok av en kommuns bok jämförs med en annan kommuns bok.
"""

from situations import book_with_a_fund, book_with_repayments

from sifund_ledger.exchange import book_to_xlsx, changed_cells


def reproduce():
    return changed_cells(book_to_xlsx(book_with_repayments()), book_with_a_fund())
