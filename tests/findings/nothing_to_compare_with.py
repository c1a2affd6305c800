"""Models are to be compared on a fund that has granted nothing.

sv: Modeller ska jämföras på en fond som inte har beviljat något.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets
from sifund_ledger.simulation import scenario_of_book


def reproduce():
    book = book_with_a_fund()
    book.create_fund("B", policy=presets.tomelilla_earmark, decision=KF)
    scenario_of_book(book, "B")
