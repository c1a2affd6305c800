"""A name was read from bytes in a way that left half a character in it.

sv: Ett namn lästes in på ett sätt som lämnade ett halvt tecken i det.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import presets


def reproduce():
    name = "Nämnden för omsorg".encode("latin-1").decode("utf-8", "surrogateescape")
    book = book_with_a_fund()
    book.create_fund(name, policy=presets.tomelilla_earmark, decision=KF)
