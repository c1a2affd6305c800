"""A fund's policy names a layout that there is not.

sv: En fonds riktlinje anger en uppställning som inte finns.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy


def reproduce():
    policy = Policy(name="egen riktlinje", source="KF 2013-04-22 § 44", presentation="above")
    book = book_with_a_fund()
    book.create_fund("integration", policy=policy, decision=KF)
