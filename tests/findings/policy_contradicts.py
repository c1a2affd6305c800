"""A policy has a floor above its cap.

sv: En riktlinje har en lägsta nivå som är högre än den högsta.
"""

from situations import KF, book_with_a_fund

from sifund_ledger import Policy


def reproduce():
    policy = Policy(name="egen", source="KF § 61", repayment_floor_share="0.80", repayment_cap_share="0.50")
    book_with_a_fund().create_fund("egen", policy=policy, decision=KF)
