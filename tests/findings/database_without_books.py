"""A book is opened in a database that nobody has prepared.

sv: En bok öppnas i en databas som ingen har gjort i ordning.
"""

from sifund_ledger.store import findings as codes
from sifund_ledger.store.postgres.database import NOT_THERE


def reproduce():
    return [codes.DATABASE_WITHOUT_BOOKS.at("postgresql://ale@server/ekonomi?book=Ale", reason=NOT_THERE)]
