"""A sentence of one's own asks for what that sentence does not know.

sv: En egen mening frågar efter något som meningen inte känner till.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek
from sifund_ledger.year_end.texts.drafting import year_end_texts


def reproduce():
    with book_with_a_fund() as book:
        run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
        year_end_texts(run, templates={"approve": "att godkänna årsredovisningen för {kommun},"})
