"""A book is made for a kind of entity that the balance requirement does not know.

sv: En bok skapas för ett slag av organisation som inte omfattas av balanskravet.
"""

from sifund_ledger import open_book


def reproduce():
    open_book(create="Tomelilla Bostäder AB", actor="ekonomi", entity_kind="company")
