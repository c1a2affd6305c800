"""A grant over two years is divided into parts that do not add up to it.

sv: Ett bidrag över två år delas upp i delar som inte summerar till det.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    frames = {2014: sek("200 000"), 2015: sek("200 000")}
    book = book_with_a_fund()
    book.grant("social", "Nattvandrarna", sek("500 000"), board="SN", financing="ur fonden", decision=KF, frames=frames)
