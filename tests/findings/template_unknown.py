"""A sentence of one's own has a name that no text has.

sv: En egen mening har ett namn som ingen text har.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek
from sifund_ledger.year_end.texts.drafting import year_end_texts


def reproduce():
    with book_with_a_fund() as book:
        run = book.year_end(2013, YearFigures(net_result=sek("-1 500 000")))
        year_end_texts(run, templates={"godkänn": "att godkänna årsredovisningen,"})
