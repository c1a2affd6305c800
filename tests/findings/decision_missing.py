"""A program of its own records what only a decision can bring about, and names none.

sv: Ett eget program registrerar det som bara ett beslut kan ge, utan att ange något.
"""

from situations import book_with_a_fund

from sifund_ledger.balance.figures.events import EquityAdjusted
from sifund_ledger.ledger.records import Draft


def reproduce():
    book = book_with_a_fund()
    with book.batch() as batch:
        adjusted = EquityAdjusted(2013, book._recorder.today(), 100, "Ändrad princip")
        book._recorder.record(batch, [Draft(adjusted)])
