"""A book is made for a kind of entity that the balance requirement does not know."""

from sifund_ledger import open_book


def reproduce():
    open_book(create="Tomelilla Bostäder AB", actor="ekonomi", entity_kind="company")
