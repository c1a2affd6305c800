"""Another system sends an amount again that it has changed, and calls it what it called the first.

sv: Ett annat system skickar ett belopp på nytt som det har ändrat, och kallar det vad det kallade det första.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    book = book_with_a_fund()
    for amount in ("1 000 000", "2 000 000"):
        with book.batch(key="överföring 17", source="ekonomisystemet"):
            book.set_aside("social", sek(amount), result_year=2011, decision=KF)
