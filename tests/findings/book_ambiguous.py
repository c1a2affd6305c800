"""A role that is a member of several municipalities opens a book whose name several of them have used.

sv: En roll som är medlem i flera kommuners roller öppnar en bok vars namn flera av dem har använt.
"""

from sifund_ledger.store import findings as codes

PLACE = "postgresql://ale@server/ekonomi?book=Ale"


def reproduce():
    return [codes.BOOK_AMBIGUOUS.at(PLACE, book="Ale", role="driften", owners=("ale", "tomelilla"))]
