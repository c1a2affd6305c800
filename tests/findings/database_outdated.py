"""A database has the tables of an earlier version of the library.

sv: En databas har tabellerna från en tidigare version av biblioteket.
"""

from sifund_ledger.store import findings as codes

PLACE = "postgresql://ale@server/ekonomi?book=Ale"


def reproduce():
    return [codes.DATABASE_OUTDATED.at(PLACE, found=1, known=2)]
