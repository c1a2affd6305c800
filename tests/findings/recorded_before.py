"""An events file is posted a second time.

sv: En händelsefil registreras en andra gång.
"""

from situations import KF, book_with_a_fund

from sifund_ledger.exchange import parse_events


def reproduce():
    event = f'[[event]]\ndo = "register_board"\nboard = "SN"\nvalid_from = 2014-01-01\ndecision = "{KF}"\n'
    with book_with_a_fund() as book:
        parse_events(event, name="2014.toml").post(book)
        parse_events(event, name="2014.toml").post(book)
        return book.warnings
