"""A book is opened that the database does not have, or that another municipality owns.

sv: En bok öppnas som databasen inte har, eller som en annan kommun äger.
"""

from sifund_ledger.store import findings as codes

PLACE = "postgresql://ale@server/ekonomi?book=Ale"


def reproduce():
    return [codes.BOOK_NOT_IN_DATABASE.at(PLACE, book="Ale", role="ale")]
