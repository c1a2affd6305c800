"""Another amount is set aside than the policy's rule gives.

sv: Ett annat belopp öronmärks än riktlinjens regel ger.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy


def reproduce():
    book = book_with_a_fund()
    policy = Policy(name="egen", source="KF § 61", set_aside_rule="percent_of_result", set_aside_share="0.10")
    book.create_fund("egen", policy=policy, decision=KF)
    book.set_aside("egen", 1, result_year=2012, decision=KF)
    return book.warnings
