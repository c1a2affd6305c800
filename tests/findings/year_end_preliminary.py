"""A forecast is posted as if it were the outcome.

sv: En prognos registreras som om den vore utfallet.
"""

from situations import book_with_a_fund

from sifund_ledger import YearFigures, sek


def reproduce():
    book = book_with_a_fund()
    book.year_end(2014, YearFigures(kind="forecast", net_result=sek("2 000 000"))).post()
