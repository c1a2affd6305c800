"""The executive board sets aside what only the council may.

sv: Kommunstyrelsen öronmärker det som bara fullmäktige får öronmärka.
"""

from situations import KS, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    book.set_aside("social", sek("1 000 000"), result_year=2012, decision=KS)
