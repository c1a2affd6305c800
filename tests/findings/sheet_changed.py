"""A sheet has been deleted in a workbook of the whole book.

sv: Ett blad har tagits bort i en arbetsbok av hela boken.
"""

from io import BytesIO

from openpyxl import load_workbook
from situations import book_with_a_fund

from sifund_ledger.exchange import book_to_xlsx, changed_cells


def reproduce():
    book, out = book_with_a_fund(), BytesIO()
    workbook = load_workbook(BytesIO(book_to_xlsx(book)))
    del workbook["Beslut"]
    workbook.save(out)
    return changed_cells(out.getvalue(), book)
