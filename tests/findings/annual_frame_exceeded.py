"""More is granted in a year than the policy's annual frame.

sv: Mer beviljas under ett år än riktlinjens årliga ram.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy


def reproduce():
    book = book_with_a_fund()
    policy = Policy(name="egen", source="KF § 61", annual_frame=1)
    book.create_fund("egen", policy=policy, decision=KF)
    book.grant("egen", "P", 2, board="BUN", financing="ur fonden", decision=KF)
