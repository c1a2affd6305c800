"""A program of its own records a correction that takes back another amount than the entry has.

sv: Ett eget program registrerar en rättelse som tar tillbaka ett annat belopp än verifikationens.
"""

from dataclasses import replace

from situations import KF, book_with_a_fund, record_of

from sifund_ledger.ledger.events import EntryCorrected
from sifund_ledger.ledger.records import Draft


def reproduce():
    book = book_with_a_fund()
    record = list(book.records())[record_of(book, "granted") - 1]
    wanted = EntryCorrected.of(record.seq, "granted", record.entry, year=2013, day=KF.date)
    halved = replace(wanted, lines=tuple((*line[:-1], line[-1] // 2) for line in wanted.lines))
    with book.batch() as batch:
        book._recorder.record(batch, [Draft(halved, KF)])
