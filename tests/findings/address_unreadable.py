"""A book in a database is opened by an address that does not say which book.

sv: En bok i en databas öppnas med en adress som inte säger vilken bok.
"""

from sifund_ledger import open_book


def reproduce():
    open_book("postgresql://ekonomi@server/ekonomi")
