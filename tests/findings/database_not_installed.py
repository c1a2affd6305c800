"""A book in a database is opened where the client library is not installed.

sv: En bok i en databas öppnas där klientbiblioteket inte är installerat.
"""

from sifund_ledger.store import findings as codes

PLACE = "postgresql://ale@server/ekonomi?book=Ale"


def reproduce():
    return [codes.DATABASE_NOT_INSTALLED.at("postgres", package="psycopg")]
