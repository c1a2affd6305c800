"""A whole paragraph of the decision has been pasted where a project's name belongs.

sv: Ett helt stycke ur beslutet har klistrats in där projektets namn hör hemma.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import sek


def reproduce():
    name = "Navigator: " + "Ungdomar " * 25
    with book_with_a_fund() as book:
        book.grant("social", name, sek(1), board="BUN", financing="ur fonden", decision=KF)
