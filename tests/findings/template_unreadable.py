"""A sentence of one's own has a brace that is not closed.

sv: En egen mening har en klammer som inte stängs.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek
from sifund_ledger.year_end.texts.drafting import year_end_texts


def reproduce():
    with book_with_a_fund() as book:
        run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
        year_end_texts(run, templates={"approve": "att godkänna årsredovisningen för {year,"})
